using System.Text;
using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>Marks stretches of a text in HTML, as twitter-text does. Thread-safe.</summary>
public static class HitHighlighter
{
    /// <summary>Encodes a plain text as HTML with the hits marked.</summary>
    /// <param name="text">The text; everything in it is encoded.</param>
    /// <param name="hits">Spans of the text. They may overlap and come in any order; what lies outside the text is left out.</param>
    /// <param name="tag">Name of the element, letters only. Default <c>em</c>.</param>
    public static string HighlightText(string text, IReadOnlyList<TextSpan> hits, string tag = "em")
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Length + 32);
        var done = 0;
        foreach (var hit in Ordered(hits, text.Length))
        {
            Autolinker.AppendEncoded(html, text.AsSpan(done, hit.Start - done));
            Open(html, tag);
            Autolinker.AppendEncoded(html, hit.Of(text));
            Close(html, tag);
            done = hit.End;
        }

        Autolinker.AppendEncoded(html, text.AsSpan(done));
        return html.ToString();
    }

    /// <summary>Marks hits in HTML that is already safe, such as what <see cref="Autolinker"/> gives.</summary>
    /// <param name="html">The HTML. Nothing in it is encoded.</param>
    /// <param name="hits">Spans of its text in UTF-16, tags not counted; entities such as <c>&amp;amp;</c> count as written.</param>
    /// <param name="tag">Name of the element, letters only. Default <c>em</c>.</param>
    public static string HighlightHtml(string html, IReadOnlyList<TextSpan> hits, string tag = "em")
    {
        ArgumentNullException.ThrowIfNull(html);
        var marked = new StringBuilder(html.Length + 32);
        var position = 0;
        var offset = 0;
        foreach (var hit in Ordered(hits, int.MaxValue))
        {
            CopyText(marked, html, ref position, ref offset, hit.Start);
            CopyTags(marked, html, ref position);
            if (position == html.Length) break;
            Open(marked, tag);
            var hasTag = CopyText(marked, html, ref position, ref offset, hit.End);

            // A hit that began outside the element that ends here must end outside it too.
            if (hasTag) CopyTags(marked, html, ref position);
            Close(marked, tag);
        }

        marked.Append(html.AsSpan(position));
        return marked.ToString();
    }

    /// <summary>Copies text, and the tags before it, up to an offset of the text. Returns whether a tag was copied.</summary>
    private static bool CopyText(StringBuilder to, string html, ref int position, ref int offset, int until)
    {
        var hasTag = false;
        while (position < html.Length && offset < until)
        {
            if (html[position] == '<')
            {
                CopyTags(to, html, ref position);
                hasTag = true;
                continue;
            }

            to.Append(html[position++]);
            offset++;
        }

        return hasTag;
    }

    private static void CopyTags(StringBuilder to, string html, ref int position)
    {
        while (position < html.Length && html[position] == '<')
        {
            var end = html.IndexOf('>', position);
            end = end < 0 ? html.Length : end + 1;
            to.Append(html.AsSpan(position, end - position));
            position = end;
        }
    }

    private static List<TextSpan> Ordered(IReadOnlyList<TextSpan> hits, int length)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var ordered = new List<TextSpan>(hits.Count);
        foreach (var hit in hits.OrderBy(hit => hit.Start).ThenBy(hit => hit.End))
        {
            var clamped = new TextSpan(Math.Clamp(hit.Start, 0, length), Math.Clamp(hit.End, 0, length));
            if (clamped.Length <= 0) continue;
            if (ordered.Count > 0 && clamped.Start < ordered[^1].End) ordered[^1] = ordered[^1] with { End = Math.Max(ordered[^1].End, clamped.End) };
            else ordered.Add(clamped);
        }

        return ordered;
    }

    private static void Open(StringBuilder html, string tag) => html.Append('<').Append(NameOf(tag)).Append('>');

    private static void Close(StringBuilder html, string tag) => html.Append("</").Append(NameOf(tag)).Append('>');

    private static string NameOf(string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return tag.All(char.IsAsciiLetter) ? tag : throw new ArgumentException("The name of an element has letters only.", nameof(tag));
    }
}

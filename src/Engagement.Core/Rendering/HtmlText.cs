using System.Text;

namespace Engagement.Rendering;

/// <summary>Encodes text for HTML and XML, in content and in double-quoted attributes alike.</summary>
internal static class HtmlText
{
    public static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var next = text.IndexOfAny(Special);
            if (next < 0)
            {
                to.Append(text);
                return;
            }

            to.Append(text[..next]);
            var c = text[next];
            switch (c)
            {
                case '&': to.Append("&amp;"); break;
                case '<': to.Append("&lt;"); break;
                case '>': to.Append("&gt;"); break;
                case '"': to.Append("&quot;"); break;
                case '\'': to.Append("&#39;"); break;
                case '\t' or '\n': to.Append(c); break;
                default:
                    // Surrogate pairs pass; alone, like controls, they are no characters of XML.
                    if (char.IsHighSurrogate(c) && next + 1 < text.Length && char.IsLowSurrogate(text[next + 1])) to.Append(c).Append(text[++next]);
                    else to.Append('\uFFFD');
                    break;
            }

            text = text[(next + 1)..];
        }
    }

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        Append(encoded, text);
        return encoded.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(
        [.. "&<>\"'\uFFFE\uFFFF", .. Enumerable.Range(0, 32).Select(c => (char)c), .. Enumerable.Range(0x7F, 33).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);
}

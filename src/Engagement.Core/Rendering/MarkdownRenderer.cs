using System.Text;

namespace Engagement.Rendering;

/// <summary>CommonMark with tables. What strangers wrote is escaped: it makes no links, headings, lists or HTML.</summary>
internal sealed class MarkdownRenderer(DigestBranding branding) : IDigestRenderer
{
    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Render(DigestDocument.Of(digest, branding));
    }

    public string Render(Document document)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(document.Title)).Append("\n\n");
        text.Append(Escape(document.Header)).Append(", ").Append(Escape(document.Subtitle)).Append('\n');
        foreach (var section in document.Sections)
        {
            foreach (var block in section.Blocks) Write(text, block);
        }

        text.Append("\n---\n");
        foreach (var line in document.Closing) text.Append('\n').Append(Escape(line)).Append('\n');
        if (branding.UnsubscribeAddress is { } address) text.Append("\n[Stop getting this digest](<").Append(Link(address)).Append(">)\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block)
    {
        text.Append('\n');
        switch (block)
        {
            case Heading heading:
                text.Append('#', heading.Level).Append(' ').Append(Escape(heading.Text)).Append('\n');
                break;
            case Paragraph paragraph:
                var strong = paragraph.Tone is Tone.Lead or Tone.Alert ? "**" : "";
                text.Append(strong).Append(Escape(paragraph.Text)).Append(strong).Append('\n');
                break;
            case Quotation quotation:
                if (quotation.Title is { } title) text.Append("> **").Append(Escape(title)).Append("**\n>\n");
                if (quotation.Text.Length > 0) text.Append("> ").Append(Escape("“" + quotation.Text + "”")).Append("\n>\n");
                text.Append("> — ").Append(Escape(quotation.Source));
                if (quotation.Link is { } link) text.Append(" ([read the post](<").Append(Link(link)).Append(">))");
                text.Append('\n');
                foreach (var note in quotation.Notes) text.Append(">\n> ").Append(Escape(note)).Append('\n');
                break;
            case Bullets bullets:
                foreach (var item in bullets.Items)
                {
                    if (item is { Link: { } target, LinkText: { } words }) text.Append("- ").Append(Escape(item.Text)).Append(" [").Append(Escape(words)).Append("](<").Append(Link(target)).Append(">)\n");
                    else if (item.Link is { } address) text.Append("- [").Append(Escape(item.Text)).Append("](<").Append(Link(address)).Append(">)\n");
                    else text.Append("- ").Append(Escape(item.Text)).Append('\n');
                }

                break;
            case Bars bars:
                text.Append(Escape(bars.Caption)).Append("\n\n| ").Append(Escape(bars.Label)).Append(" | ").Append(Escape(bars.Count)).Append(" | |\n|:--|--:|:--|\n");
                foreach (var row in bars.Rows) text.Append("| ").Append(Escape(row.Label)).Append(" | ").Append(Wording.Number(row.Value)).Append(" | ").Append(Escape(row.Note)).Append(" |\n");
                break;
            case Facts facts:
                text.Append("| ").Append(Escape(facts.Caption)).Append(" | | |\n|:--|:--|:--|\n");
                foreach (var fact in facts.Rows) text.Append("| ").Append(Escape(fact.Label)).Append(" | ").Append(Escape(fact.Value)).Append(" | ").Append(Escape(fact.Note)).Append(" |\n");
                break;
        }
    }

    /// <summary>Every ASCII punctuation character that could mean anything gets a backslash, and so does what would start a numbered list.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r') c = ' ';
            var starts = i == 0 || (digits == i && c is '.' or ')');
            if (char.IsAsciiDigit(c) && digits == i) digits++;
            // Autolinks: www. and http:// are broken by escaping the dot or the colon.
            var meant = c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&' or '@'
                || (c == ':' && i + 1 < text.Length && text[i + 1] == '/')
                || (c == '.' && i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
                || (starts && c is '-' or '+' or '=' or '.' or ')');
            if (meant && (c is not ('-' or '+' or '=' or '.' or ')') || starts || c == '.')) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Link(string address) => address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
}

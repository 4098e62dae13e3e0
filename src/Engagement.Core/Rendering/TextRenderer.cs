using System.Text;

namespace Engagement.Rendering;

/// <summary>Plain text, 72 columns wide where words allow.</summary>
internal sealed class TextRenderer(DigestBranding branding) : IDigestRenderer
{
    private const int Width = 72;
    private const int Bar = 20;

    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Render(DigestDocument.Of(digest, branding));
    }

    public string Render(Document document)
    {
        var text = new StringBuilder();
        Line(text, document.Header);
        Line(text, document.Title.ToUpperInvariant());
        Line(text, document.Subtitle);
        foreach (var section in document.Sections)
        {
            text.Append('\n');
            foreach (var block in section.Blocks) Write(text, block);
        }

        text.Append('\n').Append('-', Width).Append('\n');
        foreach (var line in document.Closing) Wrapped(text, line, "", "");
        if (branding.UnsubscribeAddress is { } address) text.Append("Stop getting this digest: ").Append(address).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading { Level: <= 2 } heading:
                text.Append('\n');
                Line(text, heading.Text.ToUpperInvariant());
                text.Append('=', Math.Min(Width, heading.Text.Length)).Append('\n');
                break;
            case Heading heading:
                text.Append('\n');
                Line(text, heading.Text);
                text.Append('-', Math.Min(Width, heading.Text.Length)).Append('\n');
                break;
            case Paragraph paragraph:
                Wrapped(text, (paragraph.Tone == Tone.Alert ? "ACT NOW: " : "") + paragraph.Text, "", "");
                break;
            case Quotation quotation:
                text.Append('\n');
                if (quotation.Title is { } title) Wrapped(text, title, "  ", "  ");
                if (quotation.Text.Length > 0) Wrapped(text, "“" + quotation.Text + "”", "  ", "  ");
                Wrapped(text, "— " + quotation.Source, "    ", "      ");
                foreach (var note in quotation.Notes) Wrapped(text, note, "    ", "      ");
                if (quotation.Link is { } link) text.Append("    ").Append(link).Append('\n');
                break;
            case Bullets bullets:
                foreach (var item in bullets.Items)
                {
                    Wrapped(text, item.Text, "  - ", "    ");
                    if (item.Link is { } address) text.Append("    ").Append(address).Append('\n');
                }

                break;
            case Bars bars:
                Line(text, bars.Caption + ":");
                var most = Math.Max(1, bars.Rows.Count == 0 ? 1 : bars.Rows.Max(row => row.Value));
                var wide = bars.Rows.Count == 0 ? 0 : Math.Min(52, bars.Rows.Max(row => row.Label.Length));
                var bar = Math.Min(Bar, Width - 10 - wide);
                foreach (var row in bars.Rows)
                {
                    var length = (int)(((row.Value * bar) + most - 1) / most);
                    text.Append("  ").Append(row.Label.PadRight(wide)).Append(' ').Append(Wording.Number(row.Value).PadLeft(6)).Append(' ').Append('#', length);
                    if (row.Note.Length > 0) text.Append(length > 0 ? " " : "").Append('(').Append(row.Note).Append(')');
                    Trim(text);
                    text.Append('\n');
                }

                break;
            case Facts facts:
                foreach (var fact in facts.Rows) Wrapped(text, $"{fact.Label}: {fact.Value}{(fact.Note.Length > 0 ? " — " + fact.Note : "")}", "  ", "    ");
                break;
        }
    }

    private static void Line(StringBuilder text, string line) => Wrapped(text, line, "", "");

    private static void Wrapped(StringBuilder text, string line, string first, string next)
    {
        var column = first.Length;
        text.Append(first);
        var fresh = true;
        foreach (var range in line.AsSpan().Split(' '))
        {
            var word = line.AsSpan()[range];
            if (word.Length == 0) continue;
            if (!fresh && column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(next);
                column = next.Length;
                fresh = true;
            }

            if (!fresh)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
            fresh = false;
        }

        text.Append('\n');
    }

    private static void Trim(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
    }
}

using System.Text;
using Engagement.Digests;

namespace Engagement.Rendering;

/// <summary>
/// Keeps a page under the size at which mail programs cut a message off (Gmail shows 102 KB): a page that is too long is told again with fewer and shorter
/// pieces, and says so.
/// </summary>
internal static class PageFit
{
    /// <summary>The most that a digest's HTML takes, in bytes of UTF-8.</summary>
    public const int MostBytes = 100_000;

    private const string Note = "This page was shortened so that mail programs show all of it. The spreadsheet (CSV) and JSON forms of this digest hold the rest.";

    // The last holds whatever the input: its pieces, at six bytes a character, stay below the limit together.
    private static readonly Limits[] Steps =
    [
        new(Quotes: 10, Text: 400, Notes: 6, Rows: 31, Headings: 12),
        new(Quotes: 6, Text: 240, Notes: 4, Rows: 14, Headings: 6),
        new(Quotes: 3, Text: 160, Notes: 3, Rows: 7, Headings: 3),
        new(Quotes: 2, Text: 80, Notes: 2, Rows: 5, Headings: 2),
    ];

    public static string Render(Document document, Func<Document, string> render)
    {
        var page = render(document);
        foreach (var limits in Steps)
        {
            if (Encoding.UTF8.GetByteCount(page) <= MostBytes) break;
            page = render(Shorten(document, limits));
        }

        return page;
    }

    private static Document Shorten(Document document, Limits limits) => document with
    {
        Header = Cut(document.Header, limits),
        Title = Cut(document.Title, limits),
        Summary = Cut(document.Summary, limits),
        Sections = [.. document.Sections.Select(section => section with { Blocks = Shorten(section.Blocks, limits) })],
        Closing = [Note, .. document.Closing.Select(line => DigestText.Clean(line, 300))],
    };

    private static List<Block> Shorten(IReadOnlyList<Block> blocks, Limits limits)
    {
        var (kept, quotes, headings, others) = (new List<Block>(), 0, 0, 0);
        foreach (var block in blocks)
        {
            switch (block)
            {
                // What stands under a heading that is left out goes with it.
                case Heading { Level: > 2 } heading:
                    if (++headings > limits.Headings) return kept;
                    kept.Add(heading with { Text = Cut(heading.Text, limits) });
                    break;
                case Heading heading:
                    kept.Add(heading with { Text = Cut(heading.Text, limits) });
                    break;
                case Quotation quotation:
                    if (++quotes <= limits.Quotes) kept.Add(Shorten(quotation, limits));
                    break;
                case Paragraph { Tone: Tone.Alert }:
                    kept.Add(block);
                    break;
                default:
                    if (++others <= limits.Rows) kept.Add(Shorten(block, limits));
                    break;
            }
        }

        return kept;
    }

    private static Quotation Shorten(Quotation quotation, Limits limits) => quotation with
    {
        Title = quotation.Title is { } title ? Cut(title, limits) : null,
        Text = Cut(quotation.Text, limits),
        Source = Cut(quotation.Source, limits),
        Link = Short(quotation.Link),
        Notes = [.. quotation.Notes.Take(limits.Notes).Select(note => Cut(note, limits))],
    };

    private static Block Shorten(Block block, Limits limits) => block switch
    {
        Paragraph paragraph => paragraph with { Text = DigestText.Clean(paragraph.Text, Math.Max(240, limits.Text)) },
        Bullets bullets => new Bullets([.. bullets.Items.Take(limits.Rows).Select(item => new Bullet(Cut(item.Text, limits), Short(item.Link), item.LinkText))]),
        Bars bars => bars with { Rows = [.. bars.Rows.Take(limits.Rows).Select(row => row with { Label = Cut(row.Label, limits) })] },
        Facts facts => facts with { Rows = [.. facts.Rows.Take(limits.Rows)] },
        _ => block,
    };

    private static string Cut(string text, Limits limits) => DigestText.Clean(text, limits.Text);

    private static string? Short(string? link) => link is { Length: > 300 } ? null : link;

    private sealed record Limits(int Quotes, int Text, int Notes, int Rows, int Headings);
}

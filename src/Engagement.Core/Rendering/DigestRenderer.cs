using Engagement.Rendering;

namespace Engagement;

/// <summary>The library's own renderers. All are pure, deterministic and thread-safe.</summary>
public static class DigestRenderer
{
    /// <summary>The keys of the formats, as <see cref="Create"/> knows them.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "text", "markdown", "json", "csv", "atom", "fragment"];

    /// <summary>The JSON Schema (draft 2020-12) of what <see cref="Json"/> renders.</summary>
    public static string JsonSchema { get; } = ReadSchema();

    /// <summary>A page that is safe to send as an e-mail: inline styles, no script, no outside resource but a logo.</summary>
    public static IDigestRenderer Html { get; } = new HtmlRenderer(new DigestBranding(), fragment: false);

    /// <summary>A piece of HTML for an intranet page: the same content without the page around it.</summary>
    public static IDigestRenderer HtmlFragment { get; } = new HtmlRenderer(new DigestBranding(), fragment: true);

    /// <summary>Plain text, 72 columns wide: also an e-mail's text part.</summary>
    public static IDigestRenderer Text { get; } = new TextRenderer(new DigestBranding());

    /// <summary>Markdown (CommonMark with tables).</summary>
    public static IDigestRenderer Markdown { get; } = new MarkdownRenderer(new DigestBranding());

    /// <summary>One JSON object, for programs.</summary>
    public static IDigestRenderer Json { get; } = new JsonRenderer();

    /// <summary>Comma-separated values for a spreadsheet: what is shown, one line an item. No cell can be taken for a formula.</summary>
    public static IDigestRenderer Csv { get; } = new CsvRenderer();

    /// <summary>An Atom feed: the digest as one entry, and one for each piece of praise.</summary>
    public static IDigestRenderer Atom { get; } = new AtomRenderer(new DigestBranding());

    /// <summary>The renderer of a format, in a trust's dress.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="branding">Null for the default.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static IDigestRenderer Create(string format, DigestBranding? branding = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        branding ??= new DigestBranding();
        return format switch
        {
            "html" => new HtmlRenderer(branding, fragment: false),
            "fragment" => new HtmlRenderer(branding, fragment: true),
            "text" => new TextRenderer(branding),
            "markdown" => new MarkdownRenderer(branding),
            "json" => Json,
            "csv" => Csv,
            "atom" => new AtomRenderer(branding),
            _ => throw new ArgumentException($"There is no format '{format}'; there are {string.Join(", ", Formats)}.", nameof(format)),
        };
    }

    private static string ReadSchema()
    {
        using var stream = typeof(DigestRenderer).Assembly.GetManifestResourceStream("Engagement.Rendering.digest.schema.json")
            ?? throw new InvalidOperationException("The library was built without digest.schema.json.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

using Engagement;

namespace WeeklyDigest;

/// <summary>A kind of document that a digest is written as.</summary>
internal sealed record DocumentFormat(string Name, string Extension, IDigestRenderer Renderer)
{
    public static IReadOnlyList<DocumentFormat> All { get; } =
    [
        new("text", ".txt", DigestRenderer.Text),
        new("html", ".html", DigestRenderer.Html),
        new("markdown", ".md", DigestRenderer.Markdown),
        new("json", ".json", DigestRenderer.Json),
        new("csv", ".csv", DigestRenderer.Csv),
        new("atom", ".atom", DigestRenderer.Atom),
    ];

    public static DocumentFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}

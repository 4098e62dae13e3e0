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
        new("fragment", ".fragment.html", DigestRenderer.HtmlFragment),
    ];

    /// <summary>What an audience gets that says nothing of it.</summary>
    public static IReadOnlyList<DocumentFormat> Default { get; } = [All[0], All[1]];

    public static DocumentFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}

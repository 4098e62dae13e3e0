using Engagement;
using Engagement.Digests;

namespace WeeklyDigest;

/// <summary>A kind of document that a digest is written as.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Extension">With its dot.</param>
/// <param name="Render">Makes it; null where the digest has nothing for it.</param>
internal sealed record DocumentFormat(string Name, string Extension, Func<Digest, string?> Render)
{
    public static IReadOnlyList<DocumentFormat> All { get; } =
    [
        new("text", ".txt", DigestRenderer.Text.Render),
        new("html", ".html", DigestRenderer.Html.Render),
        new("markdown", ".md", DigestRenderer.Markdown.Render),
        new("json", ".json", DigestRenderer.Json.Render),
        new("csv", ".csv", DigestRenderer.Csv.Render),
        new("atom", ".atom", DigestRenderer.Atom.Render),
        new("fragment", ".fragment.html", DigestRenderer.HtmlFragment.Render),
        new("card", ".svg", digest => digest.Praise is [var best, ..] ? PraiseCard.Render(best, digest) : null),
    ];

    /// <summary>What an audience gets that says nothing of it.</summary>
    public static IReadOnlyList<DocumentFormat> Default { get; } = [All[0], All[1]];

    public static DocumentFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}

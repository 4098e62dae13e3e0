using System.Text;
using Engagement.Digests;
using NodaTime.Text;

namespace Engagement.Rendering;

/// <summary>RFC 4287: the digest as one entry with its HTML fragment, then one entry for each piece of praise.</summary>
internal sealed class AtomRenderer(DigestBranding branding) : IDigestRenderer
{
    private readonly HtmlRenderer _fragment = new(branding, fragment: true);

    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var document = DigestDocument.Of(digest, branding);
        // No clock here: a digest is as new as the end of its window.
        var updated = InstantPattern.ExtendedIso.Format(digest.Window.End);
        var feed = new StringBuilder();
        feed.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
        Element(feed, "id", $"urn:engagement:{FeedOf(digest)}");
        Element(feed, "title", document.Title);
        Element(feed, "updated", updated);
        feed.Append("<author>");
        Element(feed, "name", digest.TrustName);
        feed.Append("</author>\n<entry>\n");
        Element(feed, "id", $"urn:engagement:{digest.Id}");
        Element(feed, "title", $"{document.Title}, {document.Subtitle}");
        Element(feed, "updated", updated);
        Element(feed, "summary", document.Summary);
        feed.Append("<content type=\"html\">");
        HtmlText.Append(feed, _fragment.Render(document));
        feed.Append("</content>\n</entry>\n");
        foreach (var item in digest.Praise) Entry(feed, digest, item, updated);
        feed.Append("</feed>\n");
        return feed.ToString();
    }

    private static string FeedOf(Digest digest) => digest.Id.Contains('_', StringComparison.Ordinal)
        ? string.Join('_', digest.Id.Split('_').Take(2))
        : digest.Id;

    private static void Entry(StringBuilder feed, Digest digest, DigestItem item, string updated)
    {
        feed.Append("<entry>\n");
        Element(feed, "id", $"urn:engagement:{digest.Id}:{Uri.EscapeDataString(item.Id)}");
        Element(feed, "title", "Praise: " + Wording.Source(item));
        Element(feed, "updated", item.At is { } at ? InstantPattern.ExtendedIso.Format(at) : updated);
        if (item.Link is { } link) feed.Append("<link rel=\"alternate\" href=\"").Append(HtmlText.Encode(link)).Append("\"/>\n");
        feed.Append("<content type=\"text\">");
        HtmlText.Append(feed, item.Text);
        feed.Append("</content>\n</entry>\n");
    }

    private static void Element(StringBuilder feed, string name, string text)
    {
        feed.Append('<').Append(name).Append('>');
        HtmlText.Append(feed, text);
        feed.Append("</").Append(name).Append(">\n");
    }
}

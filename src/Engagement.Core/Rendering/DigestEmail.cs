using System.Text;
using Engagement.Rendering;

namespace Engagement;

/// <summary>
/// A digest as an e-mail: values for whatever sends it. The library sends nothing. No value holds a line break or another control character, so that none can
/// add a header. Texts are plain Unicode: whoever sends encodes them (RFC 2047).
/// </summary>
public sealed record DigestEmail
{
    private DigestEmail()
    {
    }

    /// <summary>Subject, at most 140 UTF-16 code units.</summary>
    public required string Subject { get; init; }

    /// <summary>The HTML part.</summary>
    public required string Html { get; init; }

    /// <summary>The plain-text part, with the same content.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Further headers in order: <c>Message-ID</c> (made of the digest's id and revision, so that a second sending can be told), <c>Content-Language</c>,
    /// <c>Auto-Submitted</c> (RFC 3834), and with a branding that has an address <c>List-Unsubscribe</c> and <c>List-Unsubscribe-Post</c> (RFC 8058).
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The e-mail of a digest.</summary>
    /// <param name="digest">The digest. Whether it is to be sent at all, <see cref="Digest.ShouldSend"/> says.</param>
    /// <param name="domain">Domain of the sender, for the message's id: letters, digits, hyphens and dots.</param>
    /// <param name="branding">Null for the default.</param>
    /// <param name="unsubscribeMailbox">An e-mail address that also takes a request to stop, for programs that know only that; null for none.</param>
    /// <exception cref="ArgumentException">The domain or the mailbox is not one.</exception>
    public static DigestEmail Of(Digest digest, string domain, DigestBranding? branding = null, string? unsubscribeMailbox = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(domain);
        branding ??= new DigestBranding();
        if (!IsDomain(domain)) throw new ArgumentException("The domain is letters, digits and hyphens, with dots between.", nameof(domain));
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Message-ID", $"<{OneLine(digest.Id).Replace(' ', '-')}.{digest.Revision}@{domain}>"),
            new("Content-Language", "en"),
            new("Auto-Submitted", "auto-generated"),
        };
        var ways = new List<string>();
        if (branding.UnsubscribeAddress is { } address) ways.Add($"<{address.Replace(">", "%3E", StringComparison.Ordinal)}>");
        if (unsubscribeMailbox is not null)
        {
            var at = unsubscribeMailbox.IndexOf('@', StringComparison.Ordinal);
            if (at <= 0 || !IsDomain(unsubscribeMailbox.AsSpan(at + 1)) || !unsubscribeMailbox.AsSpan(0, at).ContainsOnlyMailboxCharacters())
                throw new ArgumentException("The mailbox is not an e-mail address.", nameof(unsubscribeMailbox));
            ways.Add($"<mailto:{unsubscribeMailbox}?subject=unsubscribe>");
        }

        if (ways.Count > 0) headers.Add(new("List-Unsubscribe", string.Join(", ", ways)));
        if (branding.UnsubscribeAddress is not null) headers.Add(new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        return new DigestEmail
        {
            Subject = SubjectOf(digest),
            Html = DigestRenderer.Create("html", branding).Render(digest),
            Text = DigestRenderer.Create("text", branding).Render(digest),
            Headers = headers,
        };
    }

    // What happened comes first: a subject is cut at its end.
    private static string SubjectOf(Digest digest)
    {
        var said = digest.Voices.First(figures => figures.Voice == Organizations.Voice.Public).Counts;
        var news = digest.LeftOut.Undelivered > 0 ? "Urgent post not delivered" : said.Positive > 0 ? Wording.Counted(said.Positive, "thank-you") : said.Mentions > 0 ? Wording.Counted(said.Mentions, "post") : "Nothing";
        return OneLine(Digests.DigestText.Clean($"{news} for {digest.AudienceName}, {digest.Window.Name}", 139));
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text) line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return line.ToString();
    }

    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 253 || text[0] is '.' or '-' || text[^1] is '.' or '-') return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')) return false;
        }

        return true;
    }
}

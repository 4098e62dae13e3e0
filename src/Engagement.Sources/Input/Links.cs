namespace Engagement.Sources.Input;

/// <summary>What a link says about where a mention was published.</summary>
internal static class Links
{
    private static readonly (string Domain, Platform Platform)[] Domains =
    [
        ("x.com", Platform.X),
        ("twitter.com", Platform.X),
        ("facebook.com", Platform.Facebook),
        ("instagram.com", Platform.Instagram),
        ("linkedin.com", Platform.LinkedIn),
        ("youtube.com", Platform.YouTube),
        ("youtu.be", Platform.YouTube),
        ("reddit.com", Platform.Reddit),
        ("tiktok.com", Platform.TikTok),
        ("threads.net", Platform.Threads),
        ("threads.com", Platform.Threads),
        ("bsky.app", Platform.Bluesky),
        ("careopinion.org.uk", Platform.CareOpinion),
        ("patientopinion.org.uk", Platform.CareOpinion),
        ("nhs.uk", Platform.NhsUk),
    ];

    /// <summary>The platform whose domain the link is of; a page of the web otherwise.</summary>
    public static Platform PlatformOf(string? link)
    {
        var host = HostOf(link);
        if (host.IsEmpty) return Platform.Web;
        foreach (var (domain, platform) in Domains)
        {
            if (!host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)) continue;
            if (host.Length > domain.Length && host[host.Length - domain.Length - 1] != '.') continue;

            // Trusts have their own sites under nhs.uk; reviews stand on the first of them only.
            if (platform == Platform.NhsUk && !host.Equals("www.nhs.uk", StringComparison.OrdinalIgnoreCase)) return Platform.Web;
            return platform;
        }

        return Platform.Web;
    }

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://");
        if (scheme < 0) return default;
        link = link[(scheme + 3)..];
        var end = link.IndexOfAny('/', '?', '#');
        if (end >= 0) link = link[..end];
        var port = link.IndexOf(':');
        return port >= 0 ? link[..port] : link;
    }
}

namespace Engagement.Sources.Feeds;

/// <summary>The page behind the redirect that Google Alerts puts before it.</summary>
internal static class GoogleRedirect
{
    /// <summary>The target of a redirect; any other link as it is.</summary>
    public static string Unwrap(string link)
    {
        var scheme = link.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return link;
        var hostEnd = link.IndexOf('/', scheme + 3);
        if (hostEnd < 0 || !link.AsSpan(hostEnd).StartsWith("/url?", StringComparison.Ordinal)) return link;
        var host = link.AsSpan(scheme + 3, hostEnd - scheme - 3);
        if (!host.StartsWith("google.", StringComparison.OrdinalIgnoreCase) && !host.StartsWith("www.google.", StringComparison.OrdinalIgnoreCase))
            return link;

        var start = TargetStart(link, hostEnd + 4, "url=");
        if (start < 0) start = TargetStart(link, hostEnd + 4, "q=");
        if (start < 0) return link;

        // The target is often not escaped, so that its own "&" are in the way: what Google appends begins at the last "&ct=ga".
        var isPlain = link.AsSpan(start).StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || link.AsSpan(start).StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var end = link.LastIndexOf("&ct=ga", StringComparison.Ordinal);
        if (end <= start) end = isPlain ? link.Length : link.IndexOf('&', start);
        if (end <= start) end = link.Length;
        var target = link[start..end];
        return isPlain ? target : Uri.UnescapeDataString(target);
    }

    private static int TargetStart(string link, int from, string name)
    {
        for (var at = from; (at = link.IndexOf(name, at, StringComparison.Ordinal)) > 0; at += name.Length)
        {
            if (link[at - 1] is '?' or '&') return at + name.Length;
        }

        return -1;
    }
}

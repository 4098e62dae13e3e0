namespace Engagement.Digests;

/// <summary>Links that may be shown: http and https, without user names, of bearable length.</summary>
internal static class SafeLink
{
    private const int Longest = 2_000;

    /// <summary>The link in ASCII, percent-encoded; null when it may not be shown.</summary>
    public static string? Of(string? link)
    {
        if (string.IsNullOrEmpty(link) || link.Length > Longest) return null;
        if (!link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return null;
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri)) return null;
        if (uri.UserInfo.Length > 0 || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)) return null;
        var address = uri.AbsoluteUri;
        return address.Length <= Longest ? address : null;
    }
}

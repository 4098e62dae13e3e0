namespace Engagement.Mentions;

/// <summary>Whether a whole string is an identifier of the AT Protocol, which Bluesky speaks.</summary>
public static class BlueskySyntax
{
    private const int LongestHandle = 253;
    private const int LongestLabel = 63;
    private const int LongestDid = 2048;
    private const int LongestUri = 8192;
    private const int LongestCollection = 317;
    private const int LongestRecordKey = 512;

    /// <summary>Whether the text is a handle, without <c>@</c>: a domain name of at least two labels, the last not starting with a digit.</summary>
    public static bool IsHandle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsHandle(text.AsSpan());
    }

    /// <summary>Whether the text is a decentralised identifier: <c>did:method:value</c>.</summary>
    public static bool IsDid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsDid(text.AsSpan());
    }

    /// <summary>Whether the text is the address of an account, collection or record: <c>at://authority/collection/key</c>, without fragment or query.</summary>
    public static bool IsAtUri(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestUri || !text.StartsWith("at://", StringComparison.Ordinal)) return false;
        var rest = text.AsSpan(5);
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        if (!IsDid(authority) && !IsHandle(authority)) return false;
        if (slash < 0) return true;
        rest = rest[(slash + 1)..];
        slash = rest.IndexOf('/');
        if (!IsCollection(slash < 0 ? rest : rest[..slash])) return false;
        return slash < 0 || IsRecordKey(rest[(slash + 1)..]);
    }

    private static bool IsHandle(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestHandle) return false;
        var last = text.LastIndexOf('.');
        if (last < 0 || last == text.Length - 1 || !char.IsAsciiLetter(text[last + 1])) return false;
        return AreLabels(text);
    }

    private static bool AreLabels(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('.'))
        {
            var label = text[range];
            if (label.Length is < 1 or > LongestLabel || label[0] == '-' || label[^1] == '-') return false;
            foreach (var c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
            }
        }

        return true;
    }

    private static bool IsDid(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestDid || !text.StartsWith("did:")) return false;
        text = text[4..];
        var colon = text.IndexOf(':');
        if (colon < 1 || text[..colon].ContainsAnyExceptInRange('a', 'z')) return false;
        var value = text[(colon + 1)..];
        if (value.IsEmpty || value[^1] is ':' or '%') return false;
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or ':' or '%' or '-')) return false;
        }

        return true;
    }

    private static bool IsCollection(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestCollection || text.IsEmpty || !char.IsAsciiLetter(text[0]) || text.Count('.') < 2) return false;
        var last = text.LastIndexOf('.');
        var name = text[(last + 1)..];
        if (name.Length is < 1 or > LongestLabel || !char.IsAsciiLetter(name[0])) return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }

        return AreLabels(text[..last]);
    }

    private static bool IsRecordKey(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > LongestRecordKey || text is "." or "..") return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '~' or '.' or ':' or '-')) return false;
        }

        return true;
    }
}

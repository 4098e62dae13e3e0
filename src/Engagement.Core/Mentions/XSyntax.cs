using System.Globalization;
using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>Whether a whole string is a handle, list, hashtag or address by the rules of X.</summary>
public static class XSyntax
{
    /// <summary>Whether the text is <c>@name</c> and nothing else.</summary>
    public static bool IsHandle(string text) => IsWhole(text, TokenKind.Handle);

    /// <summary>Whether the text is <c>@name/list</c> and nothing else.</summary>
    public static bool IsList(string text) => IsWhole(text, TokenKind.List);

    /// <summary>Whether the text is <c>#tag</c> and nothing else.</summary>
    public static bool IsHashtag(string text) => IsWhole(text, TokenKind.Hashtag);

    /// <summary>
    /// Whether the text is an http or https address by its parts: user, host (a name of any script, or a number), port, path, query and
    /// fragment. Stricter about characters than finding links in a text, but any top-level domain will do.
    /// </summary>
    /// <param name="text">The address.</param>
    /// <param name="requireProtocol">False to allow an address without <c>http://</c>.</param>
    public static bool IsLink(string text, bool requireProtocol = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        var protocol = rest.IndexOf("://", StringComparison.Ordinal);
        if (protocol > 0 && rest[..protocol].IndexOfAny(":/?#") < 0)
        {
            var scheme = rest[..protocol];
            if (!scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("https", StringComparison.OrdinalIgnoreCase)) return false;
            rest = rest[(protocol + 3)..];
        }
        else if (requireProtocol)
        {
            return false;
        }

        var authorityEnd = IndexOrEnd(rest, "/?#");
        if (!IsAuthority(rest[..authorityEnd])) return false;
        rest = rest[authorityEnd..];
        var pathEnd = IndexOrEnd(rest, "?#");
        if (!IsMadeOf(rest[..pathEnd], "/:|@")) return false;
        rest = rest[pathEnd..];
        var queryEnd = IndexOrEnd(rest, "#");
        return IsMadeOf(rest[Math.Min(1, queryEnd)..queryEnd], "/?:|@") && IsMadeOf(rest[Math.Min(rest.Length, queryEnd + 1)..], "/?:|@");
    }

    private static bool IsWhole(string text, TokenKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stream = TokenStream.Of(text, TextDialect.X);
        return stream.Count == 1 && stream[0].Kind == kind && stream[0].End - stream[0].Start == text.Length;
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            if (!IsMadeOf(authority[..at], ":")) return false;
            authority = authority[(at + 1)..];
        }

        if (authority.StartsWith("["))
        {
            var close = authority.IndexOf(']');
            return close > 1 && authority[1..close].ContainsAnyExcept("abcdefABCDEF0123456789:.") == false && IsPort(authority[(close + 1)..]);
        }

        var colon = authority.IndexOf(':');
        if (colon >= 0 && !IsPort(authority[colon..])) return false;
        var host = colon >= 0 ? authority[..colon] : authority;
        return IsNumericHost(host) || IsNamedHost(host);
    }

    private static bool IsPort(ReadOnlySpan<char> port) =>
        port.IsEmpty || (port[0] == ':' && port.Length is >= 2 and <= 6 && !port[1..].ContainsAnyExceptInRange('0', '9'));

    private static bool IsNumericHost(ReadOnlySpan<char> host)
    {
        var parts = 0;
        foreach (var range in host.Split('.'))
        {
            var part = host[range];
            if (part.Length is < 1 or > 3 || part.ContainsAnyExceptInRange('0', '9') || (part.Length > 1 && part[0] == '0')) return false;
            if (int.Parse(part, CultureInfo.InvariantCulture) > 255) return false;
            parts++;
        }

        return parts == 4;
    }

    private static bool IsNamedHost(ReadOnlySpan<char> host)
    {
        var last = host.LastIndexOf('.');
        if (last < 0) return false;
        var domain = host[(last + 1)..];
        if (!IsLabel(domain, "-") || char.IsAsciiDigit(domain[0])) return false;
        host = host[..last];
        var name = host[(host.LastIndexOf('.') + 1)..];
        if (!IsLabel(name, "-")) return false;
        foreach (var range in host.Split('.'))
        {
            if (!IsLabel(host[range], "-_")) return false;
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label, ReadOnlySpan<char> inner)
    {
        if (label.IsEmpty || !IsEnd(label[0]) || !IsEnd(label[^1])) return false;
        foreach (var c in label)
        {
            if (!IsEnd(c) && !inner.Contains(c)) return false;
        }

        return true;

        static bool IsEnd(char c) => char.IsAsciiLetterOrDigit(c) || c >= 0x80;
    }

    /// <summary>Whether the text has only unreserved characters (Cyrillic letters are), escapes, sub-delimiters and those of <paramref name="more"/>.</summary>
    private static bool IsMadeOf(ReadOnlySpan<char> text, ReadOnlySpan<char> more)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return false;
                i += 2;
                continue;
            }

            var isFine = char.IsAsciiLetterOrDigit(c) || "-._~!$&'()*+,;=".Contains(c, StringComparison.Ordinal) || c is >= '\u0400' and <= '\u04FF' || more.Contains(c);
            if (!isFine) return false;
        }

        return true;
    }

    private static int IndexOrEnd(ReadOnlySpan<char> text, ReadOnlySpan<char> any) => text.IndexOfAny(any) is var index && index >= 0 ? index : text.Length;
}

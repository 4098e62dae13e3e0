using System.Text;
using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>
/// A link in the form in which equal pages have equal links: redirects of Google, Outlook and others unwrapped, parameters that only
/// follow the reader dropped, protocol and host in lower case and ASCII, no user name, no default port. Nothing is fetched: a short link
/// stays what it is unless <see cref="Mention.ExpandedLinks"/> knows better. Immutable, thread-safe.
/// </summary>
public sealed record CanonicalLink
{
    private const int Longest = 8192;
    private const int MostRedirects = 5;

    private static readonly (string Name, bool IsPrefix, string[] Hosts)[] Tracking =
    [
        .. DataTable.Lines("Mentions.tracking-parameters.txt").Select(line => line.Split(' ')).Select(parts => (parts[0].TrimEnd('*'), parts[0].EndsWith('*'), parts[1..])),
    ];

    private static readonly (string Host, string Path, string[] Parameters)[] Redirects =
        [.. DataTable.Lines("Mentions.redirects.txt").Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1], parts[2..]))];

    private CanonicalLink(string address, string host, string unicodeHost)
    {
        Address = address;
        Host = host;
        UnicodeHost = unicodeHost;
    }

    /// <summary>The whole address, with protocol; the host in punycode.</summary>
    public string Address { get; }

    /// <summary>The host in lower case and punycode, such as <c>xn--bcher-kva.example</c>.</summary>
    public string Host { get; }

    /// <summary>The host in lower case and Unicode, such as <c>bücher.example</c>.</summary>
    public string UnicodeHost { get; }

    /// <summary>The address.</summary>
    public override string ToString() => Address;

    /// <summary>Brings a link into canonical form.</summary>
    /// <param name="link">A link as written, with or without <c>http://</c>.</param>
    /// <returns>Null when it is no http or https link, has no host, or is longer than 8,192 characters.</returns>
    public static CanonicalLink? Of(string link) => Of(link, null);

    /// <summary>Brings a link into canonical form, following what the platform says of its short links.</summary>
    /// <param name="link">A link as written, with or without <c>http://</c>.</param>
    /// <param name="expandedLinks">Short link to target, as in <see cref="Mention.ExpandedLinks"/>; null for none.</param>
    /// <returns>Null when it is no http or https link, has no host, or is longer than 8,192 characters.</returns>
    public static CanonicalLink? Of(string link, IReadOnlyDictionary<string, string>? expandedLinks)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (expandedLinks is not null && expandedLinks.TryGetValue(link, out var expanded)) link = expanded;
        return Parts.Of(Unwrap(link)) is { } parts ? Canonical(parts) : null;
    }

    /// <summary>The address behind the redirects of Google, Outlook and others, as it is written in them.</summary>
    /// <param name="link">A link as written, with or without <c>http://</c>.</param>
    /// <returns>The link itself where it is no redirect that is known. At most five redirects are followed.</returns>
    public static string Unwrap(string link)
    {
        ArgumentNullException.ThrowIfNull(link);
        for (var i = 0; i < MostRedirects && Parts.Of(link) is { } wrapped && TargetOf(wrapped) is { } target && Parts.Of(target) is not null; i++) link = target;
        return link;
    }

    private static CanonicalLink Canonical(Parts parts)
    {
        var address = new StringBuilder(parts.Protocol).Append("://").Append(parts.Host).Append(parts.Port).Append(parts.Path.Length == 0 ? "/" : parts.Path);
        var separator = '?';
        foreach (var parameter in parts.Query.Split('&'))
        {
            if (parameter.Length == 0 || IsTracking(parameter.Split('=')[0], parts.Host)) continue;
            address.Append(separator).Append(parameter);
            separator = '&';
        }

        // A text fragment only marks words of the page for the reader who came by it.
        var text = parts.Fragment.IndexOf(":~:", StringComparison.Ordinal);
        var fragment = text >= 0 ? parts.Fragment[..text] : parts.Fragment;
        if (fragment.Length > 0) address.Append('#').Append(fragment);
        return new CanonicalLink(address.ToString(), parts.Host, ToUnicode(parts.Host));
    }

    private static bool IsTracking(string name, string host)
    {
        foreach (var (known, isPrefix, hosts) in Tracking)
        {
            var matches = isPrefix ? name.StartsWith(known, StringComparison.OrdinalIgnoreCase) : name.Equals(known, StringComparison.OrdinalIgnoreCase);
            if (matches && (hosts.Length == 0 || hosts.Any(one => IsUnder(host, one)))) return true;
        }

        return false;
    }

    private static string? TargetOf(Parts parts)
    {
        foreach (var (host, path, parameters) in Redirects)
        {
            if (!IsUnder(parts.Host, host) || !parts.Path.StartsWith(path, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var parameter in parameters)
            {
                if (ParameterOf(parts.Query, parameter) is { } target && target.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return target;
            }
        }

        return null;
    }

    private static string? ParameterOf(string query, string name)
    {
        var start = query.StartsWith(name + "=", StringComparison.Ordinal) ? 0 : query.IndexOf("&" + name + "=", StringComparison.Ordinal) + 1;
        if (start == 0 && !query.StartsWith(name + "=", StringComparison.Ordinal)) return null;
        var value = query[(start + name.Length + 1)..];

        // Google Alerts puts the target in as it is, with its own parameters; what is Google's begins at the last ct=ga.
        var alert = value.LastIndexOf("&ct=ga", StringComparison.Ordinal);
        var isPlain = value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (alert >= 0 && isPlain) return value[..alert];
        value = value.Split('&')[0];
        return isPlain ? value : Uri.UnescapeDataString(value);
    }

    private static bool IsUnder(string host, string domain)
    {
        if (domain.EndsWith(".*", StringComparison.Ordinal))
        {
            var name = domain[..^1];
            return host.StartsWith(name, StringComparison.Ordinal) || host.StartsWith("www." + name, StringComparison.Ordinal);
        }

        return host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == '.');
    }

    private static string ToUnicode(string host) =>
        host.Contains("xn--", StringComparison.Ordinal) ? string.Join('.', host.Split('.').Select(label => Punycode.Decode(label) ?? label)) : host;

    private readonly record struct Parts(string Protocol, string Host, string Port, string Path, string Query, string Fragment)
    {
        public static Parts? Of(string link)
        {
            link = link.Trim();
            if (link.Length is 0 or > Longest) return null;
            var protocol = "https";
            if (link.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) (protocol, link) = ("http", link[7..]);
            else if (link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) link = link[8..];
            else if (link.AsSpan(0, EndOfAuthority(link)).Contains('@') || IsOtherProtocol(link)) return null;

            var authorityEnd = EndOfAuthority(link);
            var authority = link[..authorityEnd];
            var rest = link[authorityEnd..];
            authority = authority[(authority.LastIndexOf('@') + 1)..];
            var port = "";
            if (authority.LastIndexOf(':') is var colon and >= 0 && !authority.EndsWith(']'))
            {
                port = authority[colon..];
                authority = authority[..colon];
                if (port.Length == 1 || port == (protocol == "https" ? ":443" : ":80")) port = "";
                if (port.Length > 6 || port.Skip(1).Any(c => !char.IsAsciiDigit(c))) return null;
            }

            if (HostOf(authority) is not { } host) return null;
            var hash = rest.IndexOf('#', StringComparison.Ordinal);
            var fragment = hash < 0 ? "" : rest[(hash + 1)..];
            rest = hash < 0 ? rest : rest[..hash];
            var question = rest.IndexOf('?', StringComparison.Ordinal);
            return new Parts(protocol, host, port, question < 0 ? rest : rest[..question], question < 0 ? "" : rest[(question + 1)..], fragment);
        }

        private static bool IsOtherProtocol(string link) => link.AsSpan(0, EndOfAuthority(link)).EndsWith(":") && link.AsSpan(EndOfAuthority(link)).StartsWith("//");

        private static int EndOfAuthority(string link) => link.AsSpan().IndexOfAny("/?#") is var end and >= 0 ? end : link.Length;

        /// <summary>The host in lower case and ASCII; null when it is none.</summary>
        private static string? HostOf(string authority)
        {
            if (authority.StartsWith('[')) return authority.EndsWith(']') ? authority.ToLowerInvariant() : null;
            var host = new StringBuilder(authority.Length);
            Span<char> encoded = stackalloc char[Punycode.LongestLabel + 1];
            foreach (var label in authority.TrimEnd('.').Split('.', '。', '．'))
            {
                if (label.Any(c => c <= ' ' || "<>\"\\^`{|}%:[]".Contains(c, StringComparison.Ordinal))) return null;
                var length = Punycode.Encode(label, encoded);
                if (length is 0 or > Punycode.LongestLabel) return null;
                if (host.Length > 0) host.Append('.');
                host.Append(encoded[..length]);
            }

            return host.ToString();
        }
    }
}

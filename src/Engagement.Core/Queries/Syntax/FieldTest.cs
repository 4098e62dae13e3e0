using Engagement.Mentions;
using Engagement.Text;
using NodaTime;

namespace Engagement.Queries.Syntax;

/// <summary>What a <see cref="FieldTest"/> looks at.</summary>
internal enum FieldKind : byte
{
    From,
    To,
    Url,
    Site,
    Language,
    Platform,
    Since,
    Until,
    Likes,
    Shares,
    Replies,
    Followers,
    State,
}

/// <summary>What <c>is:</c> and <c>has:</c> ask.</summary>
internal enum PostState : byte
{
    Reply,
    Repost,
    Quote,
    Original,
    Link,
    Media,
    Question,
    Emoji,
}

/// <summary>One condition on what is known about a mention. What is unknown fulfils no condition.</summary>
internal sealed record FieldTest
{
    public required FieldKind Kind { get; init; }

    /// <summary>Handle, address, host, language tag or name in the form in which it is compared (ASCII capitals folded); else empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>The words of a <c>from:</c> that is a name rather than a handle; null for a handle.</summary>
    public TermList? Name { get; init; }

    public Platform Platform { get; init; }

    public PostState State { get; init; }

    public LocalDate Date { get; init; }

    /// <summary>Start of <see cref="Date"/> in the query's time zone.</summary>
    public Instant Instant { get; init; }

    /// <summary>Least count that fulfils the condition.</summary>
    public long Least { get; init; }

    /// <summary>Greatest count that fulfils the condition.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>Whether the mention fulfils the condition.</summary>
    /// <param name="parsed">The mention.</param>
    /// <param name="names">A stream to read a display name into.</param>
    public bool Holds(ParsedMention parsed, TokenStream names)
    {
        var mention = parsed.Mention;
        switch (Kind)
        {
            case FieldKind.From:
                return Name is null ? IsHandle(mention.Author?.Handle, Text) : IsNamed(mention.Author?.DisplayName, Name, names);
            case FieldKind.To:
                return AddresseeOf(parsed.Text, Text) >= 0;
            case FieldKind.Url:
                return Contains(mention.Link, Text) || AnyLink(parsed, static (link, text) => Contains(link, text));
            case FieldKind.Site:
                return IsOnSite(mention.Link, Text) || AnyLink(parsed, static (link, text) => IsOnSite(link, text));
            case FieldKind.Language:
                return IsLanguage(mention.Language, Text);
            case FieldKind.Platform:
                return mention.Platform == Platform;
            case FieldKind.Since:
                return !mention.DateIsDoubtful
                    && (mention.Published is { } from ? from >= Instant : mention.PublishedOn is { } fromDay && fromDay >= Date);
            case FieldKind.Until:
                return !mention.DateIsDoubtful
                    && (mention.Published is { } to ? to < Instant : mention.PublishedOn is { } toDay && toDay < Date);
            case FieldKind.Likes:
                return IsWithin(mention.Counts?.Likes);
            case FieldKind.Shares:
                return IsWithin(mention.Counts?.Shares);
            case FieldKind.Replies:
                return IsWithin(mention.Counts?.Replies);
            case FieldKind.Followers:
                return IsWithin(mention.Author?.Followers);
            default:
                return IsState(parsed, State);
        }
    }

    /// <summary>What shows that the condition holds; nothing where it rests on data that stand in no text.</summary>
    public void AddEvidence(ParsedMention parsed, List<Evidence> evidence)
    {
        var mention = parsed.Mention;
        switch (Kind)
        {
            case FieldKind.From when Name is null && mention.Author?.Handle is { } handle:
                evidence.Add(new Evidence(MentionField.Handle, new TextSpan(0, handle.Length)));
                break;
            case FieldKind.To:
                var addressee = AddresseeOf(parsed.Text, Text);
                if (addressee >= 0) evidence.Add(new Evidence(MentionField.Text, parsed.Text[addressee].Span));
                break;
            case FieldKind.Url:
                if (Contains(mention.Link, Text)) evidence.Add(new Evidence(MentionField.Link, new TextSpan(0, mention.Link!.Length)));
                AddLinks(parsed, static (link, text) => Contains(link, text), evidence);
                break;
            case FieldKind.Site:
                if (IsOnSite(mention.Link, Text)) evidence.Add(new Evidence(MentionField.Link, new TextSpan(0, mention.Link!.Length)));
                AddLinks(parsed, static (link, text) => IsOnSite(link, text), evidence);
                break;
            case FieldKind.State when State is PostState.Link or PostState.Emoji or PostState.Question:
                AddTokens(parsed.Title, MentionField.Title, State, evidence);
                AddTokens(parsed.Text, MentionField.Text, State, evidence);
                break;
        }
    }

    private bool IsWithin(long? count) => count is { } known && known >= Least && known <= Most;

    private static bool IsHandle(string? handle, string asked)
    {
        if (handle is null) return false;
        var written = handle.AsSpan();
        if (written.Length > 0 && written[0] == '@') written = written[1..];
        return written.Equals(asked, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNamed(string? name, TermList words, TokenStream stream)
    {
        if (string.IsNullOrEmpty(name)) return false;
        stream.Read(name, TextDialect.Neutral);
        for (var i = 0; i < stream.Count; i++)
        {
            if (Phrases.EndOf(stream, i, words.Terms) >= 0) return true;
        }

        return false;
    }

    /// <summary>A post is addressed to the handles that it opens with; -1 when this is none of them.</summary>
    private static int AddresseeOf(TokenStream text, string handle)
    {
        for (var i = 0; i < text.Count; i++)
        {
            ref readonly var token = ref text[i];
            if (token.Kind == TokenKind.Punctuation) continue;
            if (token.Kind != TokenKind.Handle) return -1;
            if (text.Original(token)[1..].Equals(handle, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private static bool Contains(string? link, string part) => link is not null && link.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(ReadOnlySpan<char> link, ReadOnlySpan<char> part) => link.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool IsOnSite(ReadOnlySpan<char> link, ReadOnlySpan<char> site)
    {
        var scheme = link.IndexOf("://");
        if (scheme >= 0) link = link[(scheme + 3)..];
        var end = link.IndexOfAny('/', '?', '#');
        var host = end < 0 ? link : link[..end];
        var path = ReadOnlySpan<char>.Empty;
        var slash = site.IndexOf('/');
        if (slash >= 0)
        {
            path = site[slash..];
            site = site[..slash];
        }

        var user = host.LastIndexOf('@');
        if (user >= 0) host = host[(user + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0) host = host[..port];
        if (!host.EndsWith(site, StringComparison.OrdinalIgnoreCase)) return false;
        if (host.Length != site.Length && host[host.Length - site.Length - 1] != '.') return false;
        return path.IsEmpty || (end >= 0 && link[end..].StartsWith(path, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOnSite(string? link, string site) => link is not null && IsOnSite(link.AsSpan(), site);

    private static bool IsLanguage(string? tag, string asked)
    {
        if (tag is null || !tag.StartsWith(asked, StringComparison.OrdinalIgnoreCase)) return false;
        return tag.Length == asked.Length || tag[asked.Length] is '-' or '_';
    }

    private delegate bool LinkTest(ReadOnlySpan<char> link, string text);

    private bool AnyLink(ParsedMention parsed, LinkTest test) => AnyLink(parsed, parsed.Title, test) || AnyLink(parsed, parsed.Text, test);

    private bool AnyLink(ParsedMention parsed, TokenStream stream, LinkTest test)
    {
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind == TokenKind.Link && IsLink(parsed, stream, token, test)) return true;
        }

        return false;
    }

    private bool IsLink(ParsedMention parsed, TokenStream stream, in Token token, LinkTest test)
    {
        if (test(stream.Original(token), Text)) return true;
        var expanded = parsed.Mention.ExpandedLinks;
        return expanded is { Count: > 0 }
            && expanded.TryGetValue(stream.Original(token).ToString(), out var target) && test(target, Text);
    }

    private void AddLinks(ParsedMention parsed, LinkTest test, List<Evidence> evidence)
    {
        foreach (ref readonly var token in parsed.Title.Tokens)
        {
            if (token.Kind == TokenKind.Link && IsLink(parsed, parsed.Title, token, test)) evidence.Add(new Evidence(MentionField.Title, token.Span));
        }

        foreach (ref readonly var token in parsed.Text.Tokens)
        {
            if (token.Kind == TokenKind.Link && IsLink(parsed, parsed.Text, token, test)) evidence.Add(new Evidence(MentionField.Text, token.Span));
        }
    }

    private static bool IsState(ParsedMention parsed, PostState state)
    {
        var mention = parsed.Mention;
        return state switch
        {
            PostState.Reply => mention.ReplyTo is not null,
            PostState.Repost => mention.RepostOf is not null,
            PostState.Quote => mention.QuoteOf is not null,
            PostState.Original => mention.ReplyTo is null && mention.RepostOf is null && mention.QuoteOf is null,
            PostState.Media => mention.HasMedia,
            _ => HasToken(parsed.Title, state) || HasToken(parsed.Text, state),
        };
    }

    private static bool HasToken(TokenStream stream, PostState state)
    {
        foreach (ref readonly var token in stream.Tokens)
        {
            if (Shows(stream, token, state)) return true;
        }

        return false;
    }

    private static void AddTokens(TokenStream stream, MentionField field, PostState state, List<Evidence> evidence)
    {
        foreach (ref readonly var token in stream.Tokens)
        {
            if (Shows(stream, token, state)) evidence.Add(new Evidence(field, token.Span));
        }
    }

    private static bool Shows(TokenStream stream, in Token token, PostState state) => state switch
    {
        PostState.Link => token.Kind == TokenKind.Link,
        PostState.Emoji => token.Kind == TokenKind.Emoji,
        _ => token.Kind == TokenKind.Punctuation && IsQuestionMark(stream.Original(token)[0]),
    };

    private static bool IsQuestionMark(char c) => c is '?' or '\uFF1F' or '\u061F' or '\u203D' or '\u2047' or '\u2048' or '\u2049';
}

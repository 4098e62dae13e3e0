using Engagement.Queries;
using Engagement.Queries.Syntax;
using Engagement.Text;
using NodaTime;

namespace Engagement.Organizations;

/// <summary>Makes queries of names. They are put together, not parsed: a name may hold what the language would read as an operator.</summary>
internal static class RouteQueries
{
    /// <summary>Any of the phrases in title or text and, where wanted, in the place that the source names; null when there is no word.</summary>
    public static Query? OfPhrases(IEnumerable<string> phrases, bool isExact, bool alsoPlace, DateTimeZone zone)
    {
        var nodes = new List<QueryNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            var terms = TermsOf(phrase, isExact);
            if (terms.Length == 0 || !seen.Add(string.Join(' ', terms.Select(term => term.Exact ?? term.Folded)))) continue;
            nodes.Add(new SequenceNode(default, terms, TextScope.Anywhere));
            if (alsoPlace) nodes.Add(new SequenceNode(default, terms, TextScope.Place));
        }

        return AnyOf(nodes, zone);
    }

    public static Query OfHandle(string handle, DateTimeZone zone) => OfTerm(handle, TermKind.Handle, '@', zone);

    public static Query OfHashtag(string tag, DateTimeZone zone) => OfTerm(tag, TermKind.Hashtag, '#', zone);

    private static Query OfTerm(string value, TermKind kind, char sigil, DateTimeZone zone)
    {
        var spellings = new HashSet<string>(StringComparer.Ordinal) { value.ToLowerInvariant() };
        foreach (var dialect in (TextDialect[])[TextDialect.X, TextDialect.Mastodon, TextDialect.Bluesky])
        {
            var stream = TokenStream.Of(sigil + value, dialect);
            if (stream.Count == 1) spellings.Add(stream.Folded(stream[0]).ToString());
        }

        return AnyOf([.. spellings.Select(folded => new SequenceNode(default, [new Term(folded, TermShape.Whole, kind, null)], TextScope.Anywhere))], zone)!;
    }

    private static Query? AnyOf(List<QueryNode> nodes, DateTimeZone zone) => nodes.Count switch
    {
        0 => null,
        1 => new Query(nodes[0], zone),
        _ => new Query(new OrNode(default, [.. nodes]), zone),
    };

    private static Term[] TermsOf(string phrase, bool isExact)
    {
        var stream = TokenStream.Of(phrase, TextDialect.Neutral);
        var terms = new List<Term>();
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number)) continue;
            terms.Add(new Term(stream.Folded(token).ToString(), TermShape.Whole, TermKind.Word, isExact ? stream.Original(token).ToString() : null));
        }

        return [.. terms];
    }
}

using Engagement.Queries;
using Engagement.Queries.Syntax;
using Engagement.Text;
using NodaTime;

namespace Engagement.Organizations;

/// <summary>Makes queries of names. They are put together, not parsed: a name may hold what the language would read as an operator.</summary>
internal static class RouteQueries
{
    /// <summary>Each phrase once, as the words that a query looks for.</summary>
    public static List<Term[]> OfPhrases(IEnumerable<string> phrases, bool isExact)
    {
        var all = new List<Term[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            var terms = TermsOf(phrase, isExact);
            if (terms.Length > 0 && seen.Add(string.Join(' ', terms.Select(term => term.Exact ?? term.Folded)))) all.Add(terms);
        }

        return all;
    }

    /// <summary>A handle or hashtag as each platform reads it.</summary>
    public static List<Term[]> OfTag(string value, TermKind kind)
    {
        var spellings = new HashSet<string>(StringComparer.Ordinal) { value.ToLowerInvariant() };
        foreach (var dialect in (TextDialect[])[TextDialect.X, TextDialect.Mastodon, TextDialect.Bluesky])
        {
            var stream = TokenStream.Of((kind == TermKind.Handle ? '@' : '#') + value, dialect);
            if (stream.Count == 1) spellings.Add(stream.Folded(stream[0]).ToString());
        }

        return [.. spellings.Select(folded => new[] { new Term(folded, TermShape.Whole, kind, null) })];
    }

    /// <summary>Any of the phrases in title or text and, where wanted, in the place that the source names.</summary>
    public static Query AnyOf(List<Term[]> phrases, bool inPlace, DateTimeZone zone)
    {
        var nodes = new List<QueryNode>();
        foreach (var terms in phrases)
        {
            nodes.Add(new SequenceNode(default, terms, TextScope.Anywhere));
            if (inPlace) nodes.Add(new SequenceNode(default, terms, TextScope.Place));
        }

        return new Query(nodes.Count == 1 ? nodes[0] : new OrNode(default, [.. nodes]), zone);
    }

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

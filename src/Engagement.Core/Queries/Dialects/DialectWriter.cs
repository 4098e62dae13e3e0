using System.Globalization;
using System.Text;
using Engagement.Queries.Syntax;

namespace Engagement.Queries.Dialects;

/// <summary>Writes a tree in another dialect. What that cannot say is widened where that is safe and left out where it is not, and named.</summary>
internal sealed class DialectWriter
{
    private readonly QueryDialect _dialect;
    private readonly List<string> _losses = [];

    private DialectWriter(QueryDialect dialect) => _dialect = dialect;

    public static QueryExport Write(Query query, QueryDialect dialect)
    {
        if (dialect == QueryDialect.Standard) return new QueryExport(query.ToString(), []);
        var writer = new DialectWriter(dialect);
        var text = writer.Write(query.Root, isTop: true);
        return new QueryExport(text, writer._losses.Distinct().ToArray());
    }

    private void Lose(string what) => _losses.Add(what);

    private string? Drop(QueryNode node, string why)
    {
        Lose($"“{CanonicalWriter.Write(node)}” is left out: {why}.");
        return null;
    }

    private string? Write(QueryNode node, bool isTop) => node switch
    {
        AndNode and => Join(and.Children, _dialect is QueryDialect.Brandwatch or QueryDialect.Lucene ? " AND " : " ", isTop, isAnd: true),
        OrNode or => Join(or.Children, " OR ", isTop, isAnd: false),
        NotNode not => Negate(not),
        NearNode near => WriteNear(near),
        FieldNode field => WriteField(field),
        _ => WriteSequence((SequenceNode)node),
    };

    private string? Join(QueryNode[] children, string by, bool isTop, bool isAnd)
    {
        if (!isAnd && children.Any(child => child is NotNode) && _dialect is QueryDialect.Google or QueryDialect.Lucene or QueryDialect.X)
        {
            Lose("NOT inside OR has no like there.");
        }

        var parts = new List<string>(children.Length);
        var negatives = 0;
        foreach (var child in children)
        {
            if (Write(child, isTop: false) is not { } part) continue;
            parts.Add(part);
            if (child is NotNode) negatives++;
        }

        // An OR that lost an alternative finds less, an AND that lost a condition more: both are told by the losses.
        if (parts.Count == 0) return null;
        if (isAnd && negatives == parts.Count) Lose("Nothing is left but what to leave out.");
        if (parts.Count == 1) return parts[0];
        var text = string.Join(by, parts);
        return isTop ? text : $"({text})";
    }

    private string? Negate(NotNode not)
    {
        var child = Write(not.Child, isTop: false);
        if (child is null) return null;
        if (_dialect == QueryDialect.Google && not.Child is AndNode or OrNode) Lose("A minus before brackets is not sure to be understood there.");
        return (_dialect is QueryDialect.Brandwatch or QueryDialect.Lucene ? "NOT " : "-") + child;
    }

    private string? WriteNear(NearNode near)
    {
        if (near.Scope != TextScope.Anywhere) return Drop(near, "words near each other are not sought in one field there");
        if (_dialect == QueryDialect.X)
        {
            Lose("Words near each other are only asked to be in the same post.");
            return WriteBoth(near);
        }

        if (_dialect == QueryDialect.Lucene)
        {
            if (near.Left is [{ Terms: [var left] }] && near.Right is [{ Terms: [var right] }])
            {
                Lose("NEAR becomes words in a window, in either order.");
                return string.Create(CultureInfo.InvariantCulture, $"\"{CanonicalWriter.Spelling(left)} {CanonicalWriter.Spelling(right)}\"~{near.Distance}");
            }

            Lose("Words near each other are only asked to be in the same post.");
            return WriteBoth(near);
        }

        if (Side(near.Left) is not { } one || Side(near.Right) is not { } other) return Drop(near, "its words cannot be said there");
        if (_dialect == QueryDialect.Brandwatch)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{one} NEAR/{near.Distance}{(near.Ordered ? "f" : "")} {other}");
        }

        if (near.Ordered) Lose("AROUND finds the words in either order.");
        return string.Create(CultureInfo.InvariantCulture, $"{one} AROUND({near.Distance}) {other}");
    }

    private string? WriteBoth(NearNode near)
    {
        if (Side(near.Left) is not { } one || Side(near.Right) is not { } other) return null;
        return _dialect == QueryDialect.Lucene ? $"({one} AND {other})" : $"({one} {other})";
    }

    private string? Side(SequenceNode[] alternatives)
    {
        var sides = alternatives.Select(WriteSequence).ToArray();
        if (sides.Any(side => side is null)) return null;
        return sides.Length == 1 ? sides[0] : $"({string.Join(" OR ", sides)})";
    }

    private string? WriteSequence(SequenceNode sequence)
    {
        var scope = ScopeOf(sequence);
        if (scope is null) return null;
        var terms = sequence.Terms;
        var hasWildcard = terms.Any(term => term.Shape != TermShape.Whole);
        if (hasWildcard && (_dialect is QueryDialect.Google or QueryDialect.X || (_dialect == QueryDialect.Lucene && terms.Length > 1)))
        {
            return Drop(sequence, "the * and ? of a word are not known there");
        }

        if (terms[0].Exact is not null)
        {
            if (_dialect == QueryDialect.Brandwatch && scope.Length == 0) return $"{{{string.Join(' ', terms.Select(CanonicalWriter.Spelling))}}}";
            Lose($"“{CanonicalWriter.Write(sequence)}” is found in any capitals there.");
            terms = [.. terms.Select(term => new Term(term.Folded, term.Shape, term.Kind, null))];
        }

        var text = new StringBuilder(scope);
        var plain = new SequenceNode(sequence.Span, terms, TextScope.Anywhere, sequence.Slop);
        if (sequence.Slop != SequenceNode.Exact && _dialect is QueryDialect.Google or QueryDialect.X)
        {
            Lose("Words in a window are only asked to be in the same post.");
            return $"({string.Join(' ', terms.Select(term => scope + CanonicalWriter.Spelling(term)))})";
        }

        CanonicalWriter.WriteSequence(plain, text);
        return text.ToString();
    }

    private string? ScopeOf(SequenceNode sequence) => (sequence.Scope, _dialect) switch
    {
        (TextScope.Anywhere, _) => "",
        (TextScope.Title, QueryDialect.Google) => "intitle:",
        (TextScope.Title, QueryDialect.Brandwatch or QueryDialect.Lucene) => "title:",
        (TextScope.Biography, QueryDialect.X or QueryDialect.Lucene) => "bio:",
        (TextScope.Biography, QueryDialect.Brandwatch) => "authorBio:",
        (TextScope.Place, QueryDialect.X or QueryDialect.Lucene) => "place:",
        _ => Drop(sequence, "that part of a post cannot be searched there"),
    };

    private string? WriteField(FieldNode node)
    {
        var test = node.Test;
        var value = CanonicalWriter.ValueOf(test);
        var text = _dialect switch
        {
            QueryDialect.Google => test.Kind switch
            {
                FieldKind.Site => $"site:{value}",
                FieldKind.Url => $"inurl:{value}",
                FieldKind.Since => $"after:{value}",
                FieldKind.Until => $"before:{value}",
                _ => null,
            },
            QueryDialect.X => WriteX(test, value),
            QueryDialect.Brandwatch => test.Kind switch
            {
                FieldKind.From => $"author:{value}",
                FieldKind.Site => $"site:{value}",
                FieldKind.Url => $"url:{value}",
                FieldKind.Language => $"language:{value}",
                FieldKind.Followers when test.Most != long.MaxValue || test.Least > 0 => "authorFollowers:" + Range(test),
                FieldKind.State when test.State == PostState.Reply => "engagementType:REPLY",
                FieldKind.State when test.State == PostState.Repost => "engagementType:RETWEET",
                FieldKind.State when test.State == PostState.Quote => "engagementType:QUOTE",
                _ => null,
            },
            _ => test.Kind switch
            {
                FieldKind.Likes or FieldKind.Shares or FieldKind.Replies or FieldKind.Followers => $"{FieldNames.NameOf(test.Kind, default)}:{Range(test)}",
                FieldKind.Since => $"published:[{value} TO *]",
                FieldKind.Until => $"published:[* TO {FieldNames.Write(test.Date.PlusDays(-1))}]",
                FieldKind.State => $"{FieldNames.NameOf(test.Kind, test.State)}:{value}",
                _ => $"{FieldNames.NameOf(test.Kind, default)}:{value}",
            },
        };
        return text ?? Drop(node, "there is no such condition there");
    }

    private static string Range(FieldTest test)
    {
        var most = test.Most == long.MaxValue ? "*" : test.Most.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"[{(test.Least == 0 && most != "*" ? "*" : test.Least)} TO {most}]");
    }

    private static string? WriteX(FieldTest test, string value)
    {
        switch (test.Kind)
        {
            case FieldKind.From when test.Name is null:
            case FieldKind.To:
            case FieldKind.Url:
            case FieldKind.Language:
            case FieldKind.Since:
            case FieldKind.Until:
                return $"{FieldNames.NameOf(test.Kind, default)}:{value}";
            case FieldKind.Likes when test.Most == long.MaxValue:
                return string.Create(CultureInfo.InvariantCulture, $"min_faves:{test.Least}");
            case FieldKind.Shares when test.Most == long.MaxValue:
                return string.Create(CultureInfo.InvariantCulture, $"min_retweets:{test.Least}");
            case FieldKind.Replies when test.Most == long.MaxValue:
                return string.Create(CultureInfo.InvariantCulture, $"min_replies:{test.Least}");
            case FieldKind.Followers when test.Most == long.MaxValue:
                return string.Create(CultureInfo.InvariantCulture, $"followers_count:{test.Least}");
            case FieldKind.Followers:
                return string.Create(CultureInfo.InvariantCulture, $"followers_count:{test.Least}..{test.Most}");
            case FieldKind.State:
                return test.State switch
                {
                    PostState.Reply => "is:reply",
                    PostState.Repost => "is:retweet",
                    PostState.Quote => "is:quote",
                    PostState.Link => "has:links",
                    PostState.Media => "has:media",
                    _ => null,
                };
            default:
                return null;
        }
    }
}

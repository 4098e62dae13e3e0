namespace Engagement.Queries.Syntax;

/// <summary>
/// Whether one part of a query cannot hold without another. Says so only where it is certain: a “no” may be wrong, a “yes” never is.
/// </summary>
internal sealed class Implication
{
    // Deeper trees than people write are not looked through, and a hostile text is not compared for ever.
    private const int Deepest = 6;
    private const int MostComparisons = 100_000;

    private int _comparisons;

    /// <summary>Whether <paramref name="one"/> holds only for posts for which <paramref name="other"/> does.</summary>
    public bool Holds(QueryNode one, QueryNode other, int depth = 0)
    {
        if (depth > Deepest || _comparisons > MostComparisons) return false;
        _comparisons++;
        return (one, other) switch
        {
            (NotNode a, NotNode b) => Holds(b.Child, a.Child, depth + 1),
            (OrNode a, _) => Array.TrueForAll(a.Children, child => Holds(child, other, depth + 1)),
            (_, AndNode b) => Array.TrueForAll(b.Children, child => Holds(one, child, depth + 1)),
            (_, OrNode b) when Array.Exists(b.Children, child => Holds(one, child, depth + 1)) => true,
            (AndNode a, _) => Array.Exists(a.Children, child => Holds(child, other, depth + 1)),
            (FieldNode a, FieldNode b) => Holds(a.Test, b.Test),
            (SequenceNode a, SequenceNode b) => IsWithin(a.Scope, b.Scope) && Holds(a, b),
            (NearNode a, SequenceNode b) => IsWithin(a.Scope, b.Scope) && (Side(a.Left, b) || Side(a.Right, b)),
            (NearNode a, NearNode b) => Holds(a, b),
            _ => false,
        };

        bool Side(SequenceNode[] alternatives, SequenceNode other) => Array.TrueForAll(alternatives, side => Holds(side, other));
    }

    /// <summary>Whether every token that is the one term is the other too.</summary>
    private bool Holds(Term one, Term other)
    {
        if (++_comparisons > MostComparisons) return false;
        if ((one.Kinds & ~other.Kinds) != 0) return false;
        if (other.Exact is not null && (one.Exact != other.Exact || one.Shape != other.Shape)) return false;
        if (other.Shape == TermShape.Whole) return one.Shape == TermShape.Whole && one.Folded == other.Folded;
        var isOpen = (other.Shape & TermShape.Prefix) != 0;
        if (one.Shape == other.Shape && one.Folded == other.Folded) return true;
        if ((one.Shape & TermShape.Pattern) != 0) return other.Shape == TermShape.Prefix && one.Folded.StartsWith(other.Folded, StringComparison.Ordinal);
        return (one.Shape == TermShape.Whole || isOpen) && Wildcard.Matches(other.Folded, isOpen, one.Folded);
    }

    private static bool IsWithin(TextScope one, TextScope other) => one == other || (one == TextScope.Title && other == TextScope.Anywhere);

    private bool Holds(SequenceNode one, SequenceNode other)
    {
        if (other.Terms.Length == 1) return Array.Exists(one.Terms, term => Holds(term, other.Terms[0]));
        if (one.Slop != SequenceNode.Exact || other.Slop != SequenceNode.Exact)
        {
            // In a window the words stand in any order; the same words with as many others or more among them.
            return other.Slop != SequenceNode.Exact && one.Slop <= other.Slop && one.Terms.AsSpan().SequenceEqual(other.Terms);
        }

        for (var start = 0; start + other.Terms.Length <= one.Terms.Length; start++)
        {
            var at = 0;
            while (at < other.Terms.Length && Holds(one.Terms[start + at], other.Terms[at])) at++;
            if (at == other.Terms.Length) return true;
        }

        return false;
    }

    private bool Holds(NearNode one, NearNode other)
    {
        if (!IsWithin(one.Scope, other.Scope) || one.Distance > other.Distance || (other.Ordered && !one.Ordered)) return false;
        return (Sides(one.Left, other.Left) && Sides(one.Right, other.Right))
            || (!other.Ordered && Sides(one.Left, other.Right) && Sides(one.Right, other.Left));

        // Only the same words: a longer phrase begins or ends elsewhere.
        bool Sides(SequenceNode[] some, SequenceNode[] others) =>
            Array.TrueForAll(some, side => Array.Exists(others, other => side.Terms.Length == other.Terms.Length && Holds(side, other)));
    }

    private static bool Holds(FieldTest one, FieldTest other)
    {
        if (one == other) return true;
        if (one.Kind != other.Kind) return false;
        return one.Kind switch
        {
            FieldKind.Likes or FieldKind.Shares or FieldKind.Replies or FieldKind.Followers => one.Least >= other.Least && one.Most <= other.Most,
            FieldKind.Since => one.Date >= other.Date && one.Instant >= other.Instant,
            FieldKind.Until => one.Date <= other.Date && one.Instant <= other.Instant,
            FieldKind.Site => one.Text.EndsWith("." + other.Text, StringComparison.Ordinal),
            FieldKind.Language => one.Text.StartsWith(other.Text + "-", StringComparison.Ordinal),
            FieldKind.Url => one.Text.Contains(other.Text, StringComparison.Ordinal),
            _ => false,
        };
    }
}

using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

/// <summary>Estimates in how many of a thousand posts a term or condition is fulfilled. Only the speed rests on it.</summary>
internal static class Commonness
{
    /// <summary>A term's share: more for words that many queries ask for, and for short open ends.</summary>
    public static double Of(Term term, TextScope scope, int uses, int queries)
    {
        var cost = 1 + (uses * 200.0 / Math.Max(queries, 50));
        if (term.Kind == TermKind.Word && CommonWords.Contains(term.Folded)) cost += 200;
        if (term.Kind != TermKind.Word) cost /= 2;
        if ((term.Shape & TermShape.Prefix) != 0) cost += 64.0 / (1 << Math.Min(term.Folded.Length, 8));
        return scope == TextScope.Anywhere ? cost : cost / 4;
    }

    /// <summary>A condition's share.</summary>
    public static double Of(FieldTest test) => test.Kind switch
    {
        FieldKind.From => 1,
        FieldKind.To => 5,
        FieldKind.Url or FieldKind.Site => 20,
        FieldKind.Platform => 300,
        _ => 500,
    };
}

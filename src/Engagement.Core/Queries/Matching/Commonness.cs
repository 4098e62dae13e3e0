using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

/// <summary>Estimates the share of posts in which a term stands or a condition is fulfilled. Only the speed rests on it.</summary>
internal static class Commonness
{
    // Shares of all posts: of a word of which nothing is known (measured on the synthetic posts: 0.003), and of a function word.
    private const double Unknown = 0.003;
    private const double FunctionWord = 0.25;

    // What many queries ask for is much talked about: a word in every query counts as standing in every fifth post.
    private const double ByUse = 0.2;

    /// <summary>A term's share: more for words that many queries ask for, and for short open ends.</summary>
    public static double Of(Term term, TextScope scope, int uses, int queries)
    {
        var share = Unknown + (uses * ByUse / Math.Max(queries, 50));
        if (term.Kind == TermKind.Word && CommonWords.Contains(term.Folded)) share += FunctionWord;
        if (term.Kind != TermKind.Word) share /= 2;
        if ((term.Shape & TermShape.Prefix) != 0) share += 0.1 / (1 << Math.Min(term.Folded.Length, 8));
        if (scope != TextScope.Anywhere) share /= 4;
        return Math.Min(share, 1);
    }

    /// <summary>A condition's share.</summary>
    public static double Of(FieldTest test) => test.Kind switch
    {
        FieldKind.From => 0.001,
        FieldKind.To => 0.005,
        FieldKind.Url or FieldKind.Site => 0.02,
        FieldKind.Platform => 0.3,
        _ => 0.5,
    };
}

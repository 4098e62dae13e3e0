namespace Engagement.Queries.Syntax;

/// <summary>Questions about a tree that need no mention.</summary>
internal static class QueryShape
{
    /// <summary>Whether the tree holds where none of its words and conditions does: then it matches almost everything.</summary>
    public static bool HoldsForNothing(QueryNode node) => node switch
    {
        AndNode and => and.Children.All(HoldsForNothing),
        OrNode or => or.Children.Any(HoldsForNothing),
        NotNode not => !HoldsForNothing(not.Child),
        _ => false,
    };
}

namespace Engagement.Queries.Matching;

/// <summary>The operations of a compiled query, each followed by its operands in one array.</summary>
internal static class Operation
{
    /// <summary>Term: its number.</summary>
    public const int Term = 0;

    /// <summary>All of: where the children end, the children.</summary>
    public const int And = 1;

    /// <summary>Any of: where the children end, the children.</summary>
    public const int Or = 2;

    /// <summary>Not: the child.</summary>
    public const int Not = 3;

    /// <summary>Phrase: how many terms, the terms.</summary>
    public const int Phrase = 4;

    /// <summary>Near: number of the node.</summary>
    public const int Near = 5;

    /// <summary>Words in a window: number of the node.</summary>
    public const int Window = 6;

    /// <summary>Condition: number of the test.</summary>
    public const int Field = 7;
}

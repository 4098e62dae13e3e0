namespace Engagement.Queries.Matching;

/// <summary>The operations of a compiled query, each followed by its operands in one array.</summary>
internal static class Operation
{
    /// <summary>A word, phrase or list stands somewhere: its item.</summary>
    public const int Item = 0;

    /// <summary>All of: length of the children's code, the children.</summary>
    public const int And = 1;

    /// <summary>Any of: length of the children's code, the children.</summary>
    public const int Or = 2;

    /// <summary>Not: the child.</summary>
    public const int Not = 3;

    /// <summary>Near: left side, right side, most words between, 1 where the left must come first and 0 otherwise. A side is an item, or the complement of a short list's number.</summary>
    public const int Near = 4;

    /// <summary>Words in a window: number of the node.</summary>
    public const int Window = 5;

    /// <summary>Condition: number of the test.</summary>
    public const int Field = 6;
}

using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>A node of a query's syntax tree. Immutable.</summary>
internal abstract class QueryNode(TextSpan span)
{
    /// <summary>The place in the query text.</summary>
    public TextSpan Span { get; } = span;
}

/// <summary>All of its children hold; at least two, none of them an <see cref="AndNode"/>.</summary>
internal sealed class AndNode(TextSpan span, QueryNode[] children) : QueryNode(span)
{
    public QueryNode[] Children { get; } = children;
}

/// <summary>At least one of its children holds; at least two, none of them an <see cref="OrNode"/>.</summary>
internal sealed class OrNode(TextSpan span, QueryNode[] children) : QueryNode(span)
{
    public QueryNode[] Children { get; } = children;
}

/// <summary>Its child, which is not a <see cref="NotNode"/>, does not hold.</summary>
internal sealed class NotNode(TextSpan span, QueryNode child) : QueryNode(span)
{
    public QueryNode Child { get; } = child;
}

/// <summary>A word, a phrase, or words within a window of each other.</summary>
internal sealed class SequenceNode(TextSpan span, Term[] terms, TextScope scope, int slop = SequenceNode.Exact) : QueryNode(span)
{
    /// <summary>The <see cref="Slop"/> of a word or an exact phrase.</summary>
    public const int Exact = -1;

    /// <summary>The words, at least one.</summary>
    public Term[] Terms { get; } = terms;

    /// <summary>Where to look.</summary>
    public TextScope Scope { get; } = scope;

    /// <summary>How many other words the smallest window may hold, the words in any order; <see cref="Exact"/> for a phrase.</summary>
    public int Slop { get; } = slop;
}

/// <summary>Two distinct occurrences with few words between.</summary>
internal sealed class NearNode(TextSpan span, SequenceNode[] left, SequenceNode[] right, int distance, bool ordered, TextScope scope)
    : QueryNode(span)
{
    /// <summary>The alternatives of the left operand: words and exact phrases.</summary>
    public SequenceNode[] Left { get; } = left;

    /// <summary>The alternatives of the right operand.</summary>
    public SequenceNode[] Right { get; } = right;

    /// <summary>At most so many other words between.</summary>
    public int Distance { get; } = distance;

    /// <summary>Whether the left one must come first.</summary>
    public bool Ordered { get; } = ordered;

    public TextScope Scope { get; } = scope;
}

/// <summary>A condition on what is known about the mention.</summary>
internal sealed class FieldNode(TextSpan span, FieldTest test) : QueryNode(span)
{
    public FieldTest Test { get; } = test;
}

namespace Engagement.Queries.Syntax;

/// <summary>Two trees are equal when they are written alike; places in the text do not matter.</summary>
internal sealed class NodeEquality : IEqualityComparer<QueryNode>
{
    public static NodeEquality Instance { get; } = new();

    public bool Equals(QueryNode? x, QueryNode? y) => (x, y) switch
    {
        (AndNode a, AndNode b) => AllEqual(a.Children, b.Children),
        (OrNode a, OrNode b) => AllEqual(a.Children, b.Children),
        (NotNode a, NotNode b) => Equals(a.Child, b.Child),
        (FieldNode a, FieldNode b) => a.Test == b.Test,
        (SequenceNode a, SequenceNode b) => a.Scope == b.Scope && a.Slop == b.Slop && a.Terms.AsSpan().SequenceEqual(b.Terms),
        (NearNode a, NearNode b) => a.Scope == b.Scope && a.Distance == b.Distance && a.Ordered == b.Ordered
            && AllEqual(a.Left, b.Left) && AllEqual(a.Right, b.Right),
        (null, null) => true,
        _ => false,
    };

    public int GetHashCode(QueryNode node) => node switch
    {
        AndNode and => Combine(1, and.Children),
        OrNode or => Combine(2, or.Children),
        NotNode not => GetHashCode(not.Child) ^ 0x2F0F0F0F,
        FieldNode field => field.Test.GetHashCode(),
        NearNode near => HashCode.Combine(near.Distance, near.Ordered, Combine(3, near.Left), Combine(4, near.Right)),
        SequenceNode sequence => Combine(sequence),
        _ => 0,
    };

    private bool AllEqual(IReadOnlyList<QueryNode> left, IReadOnlyList<QueryNode> right)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!Equals(left[i], right[i])) return false;
        }

        return true;
    }

    private int Combine(int seed, IReadOnlyList<QueryNode> nodes)
    {
        var hash = seed;
        for (var i = 0; i < nodes.Count; i++) hash = (hash * 31) + GetHashCode(nodes[i]);
        return hash;
    }

    private static int Combine(SequenceNode sequence)
    {
        var hash = sequence.Slop + ((int)sequence.Scope * 7);
        foreach (var term in sequence.Terms) hash = (hash * 31) + term.GetHashCode();
        return hash;
    }
}

namespace Engagement.Queries.Syntax;

/// <summary>Which nodes are in a list: by comparison for the short lists that people write, by hash for long ones.</summary>
internal sealed class NodeList
{
    private const int Short = 12;
    private readonly QueryNode[] _nodes;
    private readonly Dictionary<QueryNode, int>? _first;

    public NodeList(QueryNode[] nodes)
    {
        _nodes = nodes;
        if (nodes.Length <= Short) return;
        _first = new Dictionary<QueryNode, int>(nodes.Length, NodeEquality.Instance);
        for (var i = 0; i < nodes.Length; i++) _first.TryAdd(nodes[i], i);
    }

    public bool Contains(QueryNode node) => IndexOf(node) >= 0;

    /// <summary>Whether an equal node stands before.</summary>
    public bool IsRepeat(int index) => IndexOf(_nodes[index]) < index;

    private int IndexOf(QueryNode node)
    {
        if (_first is not null) return _first.GetValueOrDefault(node, -1);
        for (var i = 0; i < _nodes.Length; i++)
        {
            if (NodeEquality.Instance.Equals(_nodes[i], node)) return i;
        }

        return -1;
    }
}

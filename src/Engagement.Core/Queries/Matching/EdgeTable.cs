using System.Numerics;
using System.Runtime.CompilerServices;

namespace Engagement.Queries.Matching;

/// <summary>The edges of a trie, by node and label, in a table of open addressing. No edge leads to node 0.</summary>
internal sealed class EdgeTable
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Edge[] _edges;
    private readonly int _shift;

    public EdgeTable(Dictionary<(int Node, int Label), int> edges)
    {
        var bits = BitOperations.Log2((uint)Math.Max(1, edges.Count)) + 2;
        _shift = 64 - bits;
        _edges = new Edge[1 << bits];
        foreach (var ((node, label), target) in edges)
        {
            var at = (int)((KeyOf(node, label) * Multiplier) >> _shift);
            while (_edges[at].Target != 0) at = (at + 1) & (_edges.Length - 1);
            _edges[at] = new Edge { Node = node, Label = label, Target = target };
        }
    }

    private struct Edge
    {
        public int Node;
        public int Label;
        public int Target;
    }

    /// <summary>The node that an edge leads to; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int node, int label)
    {
        var at = (int)((KeyOf(node, label) * Multiplier) >> _shift);
        while (true)
        {
            ref readonly var edge = ref _edges[at];
            if ((edge.Node == node && edge.Label == label) || edge.Target == 0) return edge.Target;
            at = (at + 1) & (_edges.Length - 1);
        }
    }

    private static ulong KeyOf(int node, int label) => ((ulong)(uint)node << 32) | (uint)label;
}

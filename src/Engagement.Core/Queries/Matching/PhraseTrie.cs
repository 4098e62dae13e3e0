using System.Numerics;

namespace Engagement.Queries.Matching;

/// <summary>
/// Every phrase of plain words, by its words: one walk from each word of a text finds all phrases that begin there. What a phrase of ten
/// thousand costs is paid only where its first words stand.
/// </summary>
internal sealed class PhraseTrie
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>No node: no phrase goes on so.</summary>
    public const int None = 0;

    // The node of each first word, and edges by node and next word in a table of open addressing.
    private readonly int[] _roots;
    private readonly Edge[] _edges;
    private readonly int _shift;
    private readonly Node[] _nodes;
    private readonly int[] _phrases;

    private PhraseTrie(int[] roots, Edge[] edges, int shift, Node[] nodes, int[] phrases)
    {
        _roots = roots;
        _edges = edges;
        _shift = shift;
        _nodes = nodes;
        _phrases = phrases;
    }

    private struct Edge
    {
        public ulong Key;
        public int Node;
    }

    private struct Node
    {
        public int PhraseStart;
        public int PhraseCount;
        public bool HasNext;
    }

    /// <summary>Builds the trie.</summary>
    /// <param name="words">How many numbers of words there are.</param>
    /// <param name="phrases">The words of each phrase, at least two, by number; null for a phrase that is not of plain words.</param>
    public static PhraseTrie Of(int words, int[]?[] phrases)
    {
        var roots = new int[words];
        var edges = new Dictionary<ulong, int>();
        var nodes = new List<Node> { default };
        var ends = new int[phrases.Length];
        for (var phrase = 0; phrase < phrases.Length; phrase++)
        {
            if (phrases[phrase] is not { } word) continue;
            ref var root = ref roots[word[0]];
            if (root == None) root = NewNode(nodes);
            var node = root;
            for (var i = 1; i < word.Length; i++)
            {
                if (!edges.TryGetValue(KeyOf(node, word[i]), out var next))
                {
                    next = NewNode(nodes);
                    edges.Add(KeyOf(node, word[i]), next);
                    nodes[node] = nodes[node] with { HasNext = true };
                }

                node = next;
            }

            ends[phrase] = node;
            nodes[node] = nodes[node] with { PhraseCount = nodes[node].PhraseCount + 1 };
        }

        var placed = Place(nodes, ends);
        return new PhraseTrie(roots, TableOf(edges, out var shift), shift, [.. nodes], placed);
    }

    /// <summary>The node of a first word.</summary>
    public int Begin(int word) => _roots[word];

    /// <summary>The node of a further word.</summary>
    public int Next(int node, int word)
    {
        var key = KeyOf(node, word);
        var at = (int)((key * Multiplier) >> _shift);
        while (true)
        {
            ref readonly var edge = ref _edges[at];
            if (edge.Key == key) return edge.Node;
            if (edge.Key == 0) return None;
            at = (at + 1) & (_edges.Length - 1);
        }
    }

    /// <summary>Whether a phrase goes on after a node.</summary>
    public bool HasNext(int node) => _nodes[node].HasNext;

    /// <summary>The phrases that end at a node.</summary>
    public ReadOnlySpan<int> PhrasesAt(int node) => _phrases.AsSpan(_nodes[node].PhraseStart, _nodes[node].PhraseCount);

    private static int NewNode(List<Node> nodes)
    {
        nodes.Add(default);
        return nodes.Count - 1;
    }

    private static Edge[] TableOf(Dictionary<ulong, int> edges, out int shift)
    {
        var bits = BitOperations.Log2((uint)Math.Max(1, edges.Count)) + 2;
        shift = 64 - bits;
        var table = new Edge[1 << bits];
        foreach (var (key, node) in edges)
        {
            var at = (int)((key * Multiplier) >> shift);
            while (table[at].Key != 0) at = (at + 1) & (table.Length - 1);
            table[at] = new Edge { Key = key, Node = node };
        }

        return table;
    }

    // Gives each node its range, and the ranges their phrases.
    private static int[] Place(List<Node> nodes, int[] ends)
    {
        var next = new int[nodes.Count];
        var start = 0;
        for (var i = 0; i < next.Length; i++)
        {
            nodes[i] = nodes[i] with { PhraseStart = start };
            next[i] = start;
            start += nodes[i].PhraseCount;
        }

        var placed = new int[start];
        for (var phrase = 0; phrase < ends.Length; phrase++)
        {
            if (ends[phrase] != None) placed[next[ends[phrase]]++] = phrase;
        }

        return placed;
    }

    private static ulong KeyOf(int node, int word) => ((ulong)node << 32) | (uint)word;
}

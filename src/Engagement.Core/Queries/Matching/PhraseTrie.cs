namespace Engagement.Queries.Matching;

/// <summary>
/// Every phrase of plain words, by its words: one walk from each word of a text finds all phrases that begin there. What a phrase of ten
/// thousand costs is paid only where its first words stand.
/// </summary>
internal sealed class PhraseTrie
{
    /// <summary>No node: no phrase goes on so.</summary>
    public const int None = 0;

    private readonly int[] _roots;
    private readonly EdgeTable _edges;
    private readonly Node[] _nodes;
    private readonly int[] _phrases;

    private PhraseTrie(int[] roots, EdgeTable edges, Node[] nodes, int[] phrases)
    {
        _roots = roots;
        _edges = edges;
        _nodes = nodes;
        _phrases = phrases;
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
        var edges = new Dictionary<(int Node, int Label), int>();
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
                if (!edges.TryGetValue((node, word[i]), out var next))
                {
                    next = NewNode(nodes);
                    edges.Add((node, word[i]), next);
                    nodes[node] = nodes[node] with { HasNext = true };
                }

                node = next;
            }

            ends[phrase] = node;
            nodes[node] = nodes[node] with { PhraseCount = nodes[node].PhraseCount + 1 };
        }

        var placed = Place(nodes, ends);
        return new PhraseTrie(roots, new EdgeTable(edges), [.. nodes], placed);
    }

    /// <summary>The node of a first word.</summary>
    public int Begin(int word) => _roots[word];

    /// <summary>The node of a further word.</summary>
    public int Next(int node, int word) => _edges.Find(node, word);

    /// <summary>Whether a phrase goes on after a node.</summary>
    public bool HasNext(int node) => _nodes[node].HasNext;

    /// <summary>The phrases that end at a node.</summary>
    public ReadOnlySpan<int> PhrasesAt(int node) => _phrases.AsSpan(_nodes[node].PhraseStart, _nodes[node].PhraseCount);

    private static int NewNode(List<Node> nodes)
    {
        nodes.Add(default);
        return nodes.Count - 1;
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
}

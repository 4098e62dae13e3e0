using System.Runtime.CompilerServices;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>
/// Prefixes and <c>?</c> words in one trie, walked once a token: the work is the length of the token, times the patterns that are
/// still possible where <c>?</c> branches.
/// </summary>
internal sealed class WildcardTrie
{
    private const int Root = 0;

    // How the first two characters of a pattern are told apart: most tokens have none of them and need no walk.
    private const int BeginningBits = 12;

    private readonly EdgeTable _edges;
    private readonly Node[] _nodes;
    private readonly bool[] _begins = new bool[1 << BeginningBits];
    private readonly bool _beginsWithAny;

    private WildcardTrie(EdgeTable edges, Node[] nodes, IEnumerable<string> patterns)
    {
        _edges = edges;
        _nodes = nodes;
        foreach (var pattern in patterns)
        {
            // Patterns of one character are whole words such as "?".
            if (pattern.Length < 2 || pattern[0] == Wildcard.Any || pattern[1] == Wildcard.Any) _beginsWithAny = true;
            else _begins[Beginning(pattern)] = true;
        }
    }

    private struct Node
    {
        // The child for ?, which takes any character; 0 for none.
        public int Any;

        public int[]? Prefixes;
        public int[]? Wholes;
    }

    /// <summary>Builds the trie.</summary>
    /// <param name="patterns">Each pattern with its shape and the number of its term.</param>
    public static WildcardTrie Of(List<(string Pattern, TermShape Shape, int Term)> patterns)
    {
        var edges = new Dictionary<(int Node, int Label), int>();
        var nodes = new List<Node> { default };
        foreach (var (pattern, shape, term) in patterns)
        {
            var node = Root;
            foreach (var c in pattern)
            {
                var next = c == Wildcard.Any ? nodes[node].Any : edges.GetValueOrDefault((node, c));
                if (next == 0)
                {
                    next = nodes.Count;
                    nodes.Add(default);
                    if (c == Wildcard.Any) nodes[node] = nodes[node] with { Any = next };
                    else edges.Add((node, c), next);
                }

                node = next;
            }

            var last = nodes[node];
            if ((shape & TermShape.Prefix) != 0) last.Prefixes = [.. last.Prefixes ?? [], term];
            else last.Wholes = [.. last.Wholes ?? [], term];
            nodes[node] = last;
        }

        return new WildcardTrie(new EdgeTable(edges), [.. nodes], patterns.Select(entry => entry.Pattern));
    }

    /// <summary>Reports every term that a token is.</summary>
    public void Find(TokenStream stream, in Token token, int number, int position, Segment segment, MatchScratch scratch)
    {
        var word = stream.Folded(token);
        if (!_beginsWithAny && (word.Length < 2 || !_begins[Beginning(word)])) return;
        Walk(word, stream, token, number, position, segment, scratch);
    }

    private void Walk(ReadOnlySpan<char> word, TokenStream stream, in Token token, int number, int position, Segment segment, MatchScratch scratch)
    {
        var alive = 1;
        scratch.Alive[0] = Root;
        for (var i = 0; i < word.Length && alive > 0; i++)
        {
            var isPair = char.IsHighSurrogate(word[i]) && i + 1 < word.Length && char.IsLowSurrogate(word[i + 1]);
            var next = 0;
            for (var k = 0; k < alive; k++)
            {
                // A negative number waits for the second half of a surrogate pair that ? took as one character.
                var node = scratch.Alive[k];
                if (node < 0)
                {
                    Keep(~node, ref next, scratch);
                    continue;
                }

                if (_nodes[node].Any is > 0 and var any) Keep(isPair ? ~any : any, ref next, scratch);
                if (_edges.Find(node, word[i]) is > 0 and var child) Keep(child, ref next, scratch);
            }

            (scratch.Alive, scratch.AliveNext) = (scratch.AliveNext, scratch.Alive);
            alive = next;
            for (var k = 0; k < alive; k++)
            {
                if (scratch.Alive[k] < 0 || _nodes[scratch.Alive[k]].Prefixes is not { } prefixes) continue;
                foreach (var term in prefixes) segment.AddWildcardHit(term, stream, token, number, position, scratch);
            }
        }

        for (var k = 0; k < alive; k++)
        {
            if (scratch.Alive[k] < 0 || _nodes[scratch.Alive[k]].Wholes is not { } wholes) continue;
            foreach (var term in wholes) segment.AddWildcardHit(term, stream, token, number, position, scratch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Beginning(ReadOnlySpan<char> word) => (word[0] ^ (word[1] << 5)) & ((1 << BeginningBits) - 1);

    private static void Keep(int node, ref int count, MatchScratch scratch)
    {
        if (count == scratch.AliveNext.Length) Array.Resize(ref scratch.AliveNext, count * 2);
        scratch.AliveNext[count++] = node;
    }
}

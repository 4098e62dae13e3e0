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

    private readonly Dictionary<(int Node, char Character), int> _edges = [];
    private readonly List<Node> _nodes = [new Node()];

    // First characters of all patterns: most tokens end their walk here.
    private readonly bool[] _begins = new bool[256];
    private bool _beginsWithAny;

    private sealed class Node
    {
        // The child for ?, which takes any character; 0 for none.
        public int Any;

        public List<int>? Prefixes;
        public List<int>? Wholes;
    }

    /// <summary>Adds a term under its number.</summary>
    public void Add(string pattern, TermShape shape, int term)
    {
        var node = Root;
        if (pattern[0] == Wildcard.Any) _beginsWithAny = true;
        _begins[(byte)pattern[0]] = true;
        foreach (var c in pattern)
        {
            if (c == Wildcard.Any)
            {
                if (_nodes[node].Any == 0)
                {
                    _nodes[node].Any = _nodes.Count;
                    _nodes.Add(new Node());
                }

                node = _nodes[node].Any;
            }
            else
            {
                if (!_edges.TryGetValue((node, c), out var child))
                {
                    child = _nodes.Count;
                    _edges.Add((node, c), child);
                    _nodes.Add(new Node());
                }

                node = child;
            }
        }

        if ((shape & TermShape.Prefix) != 0) (_nodes[node].Prefixes ??= []).Add(term);
        else (_nodes[node].Wholes ??= []).Add(term);
    }

    /// <summary>Reports every term that a token is.</summary>
    public void Find(TokenStream stream, in Token token, int number, int position, Segment segment, MatchScratch scratch)
    {
        var word = stream.Folded(token);
        if (word.Length == 0 || (!_beginsWithAny && !_begins[(byte)word[0]])) return;
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
                if (_edges.TryGetValue((node, word[i]), out var child)) Keep(child, ref next, scratch);
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

    private static void Keep(int node, ref int count, MatchScratch scratch)
    {
        if (count == scratch.AliveNext.Length) Array.Resize(ref scratch.AliveNext, count * 2);
        scratch.AliveNext[count++] = node;
    }
}

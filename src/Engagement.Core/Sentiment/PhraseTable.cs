using System.Numerics;
using System.Runtime.CompilerServices;
using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// All phrases of the lexicon as one trie over token hashes, laid out as two open-addressing tables: first words, and
/// (phrase so far, next word). Immutable after <see cref="Seal"/>.
/// </summary>
internal sealed class PhraseTable
{
    private const int LongestWord = 64;

    private readonly Dictionary<ulong, int> _building = [];
    private readonly Dictionary<ulong, int> _buildingRoots = [];
    private PhraseNode[] _nodes = new PhraseNode[1024];
    private int _count = 1;
    private Slot[] _roots = [];
    private Slot[] _steps = [];

    private struct Slot
    {
        public ulong Key;
        public int Node;
    }

    /// <summary>The node of a phrase, made if it is new.</summary>
    public ref PhraseNode Add(TokenStream phrase)
    {
        var node = 0;
        foreach (ref readonly var token in phrase.Tokens)
        {
            if (IsHyphen(phrase, token)) continue;
            if (node != 0) _nodes[node].Continues = true;
            var (table, key) = node == 0 ? (_buildingRoots, token.Hash) : (_building, TokenHash.Combine((ulong)node, token.Hash));
            if (!table.TryGetValue(key, out var next))
            {
                next = _count++;
                if (next == _nodes.Length) Array.Resize(ref _nodes, next * 2);
                table.Add(key, next);
            }

            node = next;
        }

        _nodes[node].Listed = true;
        return ref _nodes[node];
    }

    /// <summary>Lays the tables out for reading.</summary>
    public PhraseTable Seal()
    {
        _roots = LayOut(_buildingRoots);
        _steps = LayOut(_building);
        Array.Resize(ref _nodes, _count);
        _building.Clear();
        _buildingRoots.Clear();
        return this;
    }

    /// <summary>What is known of a node that <see cref="Longest"/> gave.</summary>
    public ref readonly PhraseNode this[int node] => ref _nodes[node];

    /// <summary>The node of a word by itself, also when only longer phrases begin with it; 0 when there is none.</summary>
    public int FirstWord(ulong hash) => Find(_roots, hash);

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">Index of the token.</param>
    /// <param name="last">Index of the last token of the phrase.</param>
    /// <returns>The node; 0 when no phrase begins there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Longest(TokenStream stream, ReadOnlySpan<Token> tokens, int first, out int last)
    {
        last = first;
        var node = Find(_roots, tokens[first].Hash);
        return node == 0 || !_nodes[node].Continues ? node : Longer(stream, tokens, node, ref last);
    }

    private int Longer(TokenStream stream, ReadOnlySpan<Token> tokens, int node, ref int last)
    {
        var best = _nodes[node].Listed ? node : 0;
        for (var i = last + 1; i < tokens.Length && _nodes[node].Continues; i++)
        {
            ref readonly var token = ref tokens[i];
            if (IsHyphen(stream, token)) continue;
            if (token.Kind is TokenKind.Handle or TokenKind.List or TokenKind.Link or TokenKind.Email) break;
            node = Find(_steps, TokenHash.Combine((ulong)node, token.Hash));
            if (node == 0) break;
            if (!_nodes[node].Listed) continue;
            best = node;
            last = i;
        }

        return best;
    }

    /// <summary>The node of a word written with letters too many, "brilliaaant" and "sooo": runs of three or more down to two, or else to one; 0 when there is none.</summary>
    public int FirstElongated(TokenStream stream, in Token token)
    {
        var folded = stream.Folded(token);
        if (folded.Length > LongestWord) return 0;
        Span<char> shorter = stackalloc char[LongestWord];
        for (var keep = 2; keep >= 1; keep--)
        {
            var length = 0;
            for (var i = 0; i < folded.Length;)
            {
                var run = i + 1;
                while (run < folded.Length && folded[run] == folded[i]) run++;
                var kept = run - i >= 3 ? keep : run - i;
                shorter.Slice(length, kept).Fill(folded[i]);
                length += kept;
                i = run;
            }

            var node = FirstWord(TokenHash.Of(shorter[..length]));
            if (node != 0 && _nodes[node].Listed) return node;
        }

        return 0;
    }

    // A hyphen between two words is no more than a space: "top-notch" is "top notch".
    private static bool IsHyphen(TokenStream stream, in Token token) =>
        token.Kind == TokenKind.Punctuation && token.End - token.Start == 1 && stream.Source[token.Start] is '-' or '\u2010' or '\u2011';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(Slot[] table, ulong key)
    {
        var mask = table.Length - 1;
        for (var i = (int)key & mask; ; i = (i + 1) & mask)
        {
            ref readonly var slot = ref table[i];
            if (slot.Key == key) return slot.Node;
            if (slot.Node == 0) return 0;
        }
    }

    private static Slot[] LayOut(Dictionary<ulong, int> entries)
    {
        var table = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 2))];
        foreach (var (key, node) in entries)
        {
            var i = (int)key & (table.Length - 1);
            while (table[i].Node != 0) i = (i + 1) & (table.Length - 1);
            table[i] = new Slot { Key = key, Node = node };
        }

        return table;
    }
}

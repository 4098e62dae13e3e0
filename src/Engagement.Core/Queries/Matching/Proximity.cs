using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>NEAR and windows on one stream, with buffers that are used again.</summary>
internal sealed class Proximity
{
    private readonly Occurrences _left = new();
    private readonly Occurrences _right = new();

    // Window: tokens that can fill a slot, the slots each can fill, and who fills what.
    private int[] _positions = new int[8];
    private int[] _tokens = new int[8];
    private uint[] _slots = new uint[8];
    private readonly int[] _filledBy = new int[32];
    private int[] _tried = new int[8];
    private int _count;

    /// <summary>Whether two occurrences that share no word lie near each other.</summary>
    public bool IsNear(TokenStream stream, NearNode near)
    {
        if (stream.Count == 0) return false;
        _left.Collect(stream, near.Left);
        if (_left.Count == 0) return false;
        _right.Collect(stream, near.Right);
        if (_right.Count == 0) return false;
        foreach (var item in _left.Items)
        {
            if (_right.BeginsWithin(item.End, near.Distance)) return true;
        }

        if (near.Ordered) return false;
        foreach (var item in _right.Items)
        {
            if (_left.BeginsWithin(item.End, near.Distance)) return true;
        }

        return false;
    }

    /// <summary>Adds pairs that lie near each other: for each occurrence the first partner that follows it.</summary>
    public void CollectNear(TokenStream stream, NearNode near, List<Interval> found)
    {
        _left.Collect(stream, near.Left);
        _right.Collect(stream, near.Right);
        AddPairs(_left, _right, near.Distance, found);
        if (!near.Ordered) AddPairs(_right, _left, near.Distance, found);
    }

    private static void AddPairs(Occurrences first, Occurrences second, int distance, List<Interval> found)
    {
        foreach (var item in first.Items)
        {
            var partner = second.FirstAfter(item.End);
            if (partner == second.Count || second.Items[partner].Start - item.End - 1 > distance) continue;
            found.Add(item);
            found.Add(second.Items[partner]);
        }
    }

    /// <summary>Whether the words, each by a token of its own, lie in a window with few others; reports the first such window.</summary>
    public bool IsWithin(TokenStream stream, SequenceNode sequence, out int firstToken, out int lastToken)
    {
        CollectSlots(stream, sequence.Terms);
        var all = sequence.Terms.Length;
        var width = (long)all + sequence.Slop;
        firstToken = lastToken = -1;
        Span<int> counts = stackalloc int[32];
        counts.Clear();
        var missing = all;
        var end = 0;
        for (var begin = 0; begin < _count; begin++)
        {
            for (; end < _count && _positions[end] - _positions[begin] < width; end++)
            {
                for (var slots = _slots[end]; slots != 0; slots &= slots - 1)
                {
                    if (counts[System.Numerics.BitOperations.TrailingZeroCount(slots)]++ == 0) missing--;
                }
            }

            if (missing == 0 && CanFill(all, begin, end))
            {
                Shrink(all, ref begin, ref end);
                firstToken = _tokens[begin];
                lastToken = _tokens[end - 1];
                return true;
            }

            for (var slots = _slots[begin]; slots != 0; slots &= slots - 1)
            {
                if (--counts[System.Numerics.BitOperations.TrailingZeroCount(slots)] == 0) missing++;
            }
        }

        return false;
    }

    private void Shrink(int all, ref int begin, ref int end)
    {
        while (end - begin > all && CanFill(all, begin + 1, end)) begin++;
        while (end - begin > all && CanFill(all, begin, end - 1)) end--;
    }

    private void CollectSlots(TokenStream stream, Term[] terms)
    {
        _count = 0;
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].TakesPosition) continue;
            var slots = 0u;
            for (var slot = 0; slot < terms.Length; slot++)
            {
                if (terms[slot].Accepts(stream, tokens[i])) slots |= 1u << slot;
            }

            if (slots == 0) continue;
            if (_count == _positions.Length)
            {
                Array.Resize(ref _positions, _count * 2);
                Array.Resize(ref _tokens, _count * 2);
                Array.Resize(ref _slots, _count * 2);
                Array.Resize(ref _tried, _count * 2);
            }

            _positions[_count] = tokens[i].Position;
            _tokens[_count] = i;
            _slots[_count++] = slots;
        }
    }

    /// <summary>Whether each slot gets a token of its own: augmenting paths over a window of bounded size.</summary>
    private bool CanFill(int all, int begin, int end)
    {
        Array.Fill(_filledBy, -1, 0, all);
        for (var i = begin; i < end; i++) _tried[i] = -1;
        var filled = 0;
        for (var token = begin; token < end && filled < all; token++)
        {
            if (Place(token, token)) filled++;
        }

        return filled == all;
    }

    // A token takes a free slot, or one whose holder can move. At most 32 slots, so at most 32 calls deep.
    private bool Place(int token, int mark)
    {
        for (var slots = _slots[token]; slots != 0; slots &= slots - 1)
        {
            var slot = System.Numerics.BitOperations.TrailingZeroCount(slots);
            if (_filledBy[slot] < 0)
            {
                _filledBy[slot] = token;
                return true;
            }
        }

        if (_tried[token] == mark) return false;
        _tried[token] = mark;
        for (var slots = _slots[token]; slots != 0; slots &= slots - 1)
        {
            var slot = System.Numerics.BitOperations.TrailingZeroCount(slots);
            var holder = _filledBy[slot];
            if (holder == token || !Place(holder, mark)) continue;
            _filledBy[slot] = token;
            return true;
        }

        return false;
    }
}

using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>A reusable list of the places of words in one stream, ordered by start.</summary>
internal sealed class Occurrences
{
    private Interval[] _items = new Interval[8];

    public int Count { get; private set; }

    public ReadOnlySpan<Interval> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(Interval item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    /// <summary>Collects every occurrence of any alternative, all of them words or exact phrases.</summary>
    public void Collect(TokenStream stream, SequenceNode[] alternatives)
    {
        Clear();
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].TakesPosition) continue;
            foreach (var alternative in alternatives)
            {
                var last = Phrases.EndOf(stream, i, alternative.Terms);
                if (last >= 0) Add(new Interval(tokens[i].Position, tokens[last].Position, i, last));
            }
        }
    }

    /// <summary>Whether one of these begins after <paramref name="end"/> with at most <paramref name="distance"/> words between.</summary>
    public bool BeginsWithin(int end, int distance)
    {
        var first = FirstAfter(end);
        return first < Count && _items[first].Start - end - 1 <= distance;
    }

    /// <summary>Index of the first of these that begins after <paramref name="end"/>; <see cref="Count"/> when there is none.</summary>
    public int FirstAfter(int end)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_items[middle].Start <= end) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

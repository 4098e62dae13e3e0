using Engagement.Mentions;
using Engagement.Queries.Matching;

namespace Engagement.Queries;

/// <summary>
/// The queries of a set, or of one stage's slice of it, that a mention matched. Holds until the workspace of the match is used again.
/// </summary>
public readonly ref struct QueryHits
{
    private readonly QuerySet? _set;
    private readonly ParsedMention? _mention;
    private readonly MatchScratch? _scratch;
    private readonly int _first;

    internal QueryHits(QuerySet set, ParsedMention mention, MatchScratch scratch, ReadOnlySpan<int> ordinals, int first)
    {
        _set = set;
        _mention = mention;
        _scratch = scratch;
        _first = first;
        Ordinals = ordinals;
    }

    /// <summary>Ordinals of the matched queries, ascending, counted from 0 within the set or slice.</summary>
    public ReadOnlySpan<int> Ordinals { get; }

    /// <summary>The hits whose ordinals in the set lie in [<paramref name="first"/>, first + <paramref name="count"/>), counted from 0 within that slice.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> or <paramref name="count"/> is negative.</exception>
    public QueryHits Slice(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_set is null) return this;
        var from = LowerBound(first);
        var to = LowerBound((long)first + count);
        return new QueryHits(_set, _mention!, _scratch!, _scratch!.Rebase(Ordinals[from..to], first), _first + first);
    }

    /// <summary>The words that made a query match, in the order title, text, place, biography; computed at each call.</summary>
    /// <param name="ordinal">One of <see cref="Ordinals"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ordinal"/> is not one of <see cref="Ordinals"/>.</exception>
    public IReadOnlyList<Evidence> EvidenceOf(int ordinal)
    {
        if (Ordinals.BinarySearch(ordinal) < 0) throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "This query did not match.");
        return _set!.EvidenceOf(_first + ordinal, _mention!, _scratch!);
    }

    private int LowerBound(long ordinal)
    {
        var low = 0;
        var high = Ordinals.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Ordinals[middle] < ordinal) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

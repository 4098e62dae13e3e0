using Engagement.Mentions;

namespace Engagement.Queries.Matching;

/// <summary>A segment with the queries that have been removed from it left out. Immutable.</summary>
internal sealed class Part
{
    private readonly Segment _segment;
    private readonly Dictionary<string, int> _ids;

    // Place of each query of the segment among those left, -1 for a removed one, and the way back; null while all are there.
    private readonly int[]? _ranks;
    private readonly int[]? _left;

    private Part(Segment segment, Dictionary<string, int> ids, int[]? ranks, int[]? left)
    {
        _segment = segment;
        _ids = ids;
        _ranks = ranks;
        _left = left;
        Count = left?.Length ?? segment.Queries.Length;
    }

    /// <exception cref="ArgumentException">Two queries have the same id.</exception>
    public static Part Of(KeyedQuery[] queries)
    {
        var ids = new Dictionary<string, int>(queries.Length, StringComparer.Ordinal);
        for (var i = 0; i < queries.Length; i++)
        {
            if (queries[i].Id is null || queries[i].Query is null) throw new ArgumentException("A query or its id is null.", nameof(queries));
            if (!ids.TryAdd(queries[i].Id, i)) throw new ArgumentException($"Two queries have the id “{queries[i].Id}”.", nameof(queries));
        }

        return new Part(Segment.Build(queries), ids, null, null);
    }

    public int Count { get; }

    public KeyedQuery this[int index] => _segment.Queries[_left is null ? index : _left[index]];

    /// <summary>Index of a query by its id; -1 when it is not here.</summary>
    public int Find(string id)
    {
        if (!_ids.TryGetValue(id, out var local)) return -1;
        return _ranks is null ? local : _ranks[local];
    }

    public void CopyTo(List<KeyedQuery> queries)
    {
        for (var i = 0; i < Count; i++) queries.Add(this[i]);
    }

    /// <summary>This part without one query: the segment is shared until half of it is gone.</summary>
    public Part Without(int index)
    {
        var left = new int[Count - 1];
        for (var i = 0; i < left.Length; i++)
        {
            var from = i < index ? i : i + 1;
            left[i] = _left is null ? from : _left[from];
        }

        if (left.Length < _segment.Queries.Length / 2) return Of([.. left.Select(local => _segment.Queries[local])]);

        var ranks = new int[_segment.Queries.Length];
        Array.Fill(ranks, -1);
        for (var i = 0; i < left.Length; i++) ranks[left[i]] = i;
        return new Part(_segment, _ids, ranks, left);
    }

    /// <summary>The words by which a query matched in the last match of this part with this scratch.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(int index, ParsedMention mention, MatchScratch scratch) =>
        _segment.EvidenceOf(_left is null ? index : _left[index], mention, scratch);

    /// <summary>Adds the matched ordinals, ascending and counted from <paramref name="first"/>.</summary>
    public void Match(ParsedMention mention, int first, MatchScratch scratch)
    {
        var before = scratch.MatchedCount;
        _segment.Match(mention, scratch);
        if (scratch.MatchedCount == before) return;
        var found = scratch.Matched.AsSpan(before, scratch.MatchedCount - before);
        found.Sort();
        var kept = 0;
        var last = -1;
        foreach (var local in found)
        {
            if (local == last) continue;
            last = local;
            var rank = _ranks is null ? local : _ranks[local];
            if (rank >= 0) found[kept++] = first + rank;
        }

        scratch.MatchedCount = before + kept;
    }
}

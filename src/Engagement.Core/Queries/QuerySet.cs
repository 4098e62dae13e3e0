using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Queries.Matching;
using Engagement.Text;

namespace Engagement;

/// <summary>Many queries, compiled to be matched at once in one pass over a mention's tokens. Immutable, thread-safe.</summary>
public sealed partial class QuerySet : IQueryMatcher
{
    /// <summary>A set without queries.</summary>
    public static QuerySet Empty { get; } = Create([]);

    // In the order of registration. After Create there is one; Add appends small ones, and merges them so that few remain.
    private readonly Part[] _parts;

    private readonly SpareWorkspace _spare = new();

    private QuerySet(Part[] parts)
    {
        _parts = parts;
        foreach (var part in parts) Count += part.Count;
    }

    /// <summary>Compiles queries; their order is the order of results.</summary>
    /// <exception cref="ArgumentException">Two queries have the same id.</exception>
    public static QuerySet Create(IEnumerable<KeyedQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var all = queries.ToArray();
        return new QuerySet(all.Length == 0 ? [] : [Part.Of(all)]);
    }

    /// <summary>How many queries there are.</summary>
    public int Count { get; }

    /// <summary>The id of the query at an ordinal (place in the order of registration).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ordinal.</exception>
    public string IdOf(int ordinal) => KeyedAt(ordinal).Id;

    /// <summary>The query at an ordinal (place in the order of registration).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ordinal.</exception>
    public Query QueryAt(int ordinal) => KeyedAt(ordinal).Query;

    /// <inheritdoc/>
    public IReadOnlyList<QueryMatch> Match(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var workspace = _spare.Take();
        var hits = Match(mention, workspace);
        var matches = hits.Ordinals.IsEmpty ? [] : new QueryMatch[hits.Ordinals.Length];
        for (var i = 0; i < matches.Length; i++) matches[i] = new QueryMatch(IdOf(hits.Ordinals[i]), hits.EvidenceOf(hits.Ordinals[i]));
        _spare.Return(workspace);
        return matches;
    }

    /// <summary>The matched queries without their evidence, which can be asked for one by one. Allocates nothing once the workspace is warm.</summary>
    public QueryHits Match(ParsedMention mention, ReadingWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(workspace);
        var scratch = workspace.Scratch<MatchScratch>();
        scratch.MatchedCount = 0;
        scratch.SlicedCount = 0;
        var first = 0;
        foreach (var part in _parts)
        {
            part.Match(mention, first, scratch);
            first += part.Count;
        }

        return new QueryHits(this, mention, scratch, scratch.Matched.AsSpan(0, scratch.MatchedCount), 0);
    }

    /// <summary>The words by which a query matched; the scratch is that of the match, not used since.</summary>
    internal IReadOnlyList<Evidence> EvidenceOf(int ordinal, ParsedMention mention, MatchScratch scratch)
    {
        // With several parts the scratch holds what the last one found.
        return _parts.Length == 1 ? _parts[0].EvidenceOf(ordinal, mention, scratch) : QueryAt(ordinal).EvidenceIn(mention);
    }

    private KeyedQuery KeyedAt(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count);
        foreach (var part in _parts)
        {
            if (ordinal < part.Count) return part[ordinal];
            ordinal -= part.Count;
        }

        throw new InvalidOperationException("The parts hold fewer queries than they count.");
    }
}

using Engagement.Mentions;

namespace Engagement.Queries;

/// <summary>
/// The queries of a set, or of one stage's slice of it, that a mention matched. Holds until the workspace of the match is used again.
/// </summary>
public readonly ref struct QueryHits
{
    /// <summary>Ordinals of the matched queries, ascending, counted from 0 within the set or slice.</summary>
    public ReadOnlySpan<int> Ordinals => throw new NotImplementedException();

    /// <summary>The hits whose ordinals in the set lie in [<paramref name="first"/>, first + <paramref name="count"/>), counted from 0 within that slice.</summary>
    public QueryHits Slice(int first, int count) => throw new NotImplementedException();

    /// <summary>The words that made a query match, in the order title, text, place, biography; computed at each call.</summary>
    /// <param name="ordinal">One of <see cref="Ordinals"/>.</param>
    public IReadOnlyList<Evidence> EvidenceOf(int ordinal) => throw new NotImplementedException();
}

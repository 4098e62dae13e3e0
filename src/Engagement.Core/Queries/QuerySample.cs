namespace Engagement.Queries;

/// <summary>What a query would have caught among given mentions.</summary>
/// <param name="Mentions">How many mentions were tried.</param>
/// <param name="Matched">How many the query matches.</param>
/// <param name="Clauses">Every part of the query with its own hits, the whole first, each part before the parts it is made of.</param>
public sealed record QuerySample(int Mentions, int Matched, IReadOnlyList<ClauseSample> Clauses)
{
    /// <summary>Share of the mentions that match, from 0 to 1; 0 when there were none.</summary>
    public double Rate => Mentions == 0 ? 0 : (double)Matched / Mentions;
}

namespace Engagement.Queries;

/// <summary>How often a part of a query holds, seen by itself.</summary>
/// <param name="Clause">The part in the canonical form.</param>
/// <param name="Depth">How deep it lies in the query: 0 for the whole.</param>
/// <param name="Hits">For how many mentions it holds.</param>
/// <param name="Rate">The same as a share, from 0 to 1; 0 when there were no mentions.</param>
public sealed record ClauseSample(string Clause, int Depth, int Hits, double Rate);

namespace Engagement.Star;

/// <summary>A Boolean query that speaks for a point of the star.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Point">The point.</param>
/// <param name="Direction">The direction; null to follow the feeling of the clause that matched.</param>
/// <param name="Query">The parsed query.</param>
/// <param name="Strength">What a hit adds to the point's margin, above 0; 1 is what a typical shipped rule adds.</param>
/// <param name="Scope">Whether the query must match within one clause or the whole text.</param>
public sealed record StarRule(string Id, StarPoint Point, StarDirection? Direction, Query Query, double Strength, StarRuleScope Scope);

namespace Engagement.Triage;

/// <summary>A Boolean query that finds what cannot wait.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="Query">The parsed query.</param>
public sealed record TriageRule(string Id, UrgencyKind Kind, int Severity, Query Query);

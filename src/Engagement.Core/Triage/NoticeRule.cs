namespace Engagement.Triage;

/// <summary>A Boolean query that finds notices.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Kind">What they make known.</param>
/// <param name="Query">The parsed query.</param>
public sealed record NoticeRule(string Id, NoticeKind Kind, Query Query);

namespace Engagement.Profiles;

/// <summary>A search that a trust keeps running.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="Query">The parsed query, in the trust's zone.</param>
public sealed record StandingQuery(string Id, string Name, Query Query);

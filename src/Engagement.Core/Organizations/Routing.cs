namespace Engagement.Organizations;

/// <summary>Whom a mention concerns.</summary>
public sealed record Routing
{
    /// <summary>A mention that concerns nobody known.</summary>
    public static Routing Unrouted { get; } = new();

    /// <summary>Those it concerns: trust, sites, teams, persons, each in the profile's order, each once.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>What could not be told.</summary>
    public IReadOnlyList<RouteAmbiguity> Ambiguities { get; init; } = [];

    /// <summary>Whether nobody was found.</summary>
    public bool IsUnrouted => Routes.Count == 0;
}

namespace Engagement.Organizations;

/// <summary>What a mention is routed to.</summary>
public enum RouteKind
{
    /// <summary>The trust as a whole.</summary>
    Trust,

    /// <summary>A site.</summary>
    Site,

    /// <summary>A team.</summary>
    Team,

    /// <summary>A person.</summary>
    Person,
}

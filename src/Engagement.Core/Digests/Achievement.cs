using NodaTime;

namespace Engagement.Digests;

/// <summary>Something to celebrate that the trust itself knows of: taken in, so that colleagues can take it out.</summary>
public sealed record Achievement
{
    /// <summary>Award, years of service, qualification or thanks.</summary>
    public required AchievementKind Kind { get; init; }

    /// <summary>Whom to congratulate, as it is to be shown: a person or a team.</summary>
    public required string Who { get; init; }

    /// <summary>What for: <c>the regional nursing award</c>, <c>25 years</c>.</summary>
    public required string What { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Key of the team; null for the trust as a whole.</summary>
    public string? Team { get; init; }

    /// <summary>Key of the person; null when it is a team's.</summary>
    public string? Person { get; init; }
}

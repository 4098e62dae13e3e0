using NodaTime;

namespace Engagement.Digests;

/// <summary>One step of a concern on its way to a change.</summary>
public sealed record ImprovementStep
{
    /// <summary>Key of the concern: the same on all its steps.</summary>
    public required string Concern { get; init; }

    /// <summary>The stage reached.</summary>
    public required ImprovementStage Stage { get; init; }

    /// <summary>The day it was reached.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The concern or the step in a few plain words; null when the stage says enough. Of a concern the first note names it.</summary>
    public string? Note { get; init; }

    /// <summary>Key of the team whose concern it is; null for the trust as a whole.</summary>
    public string? Team { get; init; }

    /// <summary>The mention that raised or confirmed it; null when none did.</summary>
    public string? MentionId { get; init; }
}

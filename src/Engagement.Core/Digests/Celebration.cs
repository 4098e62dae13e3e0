namespace Engagement.Digests;

/// <summary>Something to celebrate, with texts that are ready to post once a person has agreed to them.</summary>
public sealed record Celebration
{
    /// <summary>Award, years of service, qualification or thanks.</summary>
    public required AchievementKind Kind { get; init; }

    /// <summary>In a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The post it was found in; null when the trust itself told of it.</summary>
    public DigestItem? Found { get; init; }

    /// <summary>A text for each platform, within its length.</summary>
    public IReadOnlyList<ReadyPost> Posts { get; init; } = [];
}

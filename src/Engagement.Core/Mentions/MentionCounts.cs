namespace Engagement;

/// <summary>Public reactions to a mention at the time of reading; null where unknown.</summary>
public sealed record MentionCounts
{
    /// <summary>Likes or favourites, 0 or more.</summary>
    public long? Likes { get; init; }

    /// <summary>Reposts, boosts, shares and quotes together, 0 or more.</summary>
    public long? Shares { get; init; }

    /// <summary>Replies or comments, 0 or more.</summary>
    public long? Replies { get; init; }
}

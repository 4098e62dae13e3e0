namespace Engagement.Digests;

/// <summary>A hashtag's life in the window.</summary>
public sealed record CampaignFigures
{
    /// <summary>Key of the campaign.</summary>
    public required string Id { get; init; }

    /// <summary>Name as colleagues say it.</summary>
    public required string Name { get; init; }

    /// <summary>Without <c>#</c>.</summary>
    public required string Hashtag { get; init; }

    /// <summary>Posts of every voice, repeats included.</summary>
    public required long Posts { get; init; }

    /// <summary>Distinct authors that are known.</summary>
    public required long Participants { get; init; }

    /// <summary>Posts that pledge something.</summary>
    public long Pledges { get; init; }

    /// <summary>Impressions: followers of every post added up.</summary>
    public long Impressions { get; init; }

    /// <summary>Reach: followers of distinct participants.</summary>
    public long Reach { get; init; }

    /// <summary>Participants whose followers are unknown.</summary>
    public long ParticipantsUnknown { get; init; }

    /// <summary>Supporters named by whoever runs it.</summary>
    public int Supporters { get; init; }

    /// <summary>Followers of the supporters, whether or not they posted: what could be reached, never added to what was.</summary>
    public long PotentialReach { get; init; }

    /// <summary>Posts a day, in order, named by ISO date.</summary>
    public IReadOnlyList<DigestCount> Days { get; init; } = [];

    /// <summary>The day with most posts, the earliest of several; null without posts.</summary>
    public DigestCount? PeakDay { get; init; }

    /// <summary>Platforms by posts.</summary>
    public IReadOnlyList<DigestCount> Platforms { get; init; } = [];

    /// <summary>A few good posts, at most 3, criticism and pledges left out.</summary>
    public IReadOnlyList<DigestItem> Quotes { get; init; } = [];

    /// <summary>Posts that pledge something, at most 6 and one an author, criticism left out.</summary>
    public IReadOnlyList<DigestItem> Pledged { get; init; } = [];

    /// <summary>The question of its themed month; null when there is none.</summary>
    public string? Question { get; init; }

    /// <summary>The closing summary of its themed month; null when there is none yet.</summary>
    public string? Summary { get; init; }

    /// <summary>Contributors who agreed to be thanked by name, as they write their handle, in ordinal order.</summary>
    public IReadOnlyList<string> Thanked { get; init; } = [];
}

namespace Engagement.Digests;

/// <summary>A chat under a hashtag.</summary>
public sealed record ChatFigures
{
    /// <summary>Key of the chat.</summary>
    public required string Id { get; init; }

    /// <summary>Name as colleagues say it.</summary>
    public required string Name { get; init; }

    /// <summary>Without <c>#</c>.</summary>
    public required string Hashtag { get; init; }

    /// <summary>Posts of every voice, repeats left out.</summary>
    public required long Posts { get; init; }

    /// <summary>Distinct authors that are known.</summary>
    public required long Participants { get; init; }

    /// <summary>Clock hours in which something was posted.</summary>
    public long Hours { get; init; }

    /// <summary>Posts in the busiest clock hour.</summary>
    public long BusiestHour { get; init; }

    /// <summary>Impressions: followers of every post added up.</summary>
    public long Impressions { get; init; }

    /// <summary>Reach: followers of distinct participants.</summary>
    public long Reach { get; init; }

    /// <summary>Its questions, in order of their numbers.</summary>
    public IReadOnlyList<ChatQuestion> Questions { get; init; } = [];

    /// <summary>The posts in the order of time; the earliest when there were more than are kept.</summary>
    public IReadOnlyList<DigestItem> Transcript { get; init; } = [];

    /// <summary>The most liked answers, at most one a person and 3 in all. Ask before quoting anybody elsewhere.</summary>
    public IReadOnlyList<DigestItem> Quotes { get; init; } = [];
}

using NodaTime;

namespace Engagement.Profiles;

/// <summary>An audience and what it wants.</summary>
public sealed record AudienceOptions
{
    /// <summary>Stable key, used on command lines and in digest ids.</summary>
    public required string Id { get; init; }

    /// <summary>Trust, team or person.</summary>
    public required AudienceScope Scope { get; init; }

    /// <summary>Key of the team or person; null for the trust.</summary>
    public string? Of { get; init; }

    /// <summary>Default weekly.</summary>
    public DigestFrequency Frequency { get; init; } = DigestFrequency.Week;

    /// <summary>First day of its week. Default Monday.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Zone of its days; null for the trust's.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Time of day, on the day after a window ends, from which its digest may be sent. Default 8:00.</summary>
    public LocalTime SendAt { get; init; } = new(8, 0);

    /// <summary>When no digest is sent; null for never quiet.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>How the digest speaks. Default <see cref="DigestTone.Balanced"/>.</summary>
    public DigestTone Tone { get; init; } = DigestTone.Balanced;

    /// <summary>Whether a digest is made for a window in which nothing happened. Default false.</summary>
    public bool SendWhenEmpty { get; init; }

    /// <summary>Default <see cref="ApprovalPolicy.ShowAll"/>.</summary>
    public ApprovalPolicy Approval { get; init; } = ApprovalPolicy.ShowAll;

    /// <summary>Sections wanted, by key; empty for all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Formats wanted, by key (<c>html</c>, <c>text</c>, <c>markdown</c>, <c>json</c> …); empty for html and text.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Whether authors may be listed by number of mentions. Default false: private by default.</summary>
    public bool RankAuthors { get; init; }
}

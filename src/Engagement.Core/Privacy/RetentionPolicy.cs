using NodaTime;

namespace Engagement.Privacy;

/// <summary>How long mentions are kept. The library stores nothing: this says what a host that does must erase.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Nothing is ever due.</summary>
    public static RetentionPolicy KeepAll { get; } = new();

    /// <summary>Days, at least 1, from publication until a mention is due for erasure; null for never. Default null.</summary>
    public int? Days { get; init; }

    /// <summary>
    /// Whether a mention is due for erasure. One of which only the date is known counts from the end of that day in
    /// <paramref name="zone"/>; one without any date is due at once, since nobody can say that it is young enough to keep.
    /// </summary>
    /// <param name="mention">The mention.</param>
    /// <param name="at">The instant asked about.</param>
    /// <param name="zone">Zone of date-only mentions.</param>
    public bool IsDue(Mention mention, Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(zone);
        if (Days is not { } days) return false;
        var published = mention.Published ?? (mention.PublishedOn is { } date ? zone.AtStartOfDay(date.PlusDays(1)).ToInstant() : null);
        return published is not { } from || at - from >= Duration.FromDays(days);
    }

    /// <summary>Those of the mentions that are due for erasure, in their order.</summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="at">The instant asked about.</param>
    /// <param name="zone">Zone of date-only mentions.</param>
    public IEnumerable<Mention> DueAt(IEnumerable<Mention> mentions, Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        return mentions.Where(mention => IsDue(mention, at, zone));
    }
}

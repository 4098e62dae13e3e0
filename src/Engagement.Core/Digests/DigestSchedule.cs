using Engagement.Profiles;
using NodaTime;

namespace Engagement.Digests;

/// <summary>
/// When the digests of an audience are due: by its frequency, zone, time of sending and quiet hours. Pure: the time of the run is always given. Whatever
/// runs it needs to remember only the last window it sent. Urgent posts keep no schedule: they are delivered when they are read. Immutable.
/// </summary>
public sealed class DigestSchedule
{
    private readonly AudienceOptions _wanted;
    private readonly DateTimeZone _zone;

    private DigestSchedule(AudienceOptions wanted, DateTimeZone zone) => (_wanted, _zone) = (wanted, zone);

    /// <summary>The schedule of an audience.</summary>
    /// <param name="profile">The trust: its zone holds where the audience has none of its own.</param>
    /// <param name="audience">The audience; what it wants is taken from itself, else from the profile, else the defaults.</param>
    /// <exception cref="ArgumentException">Made by hand with quiet hours that never end.</exception>
    public static DigestSchedule Of(TrustProfile profile, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(audience);
        var wanted = audience.OptionsIn(profile);
        if (wanted.Quiet is { } quiet && quiet.Days.Distinct().Count() >= 7) throw new ArgumentException("At least one day is not quiet.", nameof(audience));
        return new DigestSchedule(wanted, wanted.Zone ?? profile.Zone);
    }

    /// <summary>Zone of its days and times.</summary>
    public DateTimeZone Zone => _zone;

    /// <summary>When the digest of a window may be sent first: on the day after it ends at the audience's time of sending, or when its quiet time is over.</summary>
    public Instant DueAt(DigestWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        // A window of instants ends when it ends: it was asked for by hand.
        return window.IsWholeDays ? AfterQuiet(At(window.End + _wanted.SendAt, null)) : AfterQuiet(window.Resolve(_zone).End);
    }

    /// <summary>Whether a digest may be sent now, as far as quiet hours go.</summary>
    public bool IsQuiet(Instant now) => _wanted.Quiet is { } quiet && quiet.Hold(now.InZone(_zone).LocalDateTime);

    /// <summary>The first time from <paramref name="now"/> on that is not quiet.</summary>
    public Instant AfterQuiet(Instant now)
    {
        if (_wanted.Quiet is not { } quiet) return now;
        // Each step ends a quiet day or a night: a week of both is at most 14.
        for (var step = 0; step < 16; step++)
        {
            var local = now.InZone(_zone).LocalDateTime;
            if (!quiet.Hold(local)) break;
            if (quiet.Days.Contains(local.DayOfWeek)) now = _zone.AtStartOfDay(local.Date.PlusDays(1)).ToInstant();
            else now = At((quiet.From > quiet.To && local.TimeOfDay >= quiet.From ? local.Date.PlusDays(1) : local.Date) + quiet.To, now);
        }

        return now;
    }

    /// <summary>The window that ended last and whose digest is due now; its digest may already have been sent.</summary>
    public DigestWindow LatestDue(Instant now)
    {
        var window = DigestWindow.Containing(now.InZone(_zone).Date, _wanted.Frequency, _wanted.FirstDayOfWeek).Previous();
        // The night and the weekend after a window's end may lie between it and its sending.
        while (DueAt(window) > now) window = window.Previous();
        return window;
    }

    /// <summary>The windows whose digests are owed now, the earliest first; none while it is quiet.</summary>
    /// <param name="lastSent">The last window that was sent; null for a first run, which owes the latest alone.</param>
    /// <param name="now">The time of the run.</param>
    /// <exception cref="ArgumentException"><paramref name="lastSent"/> is not made of whole days.</exception>
    public IReadOnlyList<DigestWindow> Owed(DigestWindow? lastSent, Instant now)
    {
        if (IsQuiet(now)) return [];
        var latest = LatestDue(now);
        return lastSent is null ? [latest] : [.. DigestWindow.Missed(lastSent, latest.End)];
    }

    /// <summary>An instant of the wall clock: of two the first that is after <paramref name="after"/>; in an hour that the clocks skip, its end.</summary>
    private Instant At(LocalDateTime local, Instant? after)
    {
        var mapping = _zone.MapLocal(local);
        if (mapping.Count == 0) return mapping.LateInterval.Start;
        var first = mapping.First().ToInstant();
        return after is { } past && first <= past ? mapping.Last().ToInstant() : first;
    }
}

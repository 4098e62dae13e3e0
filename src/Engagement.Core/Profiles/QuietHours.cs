using NodaTime;

namespace Engagement.Profiles;

/// <summary>When an audience is not to be disturbed, by the clock on its own wall. Urgent posts take no notice of it: they are never part of a digest.</summary>
/// <param name="From">Start of the quiet time of every day.</param>
/// <param name="To">Its end, which is no longer quiet; earlier than <paramref name="From"/> when the quiet time runs over midnight.</param>
/// <param name="Days">Days that are quiet from midnight to midnight, such as the weekend; never all seven.</param>
public sealed record QuietHours(LocalTime From, LocalTime To, IReadOnlyList<IsoDayOfWeek> Days)
{
    /// <summary>Whether it is quiet at a time of the audience's clock.</summary>
    public bool Hold(LocalDateTime local)
    {
        if (Days.Contains(local.DayOfWeek)) return true;
        var time = local.TimeOfDay;
        return From <= To ? time >= From && time < To : time >= From || time < To;
    }
}

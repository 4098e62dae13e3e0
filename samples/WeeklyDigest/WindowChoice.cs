using Engagement;
using Engagement.Profiles;
using NodaTime;

namespace WeeklyDigest;

/// <summary>Which windows are made, by what the data hold: never by the clock.</summary>
internal sealed class WindowChoice(Settings settings)
{
    /// <summary>The windows of an audience, the earliest first.</summary>
    /// <param name="audience">Its zone, frequency and first day of the week count.</param>
    /// <param name="data">What was read.</param>
    /// <param name="lastSent">The last window that the history holds; null when none.</param>
    public IReadOnlyList<DigestWindow> Of(Audience audience, IReadOnlyList<ReadOutcome> data, DigestWindow? lastSent)
    {
        if (settings.Window is { } window) return [window];
        var zone = audience.Options?.Zone ?? settings.Profile.Zone;
        var days = data.Select(outcome => DayOf(outcome, zone)).OfType<LocalDate>().ToHashSet();
        if (days.Count == 0) return [];
        var (first, last) = (days.Min(), days.Max());
        var frequency = settings.Every ?? audience.Options?.Frequency ?? DigestFrequency.Week;
        DigestWindow Containing(LocalDate day) => DigestWindow.Containing(day, frequency, audience.Options?.FirstDayOfWeek ?? IsoDayOfWeek.Monday);
        if (settings.Every is not null) return [.. days.Select(Containing).DistinctBy(made => made.ToString()).OrderBy(made => made.ToString(), StringComparer.Ordinal)];

        // A window is full when the data reach its last day; data that fill none are shown as far as they go.
        var latest = Containing(last);
        if (Containing(last.PlusDays(1)).ToString() == latest.ToString() && Containing(first).ToString() != latest.ToString()) latest = latest.Previous();
        if (settings.CatchUp && lastSent is not null)
        {
            return [.. DigestWindow.Missed(lastSent, last.PlusDays(1))];
        }

        var windows = new List<DigestWindow> { latest };
        for (var i = 1; i < settings.Weeks; i++) windows.Insert(0, windows[0].Previous());
        return windows;
    }

    private static LocalDate? DayOf(ReadOutcome outcome, DateTimeZone zone) => outcome.Feedback?.Mention switch
    {
        { DateIsDoubtful: true } => null,
        { Published: { } at } => at.InZone(zone).Date,
        { PublishedOn: { } on } => on,
        _ => null,
    };
}

using NodaTime;

namespace Engagement.Digests;

/// <summary>Finds the hours and days that were busier than usual, and what drove them.</summary>
internal sealed class PeakFinder(DigestTally tally, ShownItems shown)
{
    private readonly DigestScope _scope = tally.Scope;

    public PeakFigures Find()
    {
        var start = HourNumber(_scope.Interval.Start);
        var firstDay = DigestScope.DayNumber(_scope.FirstDay);
        var hours = History(tally.Hours, tally.EarlierHours, start);
        var days = History(tally.TimedDays, tally.EarlierDays, firstDay);
        var untimed = Untimed(firstDay, DigestScope.DayNumber(_scope.LastDay));
        var weeks = WeeksOf(days, firstDay);
        if (weeks < PeakFigures.WeeksNeeded) return new PeakFigures { WeeksOfHistory = weeks, Untimed = untimed };
        var peaks = new List<DigestPeak>();
        for (var day = firstDay; day <= DigestScope.DayNumber(_scope.LastDay); day++)
        {
            var mentions = tally.TimedDays.GetValueOrDefault(day);
            var before = Enumerable.Range(1, weeks).Select(week => days.GetValueOrDefault(day - (7 * week)));
            if (Unusual(mentions, before) is not { } found) continue;
            var date = new LocalDate(1970, 1, 1).PlusDays(day);
            peaks.Add(Driven(date.AtMidnight(), true, mentions, found, hour => DayOfHour(hour) == day));
        }

        foreach (var (hour, mentions) in tally.Hours.OrderBy(pair => pair.Key))
        {
            if (hour < start || hour >= HourNumber(_scope.Interval.End)) continue;
            var local = Instant.FromUnixTimeTicks(hour * NodaConstants.TicksPerHour).InZone(_scope.Zone).LocalDateTime;
            // Earlier weeks by the clock on the wall, which daylight saving moves.
            var before = Enumerable.Range(1, weeks).Select(week => hours.GetValueOrDefault(HourNumber(_scope.Zone.AtLeniently(local.PlusWeeks(-week)).ToInstant())));
            if (Unusual(mentions, before) is { } found) peaks.Add(Driven(local, false, mentions, found, key => key == hour));
        }

        return new PeakFigures
        {
            WeeksOfHistory = weeks,
            Untimed = untimed,
            Peaks = [.. peaks.OrderByDescending(peak => peak.RobustZ).ThenBy(peak => peak.Start).ThenBy(peak => peak.IsDay).Take(6).OrderBy(peak => peak.Start).ThenByDescending(peak => peak.IsDay)],
        };
    }

    private long Untimed(int firstDay, int lastDay)
    {
        var untimed = 0L;
        for (var day = firstDay; day <= lastDay; day++) untimed += tally.Days.GetValueOrDefault(day) - tally.TimedDays.GetValueOrDefault(day);
        return untimed;
    }

    /// <summary>How far back the history reaches: the furthest week with mentions such that at least half the weeks since have some. A stray old post is no history.</summary>
    private static int WeeksOf(Dictionary<int, long> days, int firstDay)
    {
        var with = days.Keys.Select(day => (firstDay - day + 6) / 7).Where(week => week is > 0 and <= DigestScope.WeeksOfHistory).ToHashSet();
        var (reach, seen) = (0, 0);
        for (var week = 1; week <= DigestScope.WeeksOfHistory; week++)
        {
            if (with.Contains(week)) seen++;
            if (with.Contains(week) && seen * 2 >= week) reach = week;
        }

        return reach;
    }

    private static Dictionary<int, long> History(Dictionary<int, long> own, Dictionary<int, long> earlier, int before)
    {
        var history = own.Where(pair => pair.Key < before).ToDictionary();
        foreach (var (key, count) in earlier)
        {
            if (key < before) history[key] = Math.Max(count, history.GetValueOrDefault(key));
        }

        return history;
    }

    private static (long Usual, long RobustZ)? Unusual(long mentions, IEnumerable<long> before)
    {
        // Five more than usual at least: three mentions where one is usual are no event.
        var values = before.Order().ToArray();
        var median = Median(values);
        if (mentions < median + 5) return null;
        var spread = Median([.. values.Select(value => Math.Abs(value - median)).Order()]);
        var scale = Math.Max(1.4826 * spread, Math.Max(Math.Sqrt(median), 1));
        var z = (long)Math.Round(100 * (mentions - median) / scale, MidpointRounding.AwayFromZero);
        return z >= 350 ? ((long)Math.Round(median, MidpointRounding.AwayFromZero), z) : null;
    }

    private static double Median(long[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2.0;

    private static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2.0;

    private DigestPeak Driven(LocalDateTime start, bool isDay, long mentions, (long Usual, long RobustZ) found, Func<int, bool> belongs)
    {
        var notes = new WordNotes();
        var (inside, outside) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (insidePosts, outsidePosts) = (new List<(KeptItem Item, List<string> Words)>(), 0);
        foreach (var (key, items) in tally.HourItems)
        {
            // Mentions with only a date have keys below nought.
            if (key < 0) continue;
            var belongsHere = belongs(key);
            foreach (var item in items.Items)
            {
                notes.Read(item.Text);
                var words = new List<string>();
                for (var i = 0; i < notes.Count; i++) words.Add(notes[i].ToString());
                foreach (var word in words)
                {
                    var table = belongsHere ? inside : outside;
                    table[word] = table.GetValueOrDefault(word) + 1;
                }

                if (belongsHere) insidePosts.Add((item, words));
                else outsidePosts++;
            }
        }

        // In at least a third of the sample, and at least twice as common as at other times.
        var driving = inside
            .Where(pair => pair.Value >= 2 && pair.Value * 3 >= insidePosts.Count && (long)pair.Value * Math.Max(1, outsidePosts) >= 2L * outside.GetValueOrDefault(pair.Key) * insidePosts.Count)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key)
            .Take(5)
            .ToList();
        return new DigestPeak
        {
            Start = start,
            IsDay = isDay,
            Mentions = mentions,
            Usual = found.Usual,
            RobustZ = found.RobustZ,
            Words = driving,
            Posts =
            [
                .. insidePosts.Where(post => !ShownItems.IsCritical(post.Item))
                    .OrderByDescending(post => post.Words.Count(driving.Contains))
                    .ThenByDescending(post => post.Item.Text.Length >= KeptItem.BeginningLength)
                    .ThenBy(post => post.Item, Comparer<KeptItem>.Default)
                    .Take(2)
                    .Select(post => shown.Of(post.Item)),
            ],
        };
    }

    private int DayOfHour(int key) =>
        DigestScope.DayNumber(Instant.FromUnixTimeTicks(key * NodaConstants.TicksPerHour).InZone(_scope.Zone).Date);

    private static int HourNumber(Instant instant)
    {
        var hours = Math.DivRem(instant.ToUnixTimeTicks(), NodaConstants.TicksPerHour, out var rest);
        return (int)hours - (rest < 0 ? 1 : 0);
    }
}

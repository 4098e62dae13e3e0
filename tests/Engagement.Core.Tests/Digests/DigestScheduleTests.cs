using Engagement.Profiles;
using NodaTime;
using NodaTime.Text;

namespace Engagement.Digests;

public sealed class DigestScheduleTests
{
    private static readonly QuietHours Nights = new(new LocalTime(19, 30), new LocalTime(7, 0), []);
    private static readonly QuietHours Weekends = new(LocalTime.Midnight, LocalTime.Midnight, [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);
    private static readonly QuietHours Both = Nights with { Days = Weekends.Days };

    public static TheoryData<string, AudienceOptions, string, string> Dues => new()
    {
        // what it shows, what is wanted, window, due in UTC
        { "the morning after a week", Wanting(), "2026-11-09/2026-11-16", "2026-11-16T08:00:00Z" },
        { "at the time that is wanted", Wanting() with { SendAt = new LocalTime(7, 15) }, "2026-11-09/2026-11-16", "2026-11-16T07:15:00Z" },
        { "in summer an hour earlier by the sun", Wanting(), "2026-07", "2026-08-01T07:00:00Z" },
        { "in the audience's own zone", Wanting() with { Zone = DateTimeZoneProviders.Tzdb["Pacific/Auckland"] }, "2026-11-09/2026-11-16", "2026-11-15T19:00:00Z" },
        { "after the night", Wanting() with { SendAt = new LocalTime(6, 0), Quiet = Nights }, "2026-11-09/2026-11-16", "2026-11-16T07:00:00Z" },
        { "not late in the evening", Wanting() with { SendAt = new LocalTime(20, 0), Quiet = Nights }, "2026-11-09/2026-11-16", "2026-11-17T07:00:00Z" },
        { "as soon as it is no longer quiet", Wanting() with { SendAt = new LocalTime(7, 0), Quiet = Nights }, "2026-11-09/2026-11-16", "2026-11-16T07:00:00Z" },
        { "a month that ends on a Saturday waits for Monday", Wanting() with { Quiet = Weekends }, "2026-10", "2026-11-02T00:00:00Z" },
        { "and for Monday morning where nights are quiet too", Wanting() with { Quiet = Both }, "2026-10", "2026-11-02T07:00:00Z" },
        { "a day at noon is quiet for those who sleep then", Wanting() with { SendAt = new LocalTime(12, 0), Quiet = new(new(9, 0), new(17, 0), []) }, "2026-11-09", "2026-11-10T17:00:00Z" },
        { "in the hour that the clocks skip, at its end", Wanting() with { SendAt = new LocalTime(1, 30) }, "2026-03-28", "2026-03-29T01:00:00Z" },
        { "in the hour that comes twice, the first time", Wanting() with { SendAt = new LocalTime(1, 30) }, "2026-10-24", "2026-10-25T00:30:00Z" },
        { "quiet until a time that the clocks skip", Wanting() with { SendAt = LocalTime.Midnight, Quiet = new(new(22, 0), new(1, 30), []) }, "2026-03-28", "2026-03-29T01:00:00Z" },
        { "a window of instants when it ends", Wanting(), "2026-11-09T03:00:00Z/2026-11-10T03:00:00Z", "2026-11-10T03:00:00Z" },
        { "but not in the night", Wanting() with { Quiet = Nights }, "2026-11-09T03:00:00Z/2026-11-10T03:00:00Z", "2026-11-10T07:00:00Z" },
    };

    public static TheoryData<string, AudienceOptions, string?, string, string[]> Debts => new()
    {
        // what it shows, what is wanted, last window sent, time of the run in UTC, windows owed
        { "a first run owes the latest", Wanting(), null, "2026-11-18T09:00:00Z", ["2026-11-09/2026-11-16"] },
        { "before the hour, the one before it", Wanting(), null, "2026-11-16T07:59:59Z", ["2026-11-02/2026-11-09"] },
        { "on the hour, the latest", Wanting(), null, "2026-11-16T08:00:00Z", ["2026-11-09/2026-11-16"] },
        { "what was sent is not owed again", Wanting(), "2026-11-09/2026-11-16", "2026-11-18T09:00:00Z", [] },
        { "a late run owes all that was missed", Wanting(), "2026-10-19/2026-10-26", "2026-11-18T09:00:00Z", ["2026-10-26/2026-11-02", "2026-11-02/2026-11-09", "2026-11-09/2026-11-16"] },
        { "nothing while it is quiet", Wanting() with { Quiet = Nights }, "2026-10-19/2026-10-26", "2026-11-17T23:00:00Z", [] },
        { "and all of it once it is not", Wanting() with { Quiet = Nights }, "2026-11-02/2026-11-09", "2026-11-18T07:00:00Z", ["2026-11-09/2026-11-16"] },
        { "days", Wanting() with { Frequency = DigestFrequency.Day }, "2026-11-15", "2026-11-18T09:00:00Z", ["2026-11-16/2026-11-17", "2026-11-17/2026-11-18"] },
        { "days of a weekend wait for Monday", Wanting() with { Frequency = DigestFrequency.Day, Quiet = Weekends }, "2026-11-12", "2026-11-16T09:00:00Z", ["2026-11-13/2026-11-14", "2026-11-14/2026-11-15", "2026-11-15/2026-11-16"] },
        { "months", Wanting() with { Frequency = DigestFrequency.Month }, null, "2026-11-18T09:00:00Z", ["2026-10-01/2026-11-01"] },
        { "weeks that begin on Sunday", Wanting() with { FirstDayOfWeek = IsoDayOfWeek.Sunday }, null, "2026-11-18T09:00:00Z", ["2026-11-08/2026-11-15"] },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Dues))]
    public void A_digest_is_due(string shows, AudienceOptions wanted, string window, string due)
    {
        DigestWindow.TryParse(window, out var made, out var problem).Should().BeTrue(problem);

        ScheduleOf(wanted).DueAt(made!).Should().Be(At(due), shows);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Debts))]
    public void A_run_owes(string shows, AudienceOptions wanted, string? lastSent, string now, string[] owed)
    {
        DigestWindow? last = null;
        if (lastSent is not null) DigestWindow.TryParse(lastSent, out last, out _).Should().BeTrue();

        ScheduleOf(wanted).Owed(last, At(now)).Select(window => window.ToString()).Should().Equal(owed, shows);
    }

    [Fact]
    public void It_is_quiet_by_the_clock_on_the_wall_also_in_the_hour_that_comes_twice()
    {
        var schedule = ScheduleOf(Wanting() with { Quiet = new(new(22, 0), new(1, 30), []) });

        // 25 October 2026: 1am comes at 00:00 and again at 01:00 UTC.
        schedule.IsQuiet(At("2026-10-25T00:15:00Z")).Should().BeTrue();
        schedule.IsQuiet(At("2026-10-25T00:45:00Z")).Should().BeFalse();
        schedule.IsQuiet(At("2026-10-25T01:15:00Z")).Should().BeTrue();
        schedule.AfterQuiet(At("2026-10-25T00:15:00Z")).Should().Be(At("2026-10-25T00:30:00Z"));
        schedule.AfterQuiet(At("2026-10-25T01:15:00Z")).Should().Be(At("2026-10-25T01:30:00Z"));
    }

    [Fact]
    public void After_any_time_of_a_year_comes_a_time_that_is_not_quiet_and_not_earlier()
    {
        var quiet = new QuietHours(new LocalTime(16, 0), new LocalTime(9, 0), [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);
        var schedule = ScheduleOf(Wanting() with { Quiet = quiet });
        for (var now = At("2026-01-01T00:10:00Z"); now < At("2027-01-01T00:00:00Z"); now += Duration.FromMinutes(97))
        {
            var after = schedule.AfterQuiet(now);
            (after >= now).Should().BeTrue();
            schedule.IsQuiet(after).Should().BeFalse($"{after} is said to come after {now}");
            (after - now).Should().BeLessThan(Duration.FromDays(8));
        }
    }

    [Fact]
    public void An_audience_without_options_of_its_own_has_those_of_the_profile()
    {
        var profile = FeedbackSamples.Profile with { Audiences = [Wanting() with { SendAt = new LocalTime(6, 45) }] };

        DigestSchedule.Of(profile, Audience.Trust()).DueAt(FeedbackSamples.Week).Should().Be(At("2026-11-16T06:45:00Z"));
        DigestSchedule.Of(profile, Audience.Team("ward-7")).DueAt(FeedbackSamples.Week).Should().Be(At("2026-11-16T08:00:00Z"), "a team without options gets the defaults");
    }

    private static AudienceOptions Wanting() => new() { Id = "trust", Scope = AudienceScope.Trust };

    private static DigestSchedule ScheduleOf(AudienceOptions wanted) => DigestSchedule.Of(FeedbackSamples.Profile, Audience.Of(wanted));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}

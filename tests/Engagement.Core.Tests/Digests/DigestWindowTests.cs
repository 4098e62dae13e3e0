using Engagement.Profiles;
using NodaTime;

namespace Engagement.Digests;

public sealed class DigestWindowTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Theory]
    [InlineData(2026, 3, 23, 167)] // the clocks go forward on Sunday 29 March
    [InlineData(2026, 10, 19, 169)] // and back on Sunday 25 October
    [InlineData(2026, 11, 9, 168)]
    public void A_week_has_the_hours_the_clocks_give_it(int year, int month, int day, int hours) =>
        DigestWindow.Week(year, month, day).Resolve(London).Duration.TotalHours.Should().Be(hours);

    [Fact]
    public void A_day_that_has_no_midnight_starts_when_it_starts()
    {
        // Sao Paulo's clocks went from 23:59:59 to 01:00 on 4 November 2018.
        var zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
        var day = DigestWindow.Day(new LocalDate(2018, 11, 4)).Resolve(zone);
        day.Start.InZone(zone).Hour.Should().Be(1);
        day.Duration.TotalHours.Should().Be(23);
    }

    [Theory]
    [InlineData("2026-11-09/2026-11-16", "2026-11-02/2026-11-09")]
    [InlineData("2026-03", "2026-02-01/2026-03-01")]
    [InlineData("2026-01-01", "2025-12-31/2026-01-01")]
    [InlineData("2026-11-01/2026-11-11", "2026-10-22/2026-11-01")]
    [InlineData("2026-11-09T08:00:00Z/2026-11-10T08:00:00Z", "2026-11-08T08:00:00Z/2026-11-09T08:00:00Z")]
    public void The_window_before_is_as_long_and_ends_where_this_begins(string text, string before)
    {
        DigestWindow.TryParse(text, out var window, out _).Should().BeTrue();
        window!.Previous().ToString().Should().Be(before);
        window.Previous().Next().ToString().Should().Be(window.ToString());
        window.Previous().Resolve(London).End.Should().Be(window.Resolve(London).Start);
    }

    [Theory]
    [InlineData("2026-11-09/2026-11-16", "9 to 15 November 2026")]
    [InlineData("2026-11-28/2026-12-05", "28 November to 4 December 2026")]
    [InlineData("2026-12-28/2027-01-04", "28 December 2026 to 3 January 2027")]
    [InlineData("2026-11", "November 2026")]
    [InlineData("2026-11-09", "Monday 9 November 2026")]
    public void It_is_named_as_colleagues_would_name_it(string text, string name)
    {
        DigestWindow.TryParse(text, out var window, out _).Should().BeTrue();
        window!.Describe(London).Should().Be(name);
    }

    [Theory]
    [InlineData("2026-11-16/2026-11-09", "the window ends on 2026-11-09, which is not after its start on 2026-11-16")]
    [InlineData("2026-11-09/2026-11-09", "the window ends on 2026-11-09, which is not after its start on 2026-11-09")]
    [InlineData("last week", "'last week' is not a window; expected FIRST/END such as 2026-11-09/2026-11-16 (the end is the day after the last), a month such as 2026-11, or a day")]
    public void A_window_that_is_none_says_why(string text, string problem)
    {
        DigestWindow.TryParse(text, out var window, out var why).Should().BeFalse();
        window.Should().BeNull();
        why.Should().Be(problem);
    }

    [Theory]
    [InlineData(DigestFrequency.Day, IsoDayOfWeek.Monday, "2026-11-11/2026-11-12")]
    [InlineData(DigestFrequency.Week, IsoDayOfWeek.Monday, "2026-11-09/2026-11-16")]
    [InlineData(DigestFrequency.Week, IsoDayOfWeek.Sunday, "2026-11-08/2026-11-15")]
    [InlineData(DigestFrequency.Week, IsoDayOfWeek.Wednesday, "2026-11-11/2026-11-18")]
    [InlineData(DigestFrequency.Week, IsoDayOfWeek.Thursday, "2026-11-05/2026-11-12")]
    [InlineData(DigestFrequency.Month, IsoDayOfWeek.Monday, "2026-11-01/2026-12-01")]
    public void The_window_of_a_day_follows_the_audience_s_frequency_and_first_day(DigestFrequency frequency, IsoDayOfWeek first, string expected) =>
        DigestWindow.Containing(new LocalDate(2026, 11, 11), frequency, first).ToString().Should().Be(expected);

    [Fact]
    public void A_late_run_owes_every_window_that_is_over_and_none_that_runs() =>
        DigestWindow.Missed(DigestWindow.Week(2026, 10, 26), new LocalDate(2026, 11, 18)).Select(window => window.ToString())
            .Should().Equal("2026-11-02/2026-11-09", "2026-11-09/2026-11-16");
}

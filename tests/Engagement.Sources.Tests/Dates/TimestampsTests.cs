using NodaTime;

namespace Engagement.Sources.Dates;

public sealed class TimestampsTests
{
    [Theory]
    [InlineData("2026-11-09T08:15:30Z", "2026-11-09T08:15:30Z")]
    [InlineData("2026-11-09T08:15:30.123456789+01:00", "2026-11-09T07:15:30.123456789Z")]
    [InlineData("2026-11-09T08:15:30+0000", "2026-11-09T08:15:30Z")]
    [InlineData("2026-11-09 08:15:30.0", "2026-11-09T08:15:30Z")]
    [InlineData("2026-11-09t08:15z", "2026-11-09T08:15:00Z")]
    [InlineData("2026-12-31T23:59:60Z", "2026-12-31T23:59:59Z")]
    [InlineData("2026-11-09T24:00:00Z", "2026-11-10T00:00:00Z")]
    [InlineData("Mon, 09 Nov 2026 08:15:30 GMT", "2026-11-09T08:15:30Z")]
    [InlineData("Mon, 9 Nov 26 08:15 EST", "2026-11-09T13:15:00Z")]
    [InlineData("09 Nov 2026 08:15:30 -0530", "2026-11-09T13:45:30Z")]
    [InlineData("Mon Jul 06 08:15:30 BST 2026", "2026-07-06T07:15:30Z")]
    [InlineData("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24Z")]
    [InlineData("Fri Nov 06 2026 10:00:00 GMT+0100", "2026-11-06T09:00:00Z")]
    [InlineData("09-Nov-2026 08:15PM", "2026-11-09T20:15:00Z")]
    [InlineData("November 9th, 2026 at 12:05 am", "2026-11-09T00:05:00Z")]
    [InlineData("09/11/2026 08:15", "2026-11-09T08:15:00Z")]
    public void Instants_of_every_source_are_read(string text, string expected)
    {
        var reading = Timestamps.Read(text, DateOrder.DayMonthYear, DateTimeZone.Utc);
        reading.Instant.Should().Be(NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value);
    }

    [Theory]
    [InlineData("2026-11-09", 2026, 11, 9, DateCertainty.Plain)]
    [InlineData("20261109", 2026, 11, 9, DateCertainty.Plain)]
    [InlineData("2026/11/09", 2026, 11, 9, DateCertainty.Plain)]
    [InlineData("9 Sept 2026", 2026, 9, 9, DateCertainty.Plain)]
    [InlineData("Sep 9, 2026", 2026, 9, 9, DateCertainty.Plain)]
    [InlineData("30/09/2026", 2026, 9, 30, DateCertainty.Proven)]
    [InlineData("30.9.26", 2026, 9, 30, DateCertainty.Proven)]
    [InlineData("03-04-2026", 2026, 4, 3, DateCertainty.Ambiguous)]
    [InlineData("05/05/2026", 2026, 5, 5, DateCertainty.Same)]
    public void Dates_without_a_time_are_dates(string text, int year, int month, int day, object certainty)
    {
        var reading = Timestamps.Read(text, DateOrder.DayMonthYear, DateTimeZone.Utc);
        reading.Should().Be(new DateReading((DateCertainty)certainty, null, new LocalDate(year, month, day)));
    }

    [Theory]
    [InlineData("10/17/2026", true)]
    [InlineData("2/30/2026", false)]
    [InlineData("31/02/2026", false)]
    [InlineData("29/02/2026", false)]
    [InlineData("44511", false)]
    [InlineData("12:30", false)]
    [InlineData("09/11/2026 25:00", false)]
    [InlineData("yesterday", false)]
    [InlineData("1/2/3/4", false)]
    [InlineData("99999999999999999999/1/1", false)]
    [InlineData("٣/٤/٢٠٢٦", false)]
    public void What_is_no_date_in_the_order_told_is_none(string text, bool isReversed)
    {
        var reading = Timestamps.Read(text, DateOrder.DayMonthYear, DateTimeZone.Utc);
        reading.IsRead.Should().BeFalse();
        (reading.Certainty == DateCertainty.Reversed).Should().Be(isReversed);
    }

    [Theory]
    [InlineData("2026-07-06 08:15", "2026-07-06T07:15:00Z")]
    [InlineData("2026-11-09 08:15", "2026-11-09T08:15:00Z")]
    [InlineData("2026-03-29 01:30", "2026-03-29T01:30:00Z")]
    public void Local_times_are_of_the_zone_told(string text, string expected)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        Timestamps.Read(text, DateOrder.DayMonthYear, zone).Instant.Should().Be(NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value);
    }
}

using NodaTime;

namespace Engagement.Privacy;

public sealed class RetentionPolicyTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly RetentionPolicy ThirtyDays = new() { Days = 30 };

    public static TheoryData<Instant?, LocalDate?, Instant, bool> Rows => new()
    {
        { Instant.FromUtc(2026, 6, 1, 12, 0), null, Instant.FromUtc(2026, 7, 1, 11, 59), false },
        { Instant.FromUtc(2026, 6, 1, 12, 0), null, Instant.FromUtc(2026, 7, 1, 12, 0), true },
        // The first of June ends in London at 23:00 UTC.
        { null, new LocalDate(2026, 6, 1), Instant.FromUtc(2026, 7, 1, 22, 59), false },
        { null, new LocalDate(2026, 6, 1), Instant.FromUtc(2026, 7, 1, 23, 0), true },
        { null, null, Instant.FromUtc(2026, 6, 1, 0, 0), true },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mention_is_due_when_its_days_have_passed(Instant? published, LocalDate? on, Instant at, bool due) =>
        ThirtyDays.IsDue(new Mention { Id = "m", Text = "", Published = published, PublishedOn = on }, at, London).Should().Be(due);

    [Fact]
    public void Without_days_nothing_is_ever_due() =>
        RetentionPolicy.KeepAll.IsDue(new Mention { Id = "m", Text = "" }, Instant.MaxValue, London).Should().BeFalse();

    [Fact]
    public void Those_due_come_in_their_order()
    {
        Mention[] mentions = [Of("new", 20), Of("old", 1), Of("older", 0)];

        ThirtyDays.DueAt(mentions, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromDays(31), London).Select(mention => mention.Id).Should().Equal("old", "older");
    }

    private static Mention Of(string id, int day) => new() { Id = id, Text = "", Published = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromDays(day) };
}

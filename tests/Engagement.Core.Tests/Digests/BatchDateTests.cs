using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Profiles;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Digests;

/// <summary>A survey's answers bear the date on which a batch of them was typed in: a full day of them is no news.</summary>
public sealed class BatchDateTests
{
    [Fact]
    public void A_batch_of_answers_with_one_date_is_no_busy_day()
    {
        var digest = Build([.. Weeks(timed: false), .. Batch(60)]);

        digest.Counts.Mentions.Should().Be(60);
        digest.Peaks.Peaks.Should().BeEmpty();
        digest.Peaks.Untimed.Should().Be(60);
        digest.Days.Single(day => day.Name == "2026-11-13").Count.Should().Be(60, "its date is still its date");
        var page = Page(digest);
        page.Should().NotContain("BUSY TIMES")
            .And.Contain("By the date that each bears, which may be that of typing in")
            .And.Contain("Busy hours and days are not told: each post bears only a date, which may be that on which it was typed in.");
    }

    [Fact]
    public void Beside_a_batch_what_bears_a_time_is_still_looked_at()
    {
        var storm = Enumerable.Range(0, 20).Select(i => Make($"p{i}", "Snow closed the bridge and staff walked in", at: At(11, 20, i), author: $"b{i}"));

        var digest = Build([.. Weeks(timed: true), .. Batch(60), .. storm]);

        digest.Peaks.Untimed.Should().Be(60);
        digest.Peaks.Peaks.Should().OnlyContain(peak => peak.Start.Date == new LocalDate(2026, 11, 11) && peak.Mentions == 20).And.HaveCount(2, "the day and its hour");
        Page(digest).Should().Contain("Not looked at: 60 posts that bear only a date.").And.Contain("When it was said (60 by a date alone, which may be that of typing in)");
    }

    [Fact]
    public void Batches_of_earlier_months_are_no_history_either()
    {
        var earlier = new DigestBuilder(Profile, Audience.Trust(), DigestWindow.Week(2026, 11, 2));
        for (var week = 0; week < 6; week++) earlier.Add(Dated($"e{week}", new LocalDate(2026, 11, 3).PlusWeeks(-week)));
        var builder = new DigestBuilder(Profile, Audience.Trust(), Week);
        builder.Add(Make("1"));
        builder.AddHistory(earlier);

        builder.Build().Peaks.WeeksOfHistory.Should().Be(0);
    }

    private static IEnumerable<Feedback> Weeks(bool timed) => Enumerable.Range(1, 6).Select(week =>
        timed ? Make($"w{week}", at: At(11) - Duration.FromDays(7 * week), author: $"w{week}") : Dated($"w{week}", new LocalDate(2026, 11, 13).PlusWeeks(-week)));

    private static IEnumerable<Feedback> Batch(int count) => Enumerable.Range(0, count).Select(i => Dated($"s{i}", new LocalDate(2026, 11, 13)));

    private static Feedback Dated(string id, LocalDate on)
    {
        var made = Make(id, $"The crew of {id} were kind and careful.", author: null, platform: Platform.Survey);
        return made with { Mention = made.Mention with { Published = null, PublishedOn = on } };
    }

    private static string Page(Digest digest) => string.Join(' ', DigestRenderer.Text.Render(digest).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

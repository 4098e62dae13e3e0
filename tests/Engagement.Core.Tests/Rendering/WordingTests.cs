namespace Engagement.Rendering;

public sealed class WordingTests
{
    [Fact]
    public void A_list_of_what_has_commas_is_parted_by_semicolons() =>
        Wording.List(["Ivy, ward clerk", "Sam", "Jo"]).Should().Be("Ivy, ward clerk; Sam and Jo");

    [Theory]
    [InlineData(3, null, "")]
    [InlineData(3, 3L, "the same as the week before")]
    [InlineData(0, 0L, "")]
    [InlineData(3, 0L, "none the week before")]
    [InlineData(3, 1L, "up from 1")]
    [InlineData(1, 3L, "down from 3")]
    [InlineData(25, 19L, "up from 19")]
    [InlineData(25, 20L, "up 25% from 20")]
    [InlineData(40, 20L, "up 100% from 20")]
    [InlineData(179, 22L, "up from 22")]
    [InlineData(10, 40L, "down 75% from 40")]
    [InlineData(0, 40L, "down from 40")]
    [InlineData(1_001, 1_000L, "about the same as the week before (1,000)")]
    public void A_change_is_told_in_counts_unless_there_are_enough(long now, long? before, string expected) => Wording.Change(now, before, "week").Should().Be(expected);

    [Theory]
    [InlineData(80, 135, 60L, 83L, "59% of all, down from 72% (60 of 83)")]
    [InlineData(23, 135, 14L, 83L, "17% of all, about the same share as the month before (14 of 83)")]
    [InlineData(46, 135, 14L, 83L, "34% of all, up from 17% (14 of 83)")]
    [InlineData(10, 40, 30L, 120L, "25% of all, about the same share as the month before (30 of 120)")]
    [InlineData(5, 100, 0L, 50L, "5% of all, none the month before")]
    [InlineData(0, 100, 10L, 50L, "none, down from 20% (10 of 50)")]
    [InlineData(0, 100, 0L, 50L, "")]
    [InlineData(3, 8, 2L, 3L, "up from 2")]
    [InlineData(12, 19, 30L, 90L, "down from 30")]
    [InlineData(30, 60, 12L, 19L, "up from 12")]
    [InlineData(3, 60, null, null, "")]
    public void A_change_of_a_part_is_told_as_a_change_of_its_share(long now, long of, long? before, long? beforeOf, string expected) =>
        Wording.ShareChange(now, of, before, beforeOf, "month").Should().Be(expected);

    [Theory]
    [InlineData(0, "no posts")]
    [InlineData(1, "1 post")]
    [InlineData(2, "2 posts")]
    [InlineData(1_234, "1,234 posts")]
    public void One_is_singular(long count, string expected) => Wording.Counted(count, "post").Should().Be(expected);

    [Theory]
    [InlineData(0, 0, "none")]
    [InlineData(3, 8, "3 of 8")]
    [InlineData(5, 20, "5 of 20 (25%)")]
    public void A_share_of_few_has_no_per_cent(long part, long whole, string expected) => Wording.Share(part, whole).Should().Be(expected);

    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(1, "1 minute")]
    [InlineData(119, "119 minutes")]
    [InlineData(120, "2 hours")]
    [InlineData(2_880, "2 days")]
    public void A_span_of_time_is_told_in_its_own_unit(long minutes, string expected) => Wording.Span(minutes).Should().Be(expected);

    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(12, 0, "noon")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(13, 0, "1pm")]
    [InlineData(20, 30, "8:30pm")]
    public void Hours_are_told_as_on_the_ward(int hour, int minute, string expected) => Wording.Hour(new NodaTime.LocalDateTime(2026, 11, 9, hour, minute)).Should().Be(expected);

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b and c")]
    public void A_list_ends_with_and(string items, string expected) => Wording.List(items.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(expected);
}

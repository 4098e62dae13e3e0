using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Queries;

public sealed class QueryExplanationTests
{
    [Fact]
    public void A_match_is_explained_by_the_words_of_each_part()
    {
        var explanation = Explain("(nurse OR doctor) AND \"ward seven\" NOT parking", "The nurse on Ward Seven");
        explanation.Matched.Should().BeTrue();
        explanation.Why.Should().BeNull();
        explanation.Evidence.Should().Equal(In(4, 9), In(13, 23));
        explanation.Children.Select(child => (child.Operator, child.Clause, child.Matched)).Should().Equal(
            ("OR", "nurse OR doctor", true), ("phrase", "\"ward seven\"", true), ("NOT", "NOT parking", true));
    }

    [Theory]
    [InlineData("nurse", "thank you @nurse", "“nurse” stands in the title or text only as “@nurse”.")]
    [InlineData("nurse", "thank you", "“nurse” does not stand in the title or text.")]
    [InlineData("case:WHO", "who knows", "“WHO” stands in the title or text, but not in exactly these capitals.")]
    [InlineData("\"ward seven\"", "seven on the ward", "All of the words are there, but not one after the other.")]
    [InlineData("\"ward seven\"", "on the ward", "“seven” does not stand in the title or text.")]
    [InlineData("ward ONEAR/2 seven", "seven on the ward", "Both are there and near each other, but “ward” does not come first.")]
    [InlineData("ward NEAR/0 seven", "seven on the ward", "Both are there, but not in one field with at most 0 other words between.")]
    [InlineData("ward NEAR/2 seven", "on the ward", "“seven” is not there.")]
    [InlineData("aa NEAR/3 aa", "an aa", "“aa” and “aa” are there only in the same words; NEAR joins two that stand apart.")]
    [InlineData("\"so kind\" NEAR/3 kind", "so kind of you", "“so kind” and “kind” are there only in the same words; NEAR joins two that stand apart.")]
    [InlineData("NOT ward", "a ward", "“ward” is there, and posts with it are left out.")]
    [InlineData("NOT is:original", "a ward", "“is:original” holds, and posts for which it does are left out.")]
    [InlineData("title:ward", "on the ward", "“ward” does not stand in the title.")]
    [InlineData("\"ward clean\"~1", "the ward is so very clean", "All of the words are there, but not each by itself with at most 1 other among them.")]
    [InlineData("platform:x", "ward", "It is on Other.")]
    [InlineData("likes:>=3", "ward", "It is not known how many likes it has.")]
    [InlineData("ward AND bed", "ward", "1 of the 2 parts that must all hold does not.")]
    [InlineData("ward AND bed", "clinic", "None of the 2 parts that must all hold does.")]
    [InlineData("ward AND bed AND bay", "ward", "2 of the 3 parts that must all hold do not.")]
    [InlineData("ward OR bed", "clinic", "None of the 2 alternatives holds.")]
    public void A_miss_says_why_not(string query, string text, string why) => Explain(query, text).Why.Should().Be(why);

    [Fact]
    public void A_sample_gives_the_hits_of_every_part()
    {
        var mentions = new[] { "ward bed", "ward", "bed", "clinic" }.Select(text => MentionParser.Default.Parse(text));
        var sample = Query.Parse("ward AND NOT bed").GetValueOrThrow().Sample(mentions);
        sample.Mentions.Should().Be(4);
        sample.Matched.Should().Be(1);
        sample.Rate.Should().Be(0.25);
        sample.Clauses.Select(clause => (clause.Clause, clause.Depth, clause.Hits)).Should().Equal(
            ("ward AND NOT bed", 0, 1), ("ward", 1, 2), ("NOT bed", 1, 2), ("bed", 2, 2));
    }

    [Theory]
    [InlineData("ward", "Posts that have “ward”.")]
    [InlineData("(ward OR bed) NOT parking", "Posts that have “ward” or “bed” and that do not have “parking”.")]
    [InlineData("nurs* NEAR/3 kind", "Posts that have a word beginning with “nurs” near “kind” with at most 3 other words between.")]
    [InlineData("ward ONEAR/1 seven", "Posts that have “ward” followed by “seven” with at most 1 other word between.")]
    [InlineData("\"a1 b1\"~2 -(title:c1 OR d1)", "Posts that have the words “a1 b1” in any order among at most 2 others and (that do not have “c1” in the title and that do not have “d1”).")]
    [InlineData("case:WHO #nhs @leeds $abc 💙", "Posts that have “WHO” in exactly these capitals, and that have the hashtag “#nhs”, and that have the handle “@leeds”, and that have the cashtag “$abc” and that have the emoji “💙”.")]
    [InlineData("wom?n bio:nurse place:york", "Posts that have a word like “wom?n”, and that have “nurse” in the author's profile and that have “york” in the place that the source names.")]
    [InlineData("from:a to:b url:c site:d.uk lang:en", "Posts from @a, and addressed to @b, and with a link that has “c”, and on, or with a link to, d.uk and in the language en.")]
    [InlineData("from:\"Leeds Trust\" since:2026-11-01 until:2026-11-08", "Posts from somebody named leeds trust, and published on or after 2026-11-01 and published before 2026-11-08.")]
    [InlineData("shares:1 replies:<=2 followers:3..4", "Posts with exactly 1 share, and with at most 2 replies and with from 3 to 4 followers.")]
    [InlineData("is:reply -is:repost has:link -has:emoji", "Posts that are replies, and that are not reposts, and with a link and without an emoji.")]
    [InlineData("title:ward platform:x likes:>=10", "Posts that have “ward” in the title, and on X and with at least 10 likes.")]
    public void A_query_is_described_in_plain_English(string query, string description) =>
        Query.Parse(query).GetValueOrThrow().Describe().Should().Be(description);

    [Fact]
    public void Words_of_title_and_text_are_never_near_each_other()
    {
        var mention = MentionParser.Default.Parse(new Mention { Id = "1", Title = "ward", Text = "seven" });
        Query.Parse("ward NEAR/9 seven").GetValueOrThrow().Explain(mention).Why.Should().Be("Both are there, but not in one field.");
    }

    private static Evidence In(int start, int end) => new(MentionField.Text, new TextSpan(start, end));

    // What only leaves out is no query by itself; beside something that every post has, it is explained by itself.
    private static QueryExplanation Explain(string query, string text)
    {
        var mention = MentionParser.Default.Parse(text);
        return query.StartsWith("NOT ", StringComparison.Ordinal)
            ? Query.Parse("ward " + query).GetValueOrThrow().Explain(mention).Children[1]
            : Query.Parse(query).GetValueOrThrow().Explain(mention);
    }
}

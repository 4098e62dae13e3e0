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
    [InlineData("title:ward", "on the ward", "“ward” does not stand in the title.")]
    [InlineData("\"ward clean\"~1", "the ward is so very clean", "All of the words are there, but not each by itself with at most 1 other among them.")]
    [InlineData("platform:x", "ward", "It is on Other.")]
    [InlineData("likes:>=3", "ward", "It is not known how many likes it has.")]
    [InlineData("ward AND bed", "ward", "1 of the 2 parts that must all hold do not.")]
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
    [InlineData("title:ward platform:x likes:>=10", "Posts that have “ward” in the title, and on X and with at least 10 likes.")]
    public void A_query_is_described_in_plain_English(string query, string description) =>
        Query.Parse(query).GetValueOrThrow().Describe().Should().Be(description);

    private static Evidence In(int start, int end) => new(MentionField.Text, new TextSpan(start, end));

    private static QueryExplanation Explain(string query, string text) => Query.Parse(query).GetValueOrThrow().Explain(MentionParser.Default.Parse(text));
}

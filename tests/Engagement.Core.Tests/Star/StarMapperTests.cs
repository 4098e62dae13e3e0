using Engagement.Sentiment;

namespace Engagement.Star;

public sealed class StarMapperTests
{
    private static readonly StarMapper Mapper = StarMapper.Create();
    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();

    [Theory]
    [InlineData("We never get any training, not one study day in two years", "development-")]
    [InlineData("I wish managers listened to us", "leadership-")]
    [InlineData("No need to thank me", "")]
    [InlineData("Does anyone know if training is on?", "")]
    [InlineData("star of the show", "")]
    [InlineData("Train was late again", "")]
    [InlineData("Have a safe journey home everyone", "")]
    [InlineData("Leadership election results at ten tonight", "")]
    [InlineData("Role play game night in the mess", "")]
    [InlineData("Only two nurses for 30 patients on the ward last night", "healthy_safe-")]
    [InlineData("The receptionist clearly had no training", "development-")]
    [InlineData("Thank you to all the nurses on Ward 9, you were brilliant", "role_counts+")]
    public void Follows_the_guide(string text, string expected) => Labels(text).Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("\ud800\udc00\ud800")]
    [InlineData("((((((((((")]
    public void Answers_any_text(string text) => Labels(text).Should().BeEmpty();

    private static string Labels(string text)
    {
        var mention = MentionParser.Default.Parse(text);
        return string.Join(',', Mapper.Map(mention, Scorer.Score(mention)).Select(finding => Key(finding.Point) + (finding.Direction == StarDirection.Strengthens ? "+" : "-")));
    }

    private static string Key(StarPoint point) => StarLabel.KeyOf(point);
}

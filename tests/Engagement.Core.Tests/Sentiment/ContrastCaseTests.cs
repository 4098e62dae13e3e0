using Engagement.Architecture;

namespace Engagement.Sentiment;

/// <summary>Pairs of texts that differ in little and mean the opposite.</summary>
public sealed class ContrastCaseTests
{
    private static readonly (string Labels, string Text)[] Rows =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Engagement.Core.Tests", "Sentiment", "ContrastCases.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => (line.Split('\t')[0], line.Split('\t')[1])),
    ];

    private static readonly ISentimentScorer Lexicon = LexiconSentimentScorer.Create();
    private static readonly ISentimentScorer Hybrid = HybridSentimentScorer.Create();

    public static TheoryData<string, string> Pairs() => [.. Rows];

    [Fact]
    public void There_are_at_least_two_hundred_rows() => Rows.Should().HaveCountGreaterThanOrEqualTo(200);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_hybrid_scorer_tells_them_apart(string labels, string text) => Check(Hybrid, labels, text);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_lexicon_scorer_tells_them_apart(string labels, string text) => Check(Lexicon, labels, text);

    private static void Check(ISentimentScorer scorer, string labels, string text)
    {
        var score = scorer.Score(MentionParser.Default.Parse(text));
        var allowed = labels.Select(letter => letter switch
        {
            'p' => SentimentLabel.Positive,
            'n' => SentimentLabel.Negative,
            'm' => SentimentLabel.Mixed,
            _ => SentimentLabel.Neutral,
        });
        allowed.Should().Contain(score.Label, "\"{0}\" has margin {1}, probabilities {2}", text, score.Margin, score.Probabilities);
    }
}

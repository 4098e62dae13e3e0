using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>Word vectors: how a file is read, and what a word learns from words that lie near it.</summary>
public sealed class WordVectorsTests
{
    [Fact]
    public void A_file_is_read_and_its_vectors_have_length_one()
    {
        var vectors = Read("""{"dimensions":2,"words":["kind"],"vectors":{"kind":[3,4,5,0],"none":[0,0,0,1],"rude":[-1,0,1,2]}}""");
        vectors.Words.Should().Equal("kind", "rude");
        vectors.Dimensions.Should().Be(2);
        vectors[0].ToArray().Should().Equal(0.6f, 0.8f);
        vectors[1].ToArray().Should().Equal(-1f, 0f);
    }

    [Theory]
    [InlineData("""{"vectors":{"kind":[3,4]}}""", "dimensions must stand before")]
    [InlineData("""{"dimensions":3,"vectors":{"kind":[3,4]}}""", "'kind' has 2 numbers, expected 3")]
    [InlineData("""{"dimensions":2,"vectors":{}}""", "no vectors")]
    [InlineData("""{"dimensions":2,"vectors":{"kind":[3,"x"]}}""", "'kind' has 1 numbers")]
    [InlineData("""{"dimensions":"two"}""", "dimensions")]
    [InlineData("[", "JSON")]
    [InlineData("", "JSON")]
    public void A_file_that_holds_no_vectors_is_refused_with_its_name(string json, string reason)
    {
        var reading = () => Read(json);
        reading.Should().Throw<FormatException>().WithMessage("*vectors*json*").WithMessage($"*{reason}*");
    }

    [Fact]
    public void A_word_that_no_text_has_weighs_what_words_used_alike_weigh()
    {
        var examples = Enumerable.Range(0, 300).SelectMany(i => new[]
        {
            Example($"they were glorpish and {Filler(i)}", SentimentLabel.Positive),
            Example($"they were snarkish and {Filler(i)}", SentimentLabel.Negative),
            Example($"they were there and {Filler(i)}", SentimentLabel.Neutral),
        }).ToList();
        var vectors = Read("""{"dimensions":2,"vectors":{"glorpish":[1,0.1],"snarkish":[-1,0.1],"quoxel":[1,0.2],"dravven":[-1,0.2]}}""");
        var options = new SentimentTrainerOptions { Penalty = 1, RulePenalty = 1, VectorPenalty = 0.1, Iterations = 40 };

        var without = HybridSentimentScorer.Create(SentimentTrainer.Train(examples, examples, options));
        var with = HybridSentimentScorer.Create(SentimentTrainer.Train(examples, examples, options with { Vectors = vectors }));

        Gap(with).Should().BeGreaterThan(Gap(without) + 0.2);
        double Gap(HybridSentimentScorer scorer) => ScoreOf(scorer, "they were quoxel") - ScoreOf(scorer, "they were dravven");
    }

    [Fact]
    public void The_same_examples_and_vectors_give_the_same_bytes()
    {
        var examples = Enumerable.Range(0, 200).Select(i => Example($"{(i % 2 == 0 ? "glorpish" : "snarkish")} {Filler(i)}", i % 2 == 0 ? SentimentLabel.Positive : SentimentLabel.Negative)).ToList();
        var vectors = Read("""{"dimensions":2,"vectors":{"glorpish":[1,0.1],"snarkish":[-1,0.1],"quoxel":[1,0.2]}}""");
        var options = new SentimentTrainerOptions { Penalty = 1, Iterations = 20, Vectors = vectors };
        SentimentTrainer.Train(examples, examples, options).ToBytes().Should().Equal(SentimentTrainer.Train(examples, examples, options).ToBytes());
    }

    private static double ScoreOf(HybridSentimentScorer scorer, string text) => scorer.Score(MentionParser.Default.Parse(text)).Score;

    private static SentimentExample Example(string text, SentimentLabel label) => new(text, label, QuestionAsked.Open, Platform.Other, "made up");

    private static string Filler(int i) => string.Concat(i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')));

    private static WordVectors Read(string json)
    {
        var path = Path.Combine(Path.GetTempPath(), $"vectors-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, json);
        try
        {
            return WordVectors.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

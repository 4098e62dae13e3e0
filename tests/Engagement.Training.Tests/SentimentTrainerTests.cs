using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>Training on a small made-up set: what is learned, what is not, and that it is the same every time.</summary>
public sealed class SentimentTrainerTests
{
    private static readonly SentimentTrainerOptions Options = new() { Penalty = 1, RulePenalty = 1, Iterations = 40, Card = "made up" };

    [Fact]
    public void The_same_examples_give_the_same_bytes()
    {
        var (training, validation) = SentimentTrainer.Split(Examples(400), 0.2);
        SentimentTrainer.Train(training, validation, Options).ToBytes().Should().Equal(SentimentTrainer.Train(training, validation, Options).ToBytes());
    }

    [Fact]
    public void A_word_of_the_trusts_own_is_learned()
    {
        var model = SentimentTrainer.Train(Examples(400), Examples(60), Options);
        var scorer = HybridSentimentScorer.Create(model);
        scorer.Score(MentionParser.Default.Parse("the glorp was here")).Score.Should().BeGreaterThan(0.2);
        scorer.Score(MentionParser.Default.Parse("the snark was here")).Score.Should().BeLessThan(-0.2);
    }

    [Fact]
    public void What_fewer_than_five_texts_say_is_not_learned()
    {
        var rare = Examples(400).ToList();
        rare.AddRange(Enumerable.Range(0, 4).Select(i => Example($"jzqwvut {Word(i)}", SentimentLabel.Negative)));
        var common = rare.Append(Example("jzqwvut at last", SentimentLabel.Negative)).ToList();
        Knows(SentimentTrainer.Train(rare, Examples(60), Options)).Should().BeFalse();
        Knows(SentimentTrainer.Train(common, Examples(60), Options)).Should().BeTrue();

        static bool Knows(SentimentModel model) => model.Table.TryFind(Engagement.Text.TokenHash.Of("jzqwvut"), out _, out _);
    }

    [Fact]
    public void The_same_text_five_times_is_one_text()
    {
        var examples = Examples(400).Concat(Enumerable.Range(0, 9).Select(_ => Example("jzqwvut again", SentimentLabel.Negative))).ToList();
        SentimentTrainer.Train(examples, Examples(60), Options).Table.TryFind(Engagement.Text.TokenHash.Of("jzqwvut"), out _, out _).Should().BeFalse();
    }

    [Fact]
    public void Handles_links_and_words_with_digits_are_not_learned()
    {
        var examples = Examples(400).Concat(Enumerable.Range(0, 40).Select(i => Example($"@drsmith https://example.org/x w4rd9 {Word(i)}", SentimentLabel.Negative))).ToList();
        var table = SentimentTrainer.Train(examples, Examples(60), Options).Table;
        foreach (var word in (string[])["drsmith", "https://example.org/x", "w4rd9"])
            table.TryFind(Engagement.Text.TokenHash.Of(word), out _, out _).Should().BeFalse(word);
    }

    [Fact]
    public void Equal_answers_never_straddle_a_split()
    {
        var examples = Enumerable.Range(0, 2000).Select(i => Example((i % 500) % 2 == 0 ? $"Answer {i % 500}." : $"answer {i % 500}", SentimentLabel.Positive)).ToList();
        var (first, second) = SentimentTrainer.Split(examples, 0.3);
        first.Select(e => e.Text).Intersect(second.Select(e => e.Text)).Should().BeEmpty();
        (first.Count + second.Count).Should().Be(2000);
        second.Count.Should().BeInRange(400, 800);
    }

    [Fact]
    public void One_label_alone_is_refused() =>
        FluentActions.Invoking(() => SentimentTrainer.Train([Example("good", SentimentLabel.Positive)], [], Options)).Should().Throw<ArgumentException>().WithMessage("*two different labels*");

    [Theory]
    [InlineData("What was good?", QuestionAsked.WhatWasGood)]
    [InlineData("What could we do better?", QuestionAsked.WhatCouldImprove)]
    [InlineData("How could we improve?", QuestionAsked.WhatCouldImprove)]
    [InlineData("FFT Why?", QuestionAsked.Open)]
    [InlineData("improve", QuestionAsked.WhatCouldImprove)]
    [InlineData("good", QuestionAsked.WhatWasGood)]
    [InlineData("open", QuestionAsked.Open)]
    [InlineData(null, QuestionAsked.Open)]
    [InlineData("Trust A - Q1", QuestionAsked.WhatCouldImprove)]
    [InlineData("Trust C - Q1", QuestionAsked.WhatWasGood)]
    public void The_wording_of_a_question_tells_what_is_asked(string? question, QuestionAsked expected) => NumberedQuestions.Of(question).Should().Be(expected);

    [Fact]
    public void An_evaluation_counts_what_it_says()
    {
        SentimentExample[] examples = [Example("good", SentimentLabel.Positive), Example("bad", SentimentLabel.Positive), Example("awful", SentimentLabel.Negative), Example("it", SentimentLabel.Neutral)];
        var evaluation = SentimentEvaluation.Of(examples, new Fixed());
        evaluation.Accuracy.Should().Be(0.75);
        evaluation.MacroRecall.Should().BeApproximately((0.5 + 1 + 1) / 3, 1e-12);
        evaluation.MacroF1.Should().BeApproximately(((2.0 / 3) + (2.0 / 3) + 1) / 3, 1e-12);
        // Every answer has probability 0.8 and three of four are right.
        evaluation.CalibrationError.Should().BeApproximately(0.05, 1e-12);
        evaluation.Confusion(SentimentLabel.Positive, SentimentLabel.Negative).Should().Be(1);
    }

    private static SentimentExample Example(string text, SentimentLabel label) => new(text, label, QuestionAsked.Open, Platform.Other, "made up");

    private static string Word(int i) => new([(char)('a' + (i % 26)), (char)('a' + (i / 26 % 26)), 'x', 'q']);

    private static List<SentimentExample> Examples(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (i % 3) switch
        {
            0 => Example($"the glorp was here {Word(i)}", SentimentLabel.Positive),
            1 => Example($"the snark was here {Word(i)}", SentimentLabel.Negative),
            _ => Example($"the thing was here {Word(i)}", SentimentLabel.Neutral),
        })];

    private sealed class Fixed : ISentimentScorer
    {
        public SentimentScore Score(ParsedMention mention) => mention.Mention.Text switch
        {
            "good" => Answer(SentimentLabel.Positive, new SentimentProbabilities(0.1, 0.1, 0.8)),
            "it" => Answer(SentimentLabel.Mixed, new SentimentProbabilities(0.1, 0.8, 0.1)),
            _ => Answer(SentimentLabel.Negative, new SentimentProbabilities(0.8, 0.1, 0.1)),
        };

        private static SentimentScore Answer(SentimentLabel label, SentimentProbabilities p) => new() { Label = label, Score = p.Positive - p.Negative, Margin = 0, Probabilities = p };
    }
}

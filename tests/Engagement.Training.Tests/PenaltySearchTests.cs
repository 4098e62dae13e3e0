using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>A small file of a trust's own: it teaches what is new in it, and spoils nothing of what was known before.</summary>
public sealed class PenaltySearchTests
{
    private const int Steps = 40;

    // Three words that no lexicon knows, in comments that say nothing else: forty of each.
    private static readonly (string Word, SentimentLabel Label)[] News =
        [("glorp", SentimentLabel.Positive), ("snark", SentimentLabel.Negative), ("plinth", SentimentLabel.Neutral)];

    private static readonly string[] Places = ["ward", "clinic", "desk", "corridor", "lift", "garden", "shop", "phone", "door", "chair"];

    private static readonly string[] Openings = ["We saw", "There was", "I found", "They had"];

    public static TheoryData<bool, string, SentimentLabel> Known()
    {
        var data = new TheoryData<bool, string, SentimentLabel>();
        foreach (var fromLexicon in (bool[])[true, false])
        {
            data.Add(fromLexicon, "The nurses were kind and wonderful", SentimentLabel.Positive);
            data.Add(fromLexicon, "Brilliant care, thank you", SentimentLabel.Positive);
            data.Add(fromLexicon, "I have no complaints", SentimentLabel.Positive);
            data.Add(fromLexicon, "The food was disgusting", SentimentLabel.Negative);
            data.Add(fromLexicon, "Nobody was helpful", SentimentLabel.Negative);
            data.Add(fromLexicon, "An absolute shambles", SentimentLabel.Negative);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void A_small_file_leaves_what_was_known(bool fromLexicon, string text, SentimentLabel label) => Trained(fromLexicon).Score(MentionParser.Default.Parse(text)).Label.Should().Be(label);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_small_file_teaches_what_is_new_in_it(bool fromLexicon)
    {
        foreach (var (word, label) in News)
            Trained(fromLexicon).Score(Survey($"Here is a {word} again")).Label.Should().Be(label, word);
    }

    [Fact]
    public void What_contradicts_itself_is_not_trusted()
    {
        var noise = Comments().Select((example, i) => example with { Label = (SentimentLabel)(((i / 3) + (i / 12)) % 3) }).ToList();
        PenaltySearch.Choose(noise, Options(SentimentTrainer.FromLexicon())).Penalty.Should().BeGreaterThanOrEqualTo(300);
        PenaltySearch.Choose(Comments(), Options(SentimentTrainer.FromLexicon())).Penalty.Should().BeLessThanOrEqualTo(30);
    }

    [Fact]
    public void The_lexicon_as_a_model_says_what_the_lexicons_scorer_says()
    {
        var (model, scorer) = (HybridSentimentScorer.Create(SentimentTrainer.FromLexicon()), LexiconSentimentScorer.Create());
        foreach (var text in (string[])["The nurses were kind", "The food was disgusting", "The clinic is on the second floor", "not good", "very good"])
        {
            var mention = MentionParser.Default.Parse(text);
            model.Score(mention).Score.Should().BeApproximately(scorer.Score(mention).Score, 0.08, text);
        }
    }

    [Fact]
    public void What_the_examples_say_nothing_of_weighs_what_it_weighed()
    {
        var model = SentimentTrainer.Train(Comments(), [], Options(SentimentModel.Default) with { Penalty = 10 });
        var word = Engagement.Text.TokenHash.Of("marvellous");
        model.Table.TryFind(word, out var after, out _).Should().BeTrue();
        SentimentModel.Default.Table.TryFind(word, out var before, out _).Should().BeTrue();
        after.Should().Be(before);
        model.FeatureCount.Should().BeGreaterThan(SentimentModel.Default.FeatureCount);
    }

    private static HybridSentimentScorer Trained(bool fromLexicon)
    {
        var options = Options(fromLexicon ? SentimentTrainer.FromLexicon() : SentimentModel.Default);
        var (training, validation) = SentimentTrainer.Split(Comments(), 0.2);
        return HybridSentimentScorer.Create(SentimentTrainer.Train(training, validation, PenaltySearch.Choose(training, options)));
    }

    private static SentimentTrainerOptions Options(SentimentModel start) => new() { Start = start, Iterations = Steps, Card = "made up" };

    private static ParsedMention Survey(string text) => MentionParser.Default.Parse(new Mention { Id = "a", Text = text, Platform = Platform.Survey });

    private static List<SentimentExample> Comments() =>
    [
        .. from place in Places
           from opening in Openings
           from news in News
           select new SentimentExample($"{opening} a {news.Word} by the {place}", news.Label, QuestionAsked.Open, Platform.Survey, "made up"),
    ];
}

using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>
/// Trains a <see cref="SentimentModel"/>: multinomial logistic regression over the features of the library, single-threaded, without
/// chance, so that the same examples give the same bytes.
/// </summary>
public static class SentimentTrainer
{
    /// <summary>Trains on one part of the examples and calibrates on another.</summary>
    /// <param name="training">The examples to learn from.</param>
    /// <param name="calibration">Examples that share no text with them, for turning margins into probabilities.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">There is not at least one example of each label.</exception>
    public static SentimentModel Train(IReadOnlyList<SentimentExample> training, IReadOnlyList<SentimentExample> calibration, SentimentTrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeastTexts, 5);
        if (training.Select(example => example.Label).Distinct().Count() < 2) throw new ArgumentException("The examples need at least two different labels.", nameof(training));

        var problem = TrainingProblem.Of(training, options);
        var weights = problem.Solve(options);
        var table = WeightTable.Of(problem, weights, options);
        var bare = new SentimentModel(table, Calibration.None, Calibration.None, options.Card);
        var (posts, feedback) = Calibrator.Fit(bare, calibration, options);
        return new SentimentModel(table, posts, feedback, options.Card);
    }

    /// <summary>A model that knows the words of the lexicon by their valence and nothing else, to start from.</summary>
    public static SentimentModel FromLexicon() => LexiconModel.Create();

    /// <summary>The same model with another card.</summary>
    public static SentimentModel WithCard(SentimentModel model, string card)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(card);
        return new SentimentModel(model.Table, model.Posts, model.Feedback, card);
    }

    /// <summary>
    /// Splits examples in two by a hash of their text, letters and digits only: equal answers never straddle, and a text falls on the
    /// same side every time.
    /// </summary>
    /// <param name="examples">The examples.</param>
    /// <param name="share">Share of texts in the second part, in [0, 1].</param>
    public static (IReadOnlyList<SentimentExample> First, IReadOnlyList<SentimentExample> Second) Split(IReadOnlyList<SentimentExample> examples, double share)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var (first, second) = (new List<SentimentExample>(), new List<SentimentExample>());
        foreach (var example in examples) (KeyOf(example.Text) % 10_000 < share * 10_000 ? second : first).Add(example);
        return (first, second);
    }

    /// <summary>Key of a text, by which equal texts are known: its letters and digits, case aside.</summary>
    public static ulong KeyOf(string text)
    {
        var key = 14695981039346656037UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) key = (key ^ char.ToLowerInvariant(c)) * 1099511628211;
        }

        return (key ^ (key >> 32)) * 0x9E3779B97F4A7C15 >> 16;
    }

    /// <summary>Weight of every example: its source's, made up for rare classes within its group.</summary>
    internal static double[] WeighExamples(IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var counts = new Dictionary<(bool Feedback, bool Apart, SentimentLabel Label), double>();
        var totals = new Dictionary<(bool Feedback, bool Apart), double>();
        var weights = examples.Select(example => options.SourceWeights.GetValueOrDefault(SourceOf(example), 1)).ToArray();
        for (var i = 0; i < weights.Length; i++)
        {
            var (feedback, apart) = GroupOf(examples[i]);
            counts[(feedback, apart, examples[i].Label)] = counts.GetValueOrDefault((feedback, apart, examples[i].Label)) + weights[i];
            totals[(feedback, apart)] = totals.GetValueOrDefault((feedback, apart)) + weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            var (feedback, apart) = GroupOf(examples[i]);
            weights[i] *= Math.Pow(totals[(feedback, apart)] / 3 / counts[(feedback, apart, examples[i].Label)], feedback && !apart ? options.FeedbackBalance : options.PostBalance);
        }

        return weights;

        static string SourceOf(SentimentExample example) => example.Source.Split(':')[0];
        (bool Feedback, bool Apart) GroupOf(SentimentExample example) => (SentimentFeatures.IsFeedback(example.ToMention()), options.BalancedApart.Contains(SourceOf(example)));
    }
}

using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>Chooses the penalty that fits a set of examples, by training on parts of it and judging on the rest.</summary>
public static class PenaltySearch
{
    private const int Folds = 4;

    /// <summary>The penalties that are tried, from the freest to the most careful. The last leaves a model to start from as good as it is.</summary>
    public static IReadOnlyList<double> Candidates { get; } = [3, 10, 30, 100, 300, 1000, 1_000_000];

    /// <summary>How many trainings a search takes.</summary>
    public static int Trainings => Candidates.Count * Folds;

    /// <summary>
    /// The options with the penalty, for words and rules, under which texts kept out get the likeliest labels; of equal ones the most careful.
    /// </summary>
    /// <param name="examples">The examples; equal texts never straddle.</param>
    /// <param name="options">Everything else.</param>
    /// <param name="progress">Told after each training how many are done; null for nobody.</param>
    /// <exception cref="ArgumentException">A part of the examples has only one label.</exception>
    public static SentimentTrainerOptions Choose(IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(options);
        var folds = examples.ToLookup(example => SentimentTrainer.KeyOf(example.Text) % Folds);
        var (best, bestLoss, done) = (options, double.MaxValue, 0);
        foreach (var penalty in Candidates)
        {
            var tried = options with { Penalty = penalty, RulePenalty = penalty, Progress = null };
            double loss = 0;
            for (ulong fold = 0; fold < Folds; fold++)
            {
                var kept = fold;
                loss += LossOf(SentimentTrainer.Train([.. folds.Where(part => part.Key != kept).SelectMany(part => part)], [], tried), [.. folds[kept]], options);
                progress?.Invoke(++done);
            }

            if (loss <= bestLoss) (best, bestLoss) = (tried with { Progress = options.Progress }, loss);
        }

        return best;
    }

    private static double LossOf(SentimentModel model, IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var weights = SentimentTrainer.WeighExamples(examples, options);
        var scorer = HybridSentimentScorer.Create(model);
        double loss = 0;
        for (var i = 0; i < examples.Count; i++)
        {
            var p = scorer.Score(MentionParser.Default.Parse(examples[i].ToMention())).Probabilities;
            var right = examples[i].Label switch { SentimentLabel.Positive => p.Positive, SentimentLabel.Negative => p.Negative, _ => p.Neutral };
            loss -= weights[i] * Math.Log(Math.Max(right, 1e-6));
        }

        return loss;
    }
}

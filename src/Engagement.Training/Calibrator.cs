using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>Fits the lines between margins and probabilities on examples that the weights have not seen.</summary>
internal static class Calibrator
{
    private const int FewestExamples = 50;

    /// <summary>Calibrations for posts and for feedback; a group with too few examples keeps that of the model started from, or else takes the other's.</summary>
    public static (Calibration Posts, Calibration Feedback) Fit(SentimentModel bare, IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var weights = SentimentTrainer.WeighExamples(examples, options);
        var engine = new SentimentEngine(Lexicon.Create(null), bare);
        var scratch = new SentimentScratch();
        var groups = new Dictionary<bool, List<(double Margin, double Neutrality, SentimentLabel Label, double Weight)>> { [false] = [], [true] = [] };
        for (var i = 0; i < examples.Count; i++)
        {
            var mention = examples[i].ToMention();
            var (margin, neutrality) = engine.Sum(MentionParser.Default.Parse(mention), scratch);
            groups[SentimentFeatures.IsFeedback(mention)].Add((margin, neutrality, examples[i].Label, weights[i]));
        }

        var posts = groups[false].Count < FewestExamples ? options.Start?.Posts : Fit(groups[false], options.Start?.Posts);
        var feedback = groups[true].Count < FewestExamples ? options.Start?.Feedback : Fit(groups[true], options.Start?.Feedback);
        return (posts ?? feedback ?? Calibration.None, feedback ?? posts ?? Calibration.None);
    }

    private static Calibration Fit(List<(double Margin, double Neutrality, SentimentLabel Label, double Weight)> rows, Calibration? start)
    {
        var (polarity, neutrality, positive, negative) = start ?? Calibration.None;
        double[] from = [polarity, neutrality, positive, negative];
        var point = (double[])from.Clone();
        LimitedMemoryOptimizer.Minimize((x, gradient) => LossOf(rows, from, x, gradient), point, 200, 1e-9);
        return new Calibration(point[0], point[1], point[2], point[3]);
    }

    private static double LossOf(List<(double Margin, double Neutrality, SentimentLabel Label, double Weight)> rows, double[] from, double[] x, double[] gradient)
    {
        var calibration = new Calibration(x[0], x[1], x[2], x[3]);
        // A weak pull to where it starts, for groups where a class is missing.
        double loss = 0;
        for (var i = 0; i < 4; i++)
        {
            loss += 0.5 * (x[i] - from[i]) * (x[i] - from[i]);
            gradient[i] = x[i] - from[i];
        }

        foreach (var (margin, neutrality, label, weight) in rows)
        {
            var p = calibration.Of(margin, neutrality);
            var right = label switch { SentimentLabel.Positive => p.Positive, SentimentLabel.Negative => p.Negative, _ => p.Neutral };
            loss -= weight * Math.Log(Math.Max(right, 1e-15));
            var positive = weight * (p.Positive - (label == SentimentLabel.Positive ? 1 : 0));
            var negative = weight * (p.Negative - (label == SentimentLabel.Negative ? 1 : 0));
            var neutral = weight * (p.Neutral - (label is SentimentLabel.Positive or SentimentLabel.Negative ? 0 : 1));
            gradient[0] += (positive - negative) * margin / 2;
            gradient[1] += neutral * neutrality;
            gradient[2] += positive;
            gradient[3] += negative;
        }

        return loss;
    }
}

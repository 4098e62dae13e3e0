namespace Engagement.Sentiment;

/// <summary>Turns the margin and the neutrality of a text into probabilities: a softmax over three lines.</summary>
/// <param name="PolarityScale">Factor on the margin.</param>
/// <param name="NeutralityScale">Factor on the neutrality.</param>
/// <param name="PositiveOffset">Added to the positive side.</param>
/// <param name="NegativeOffset">Added to the negative side.</param>
internal readonly record struct Calibration(double PolarityScale, double NeutralityScale, double PositiveOffset, double NegativeOffset)
{
    /// <summary>Leaves margins as they are.</summary>
    public static Calibration None { get; } = new(1, 1, 0, 0);

    /// <summary>The probabilities of a margin and a neutrality.</summary>
    public SentimentProbabilities Of(double margin, double neutrality)
    {
        var half = margin * PolarityScale / 2;
        var (positive, negative, neutral) = (half + PositiveOffset, NegativeOffset - half, neutrality * NeutralityScale);
        var largest = Math.Max(neutral, Math.Max(positive, negative));
        var (p, n, o) = (Math.Exp(positive - largest), Math.Exp(negative - largest), Math.Exp(neutral - largest));
        var sum = p + n + o;
        return new SentimentProbabilities(n / sum, o / sum, p / sum);
    }
}

namespace Engagement.Sentiment;

/// <summary>Calibrated probabilities; they add up to 1.</summary>
/// <param name="Negative">In [0, 1].</param>
/// <param name="Neutral">In [0, 1].</param>
/// <param name="Positive">In [0, 1].</param>
public readonly record struct SentimentProbabilities(double Negative, double Neutral, double Positive);

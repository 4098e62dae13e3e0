namespace Engagement.Sentiment;

/// <summary>Label and score alone: what the path without allocation gives.</summary>
/// <param name="Label">In one word.</param>
/// <param name="Score">P(positive) - P(negative), in [-1, 1].</param>
internal readonly record struct SentimentReading(SentimentLabel Label, double Score);

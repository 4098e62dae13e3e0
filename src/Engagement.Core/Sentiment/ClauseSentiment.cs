using Engagement.Mentions;

namespace Engagement.Sentiment;

/// <summary>How one clause feels.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Label">Positive, neutral or negative.</param>
/// <param name="Score">In [-1, 1].</param>
public readonly record struct ClauseSentiment(Evidence Clause, SentimentLabel Label, double Score);

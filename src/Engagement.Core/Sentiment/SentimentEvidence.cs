using Engagement.Mentions;

namespace Engagement.Sentiment;

/// <summary>Words that made a mention feel better or worse.</summary>
/// <param name="Evidence">The words.</param>
/// <param name="Contribution">What they add to the margin: positive for better, negative for worse.</param>
public readonly record struct SentimentEvidence(Evidence Evidence, double Contribution);

using Engagement.Mentions;

namespace Engagement.Star;

/// <summary>Words that speak for a point of the star.</summary>
/// <param name="Evidence">The words.</param>
/// <param name="Contribution">What they add to the point's margin.</param>
public readonly record struct StarEvidence(Evidence Evidence, double Contribution);

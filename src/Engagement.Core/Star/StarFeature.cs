using Engagement.Mentions;

namespace Engagement.Star;

/// <summary>Something of a text that the learned weights know.</summary>
/// <param name="Key">Its key in the model.</param>
/// <param name="First">The first word it stands for; empty when it stands for the whole text.</param>
/// <param name="Last">The last word it stands for.</param>
internal readonly record struct StarFeature(ulong Key, Evidence First, Evidence Last);

using Engagement.Mentions;

namespace Engagement.Star;

/// <summary>A rule that counts for a mention.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Label">What it speaks for, as a <see cref="StarLabel"/>.</param>
/// <param name="Key">Under which the model knows it.</param>
/// <param name="Evidence">The words that matched.</param>
internal readonly record struct StarHit(StarRule Rule, int Label, ulong Key, IReadOnlyList<Evidence> Evidence);

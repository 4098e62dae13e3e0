using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>Where a flag was found.</summary>
/// <param name="Flag">One flag.</param>
/// <param name="Field">The part of the mention.</param>
/// <param name="Span">The place in that part, UTF-16, half-open.</param>
public readonly record struct FlaggedSpan(MentionFlags Flag, MentionField Field, TextSpan Span);

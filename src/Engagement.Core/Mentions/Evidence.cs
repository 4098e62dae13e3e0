using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>The words of a mention that a claim rests on.</summary>
/// <param name="Field">The part of the mention.</param>
/// <param name="Span">The place in that part, UTF-16, half-open.</param>
public readonly record struct Evidence(MentionField Field, TextSpan Span);

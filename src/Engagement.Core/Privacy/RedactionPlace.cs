using Engagement.Mentions;

namespace Engagement.Privacy;

/// <summary>Where something was taken out: never what.</summary>
/// <param name="MentionId">The mention.</param>
/// <param name="Field">The part of it.</param>
/// <param name="Redaction">Kind and place.</param>
public readonly record struct RedactionPlace(string MentionId, MentionField Field, Redaction Redaction);

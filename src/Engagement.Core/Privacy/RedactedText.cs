namespace Engagement.Privacy;

/// <summary>A text fit to be shown.</summary>
/// <param name="Text">The text with a marked gap such as <c>[NHS number]</c> for each redaction.</param>
/// <param name="Redactions">What was taken out, in the order of the text.</param>
public sealed record RedactedText(string Text, IReadOnlyList<Redaction> Redactions);

using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>One marked gap: a kind and a place, never the value.</summary>
/// <param name="Kind">What stood there.</param>
/// <param name="Span">Where it stood in the original text.</param>
public readonly record struct Redaction(RedactionKind Kind, TextSpan Span);

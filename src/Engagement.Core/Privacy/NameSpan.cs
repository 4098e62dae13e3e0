using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>A name that the caller wants taken out: only the caller knows who is staff, and whether this is criticism.</summary>
/// <param name="Span">Its place in the field that is redacted.</param>
/// <param name="Kind">How the gap is marked. Default <see cref="RedactionKind.StaffName"/>.</param>
public readonly record struct NameSpan(TextSpan Span, RedactionKind Kind = RedactionKind.StaffName);

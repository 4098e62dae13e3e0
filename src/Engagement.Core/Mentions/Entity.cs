using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>A handle, list, hashtag, cashtag, link, e-mail address or emoji in a mention.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Field">The part of the mention it stands in.</param>
/// <param name="Span">Its place, sigil included.</param>
/// <param name="Value">As written, without the sigil <c>@ # $</c>; a cashtag of Bluesky in upper case, as Bluesky keeps it.</param>
public readonly record struct Entity(EntityKind Kind, MentionField Field, TextSpan Span, string Value);

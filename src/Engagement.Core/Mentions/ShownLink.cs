namespace Engagement.Mentions;

/// <summary>What a platform says of a shortened link.</summary>
/// <param name="Display">The part of the target to show, with <c>…</c> where it is cut.</param>
/// <param name="Target">Where it leads.</param>
public sealed record ShownLink(string Display, string Target);

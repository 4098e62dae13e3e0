namespace Engagement.Digests;

/// <summary>Something and how many mentions hold it.</summary>
/// <param name="Name">A word, a hashtag without <c>#</c>, a link, a platform, a day.</param>
/// <param name="Count">How many mentions hold it, each mention once.</param>
public sealed record DigestCount(string Name, long Count);

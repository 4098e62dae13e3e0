namespace Engagement.Digests;

/// <summary>A text that fits a platform.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Text">The text.</param>
/// <param name="Length">Its length as the platform counts.</param>
/// <param name="Most">The most the platform takes.</param>
public sealed record ReadyPost(Platform Platform, string Text, int Length, int Most);

namespace Engagement.Organizations;

/// <summary>An account on a platform.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Handle">Handle without the leading <c>@</c>, compared without regard to case.</param>
public sealed record Account(Platform Platform, string Handle);

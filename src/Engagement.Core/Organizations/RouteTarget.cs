namespace Engagement.Organizations;

/// <summary>One of those that a mention can concern.</summary>
/// <param name="Kind">Trust, site, team or person.</param>
/// <param name="Index">Place in the profile's list of that kind.</param>
internal readonly record struct RouteTarget(RouteKind Kind, int Index);

using Engagement.Mentions;

namespace Engagement.Organizations;

/// <summary>One of those a mention concerns.</summary>
/// <param name="Kind">Trust, site, team or person.</param>
/// <param name="Id">Key in the profile.</param>
/// <param name="Reason">How it was found.</param>
/// <param name="Evidence">The words; empty only when a query on fields found it.</param>
public sealed record Route(RouteKind Kind, string Id, RouteReason Reason, IReadOnlyList<Evidence> Evidence);

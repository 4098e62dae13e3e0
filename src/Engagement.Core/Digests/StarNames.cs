using Engagement.Star;

namespace Engagement.Digests;

/// <summary>Display names of the star's points: the trust's own, or else the project's.</summary>
internal static class StarNames
{
    public static string Of(StarPoint point, StarOverrides overrides) =>
        overrides.Names.TryGetValue(point, out var name) && name.Length > 0 ? name : point switch
        {
            StarPoint.Leadership => "Management and leadership",
            StarPoint.Involvement => "A say in decisions",
            StarPoint.HealthyAndSafe => "A healthy and safe place to work",
            StarPoint.RoleCounts => "Every role counts",
            _ => "Learning and development",
        };
}

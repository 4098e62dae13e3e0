using Engagement.Organizations;

namespace Engagement.Digests;

/// <summary>Texts that are ready to post once a person has agreed to them.</summary>
internal static class ReadyPosts
{
    public static IReadOnlyList<ReadyPost> For(AchievementKind kind, string who, string what, Trust trust)
    {
        _ = (kind, who, what, trust);
        return [];
    }
}

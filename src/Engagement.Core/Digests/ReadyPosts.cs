using Engagement.Mentions;
using Engagement.Organizations;

namespace Engagement.Digests;

/// <summary>Texts that are ready to post once a person has agreed to them, each within its platform's length by the platform's own way of counting.</summary>
internal static class ReadyPosts
{
    private const int XMaximum = 280;

    public static IReadOnlyList<ReadyPost> For(AchievementKind kind, string who, string what, Trust trust)
    {
        var tag = trust.Hashtags.Count > 0 ? " #" + DigestText.Clean(trust.Hashtags[0], 60) : "";
        return
        [
            Fit(Platform.X, XMaximum, text => XLength.Of(text).Weighted),
            Fit(Platform.Bluesky, PostLength.BlueskyMaximumGraphemes, text => PostLength.Graphemes(text)),
            Fit(Platform.Mastodon, PostLength.MastodonMaximum, PostLength.OnMastodon),
        ];

        ReadyPost Fit(Platform platform, int most, Func<string, int> measure)
        {
            // Only what was achieved is shortened: the name and the congratulation stay whole.
            for (var length = what.Length; ; length -= Math.Max(1, length / 16))
            {
                var text = Say(kind, who, length >= what.Length ? what : DigestText.Clean(what, Math.Max(1, length)), tag);
                var measured = measure(text);
                if (measured <= most || length <= 1) return new ReadyPost(platform, text, measured, most);
            }
        }
    }

    private static string Say(AchievementKind kind, string who, string what, string tag)
    {
        what = what.TrimEnd('.', ' ');
        return kind switch
        {
            AchievementKind.Award => $"Congratulations, {who}: {what}. We are proud of you.{tag}",
            AchievementKind.Service => $"{who}: {what}. Thank you for everything you have given.{tag}",
            AchievementKind.Qualification => $"Well done, {who}: {what}. We are proud of you.{tag}",
            _ => $"Thank you, {who}: {what}.{tag}",
        };
    }
}

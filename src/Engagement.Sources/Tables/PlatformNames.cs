namespace Engagement.Sources.Tables;

/// <summary>The names under which exports list platforms.</summary>
internal static class PlatformNames
{
    /// <summary>The platform of a name or domain; null for a name that says nothing.</summary>
    public static Platform? Read(string name) => name.Trim().ToLowerInvariant() switch
    {
        "x" or "x.com" or "twitter" or "twitter.com" or "x (twitter)" or "x/twitter" or "twitter/x" or "tweet" or "social_twitter" => Platform.X,
        "mastodon" or "fediverse" => Platform.Mastodon,
        "bluesky" or "bsky" or "bsky.app" => Platform.Bluesky,
        "facebook" or "facebook.com" or "facebook public" or "facebook page" or "facebook pages" or "facebook_public" => Platform.Facebook,
        "instagram" or "instagram.com" or "instagram public" or "instagram_public" => Platform.Instagram,
        "linkedin" or "linkedin.com" => Platform.LinkedIn,
        "youtube" or "youtube.com" => Platform.YouTube,
        "reddit" or "reddit.com" => Platform.Reddit,
        "tiktok" or "tiktok.com" => Platform.TikTok,
        "threads" or "threads.net" or "threads.com" => Platform.Threads,
        "care opinion" or "careopinion" or "careopinion.org.uk" or "patient opinion" => Platform.CareOpinion,
        "nhs.uk" or "nhs website" or "nhs choices" or "nhsuk" or "nhs uk" => Platform.NhsUk,
        "news" or "online news" or "news site" or "print" or "newspaper" or "broadcast" or "lexisnexis" or "lexisnexis licensed news" => Platform.News,
        "web" or "blog" or "blogs" or "forum" or "forums" or "message boards" or "website" or "review" or "reviews" or "qq" or "tumblr" =>
            Platform.Web,
        "survey" or "fft" or "friends and family test" or "comment card" or "sms" or "paper" => Platform.Survey,
        "other" => Platform.Other,
        _ => null,
    };
}

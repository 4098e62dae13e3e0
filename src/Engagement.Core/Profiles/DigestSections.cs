namespace Engagement.Profiles;

/// <summary>The keys of a digest's sections, in the order of the page. The headline and what was left out are in every digest and need no key.</summary>
internal static class DigestSections
{
    public const string Headline = "headline";
    public const string Praise = "praise";
    public const string Learn = "learn";
    public const string Star = "star";
    public const string Loop = "loop";
    public const string Celebrate = "celebrate";
    public const string Voices = "voices";
    public const string Campaigns = "campaigns";
    public const string Chats = "chats";
    public const string Peaks = "peaks";
    public const string Topics = "topics";
    public const string Listening = "listening";
    public const string Reach = "reach";
    public const string LeftOut = "leftOut";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Headline, Praise, Learn, Star, Loop, Celebrate, Voices, Campaigns, Chats, Peaks, Topics, Listening, Reach, LeftOut];
}

namespace Engagement;

/// <summary>Where a mention was published.</summary>
public enum Platform
{
    /// <summary>Not known, or none of the others.</summary>
    Other,

    /// <summary>X (Twitter).</summary>
    X,

    /// <summary>Mastodon and other software that speaks its interface.</summary>
    Mastodon,

    /// <summary>Bluesky.</summary>
    Bluesky,

    /// <summary>Facebook.</summary>
    Facebook,

    /// <summary>Instagram.</summary>
    Instagram,

    /// <summary>LinkedIn.</summary>
    LinkedIn,

    /// <summary>YouTube.</summary>
    YouTube,

    /// <summary>Reddit.</summary>
    Reddit,

    /// <summary>TikTok.</summary>
    TikTok,

    /// <summary>Threads.</summary>
    Threads,

    /// <summary>Care Opinion (formerly Patient Opinion).</summary>
    CareOpinion,

    /// <summary>Reviews on the NHS website.</summary>
    NhsUk,

    /// <summary>A news site.</summary>
    News,

    /// <summary>A blog or any other web page.</summary>
    Web,

    /// <summary>A survey such as the Friends and Family Test.</summary>
    Survey,
}

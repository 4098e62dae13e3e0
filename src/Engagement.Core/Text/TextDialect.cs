namespace Engagement.Text;

/// <summary>Whose rules decide what is a handle, hashtag, cashtag or link.</summary>
public enum TextDialect : byte
{
    /// <summary>Plain text from a web page or review: links, hashtags, e-mail addresses, handles set off by white space or brackets.</summary>
    Neutral,

    /// <summary>X (Twitter).</summary>
    X,

    /// <summary>Mastodon.</summary>
    Mastodon,

    /// <summary>Bluesky.</summary>
    Bluesky,
}

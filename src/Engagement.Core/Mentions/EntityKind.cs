namespace Engagement.Mentions;

/// <summary>What an <see cref="Entity"/> is.</summary>
public enum EntityKind : byte
{
    /// <summary><c>@name</c>.</summary>
    Handle,

    /// <summary><c>@user/list</c> of X.</summary>
    List,

    /// <summary><c>#tag</c>.</summary>
    Hashtag,

    /// <summary><c>$ABC</c>.</summary>
    Cashtag,

    /// <summary>A link.</summary>
    Link,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One emoji.</summary>
    Emoji,
}

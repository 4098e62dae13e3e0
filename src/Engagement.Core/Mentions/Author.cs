namespace Engagement;

/// <summary>Who wrote a mention, as the platform says.</summary>
public sealed record Author
{
    /// <summary>Handle without the leading <c>@</c>; on Mastodon <c>name@host</c>. Null when the platform gives none.</summary>
    public string? Handle { get; init; }

    /// <summary>The name shown, if any.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The profile text, if any. Searched by <c>bio:</c> only.</summary>
    public string? Biography { get; init; }

    /// <summary>Followers at the time of reading, 0 or more; null when unknown, which is not nought.</summary>
    public long? Followers { get; init; }
}

namespace Engagement.Sources;

/// <summary>What a column of a table says of a mention.</summary>
public enum MentionColumn
{
    /// <summary>Nothing that is wanted, whatever its header looks like.</summary>
    Ignore,

    /// <summary><see cref="Mention.Text"/>. The one column that a table must have.</summary>
    Text,

    /// <summary><see cref="Mention.Title"/>.</summary>
    Title,

    /// <summary><see cref="Author.Handle"/>; a value with a space in it is taken for the name shown.</summary>
    Author,

    /// <summary><see cref="Author.DisplayName"/>.</summary>
    AuthorName,

    /// <summary><see cref="Author.Biography"/>.</summary>
    Biography,

    /// <summary><see cref="Author.Followers"/>.</summary>
    Followers,

    /// <summary><see cref="Mention.Published"/>, or <see cref="Mention.PublishedOn"/> where it holds no time.</summary>
    Date,

    /// <summary>The time of day that belongs to <see cref="Date"/>, where it has a column of its own.</summary>
    Time,

    /// <summary><see cref="Mention.Link"/>.</summary>
    Link,

    /// <summary><see cref="Mention.Id"/>.</summary>
    Id,

    /// <summary><see cref="Mention.Place"/>: ward, service or site.</summary>
    Place,

    /// <summary><see cref="Mention.Platform"/>, by its usual names.</summary>
    Platform,

    /// <summary><see cref="Mention.Asked"/>, told from the wording of the question.</summary>
    Question,

    /// <summary><see cref="Mention.Language"/>.</summary>
    Language,

    /// <summary><see cref="MentionCounts.Likes"/>.</summary>
    Likes,

    /// <summary><see cref="MentionCounts.Shares"/>.</summary>
    Shares,

    /// <summary><see cref="MentionCounts.Replies"/>.</summary>
    Replies,

    /// <summary><see cref="Mention.ReplyTo"/>.</summary>
    ReplyTo,

    /// <summary><see cref="Mention.RepostOf"/>.</summary>
    RepostOf,

    /// <summary><see cref="Mention.QuoteOf"/>.</summary>
    QuoteOf,
}

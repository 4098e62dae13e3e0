namespace Engagement.Mentions;

/// <summary>The part of a mention that a span lies in.</summary>
public enum MentionField : byte
{
    /// <summary><see cref="Mention.Text"/>.</summary>
    Text,

    /// <summary><see cref="Mention.Title"/>.</summary>
    Title,

    /// <summary><see cref="Mention.Place"/>.</summary>
    Place,

    /// <summary><see cref="Author.Biography"/>.</summary>
    Biography,

    /// <summary><see cref="Author.Handle"/>.</summary>
    Handle,

    /// <summary><see cref="Mention.Link"/>.</summary>
    Link,
}

using NodaTime;

namespace Engagement;

/// <summary>A public post as it arrived: immutable data, no judgement.</summary>
public sealed record Mention
{
    /// <summary>Identity within the platform (its native id), or one made by the source from place and content. Never empty.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was published. Default <see cref="Platform.Other"/>.</summary>
    public Platform Platform { get; init; }

    /// <summary>Who wrote it; null when unknown.</summary>
    public Author? Author { get; init; }

    /// <summary>Headline, if the platform has one. Plain text, no markup.</summary>
    public string? Title { get; init; }

    /// <summary>What was written. Plain text, no markup; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Place, ward or service that the source itself names (a survey's service column); null when none.</summary>
    public string? Place { get; init; }

    /// <summary>What the author was asked. Default <see cref="QuestionAsked.Open"/>.</summary>
    public QuestionAsked Asked { get; init; }

    /// <summary>The platform's own language tag (BCP 47, such as <c>en</c> or <c>cy</c>); null when it says none.</summary>
    public string? Language { get; init; }

    /// <summary>The published instant; null when only the date, or nothing, is known.</summary>
    public Instant? Published { get; init; }

    /// <summary>The published date, where only that is known: such a mention has no part in figures by the hour. Null when <see cref="Published"/> is set.</summary>
    public LocalDate? PublishedOn { get; init; }

    /// <summary>True when the date could be read in more than one way and is not to be relied on: such a mention is in no window.</summary>
    public bool DateIsDoubtful { get; init; }

    /// <summary>Address of the mention itself, or of the page it is about; null when unknown.</summary>
    public string? Link { get; init; }

    /// <summary>Where the short links of the text lead, as the platform's own entities say: short link to target. Null when it says nothing.</summary>
    public IReadOnlyDictionary<string, string>? ExpandedLinks { get; init; }

    /// <summary>Public reactions; null when unknown.</summary>
    public MentionCounts? Counts { get; init; }

    /// <summary>Whether a picture, film or sound is attached.</summary>
    public bool HasMedia { get; init; }

    /// <summary>Id of the mention it replies to.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Id of the mention it repeats as a whole (repost, boost, retweet).</summary>
    public string? RepostOf { get; init; }

    /// <summary>Id of the mention it quotes with words of its own.</summary>
    public string? QuoteOf { get; init; }
}

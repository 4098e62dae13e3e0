using Engagement.Organizations;
using Engagement.Sentiment;
using NodaTime;

namespace Engagement.Digests;

/// <summary>A mention as it is shown. Text is redacted and cleaned; of criticism neither author nor link is given.</summary>
public sealed record DigestItem
{
    /// <summary>The mention's id; for criticism a reference made of it where the id itself would name the author.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was said.</summary>
    public Platform Platform { get; init; }

    /// <summary>Who speaks.</summary>
    public Voice Voice { get; init; }

    /// <summary>How it feels.</summary>
    public SentimentLabel Label { get; init; }

    /// <summary>The published instant; null when only the date is known.</summary>
    public Instant? At { get; init; }

    /// <summary>The published date in the digest's zone.</summary>
    public LocalDate On { get; init; }

    /// <summary>Headline; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>What was said, cut to length.</summary>
    public required string Text { get; init; }

    /// <summary>Of criticism the sentence that weighs most, without staff names; null where the text is that sentence, and for everything else.</summary>
    public string? Gist { get; init; }

    /// <summary>How sure the mapper is of the point of the star that this shows, in [0, 1]; null for what is not shown as evidence of the star.</summary>
    public double? Confidence { get; init; }

    /// <summary>The author's shown name or handle; null when unknown or not to be given.</summary>
    public string? Author { get; init; }

    /// <summary>Address (http or https only); null when unknown or not to be given.</summary>
    public string? Link { get; init; }

    /// <summary>Names of the teams it concerns.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>First names of the people it thanks; empty for criticism.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Points of the star it touches, by display name.</summary>
    public IReadOnlyList<string> StarPoints { get; init; } = [];

    /// <summary>How many times it was said: itself and its repeats.</summary>
    public long Times { get; init; } = 1;

    /// <summary>Likes; null when none or unknown.</summary>
    public long? Likes { get; init; }
}

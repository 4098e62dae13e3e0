using NodaTime;

namespace Engagement.Digests;

/// <summary>
/// The four figures that socialmention.com made common, each with what it is a share of. About the public's mentions, except strength. All are defined for
/// nought: a share of nothing is not given.
/// </summary>
public sealed record ListeningFigures
{
    /// <summary>Strength, above: this audience's mentions in the last 24 hours of the window (of mentions with a time of day).</summary>
    public long LastDay { get; init; }

    /// <summary>Strength, below: all mentions read that lie in the window, whoever they concern.</summary>
    public long ReadInWindow { get; init; }

    /// <summary>Sentiment: positive …</summary>
    public long Positive { get; init; }

    /// <summary>… to negative.</summary>
    public long Negative { get; init; }

    /// <summary>Passion, above: mentions by authors with two or more.</summary>
    public long ByReturningAuthors { get; init; }

    /// <summary>Reach, above: distinct authors.</summary>
    public long Authors { get; init; }

    /// <summary>Passion and reach, below: mentions whose author is known.</summary>
    public long WithAuthor { get; init; }

    /// <summary>The last mention with a time of day; null when there is none.</summary>
    public Instant? LastMention { get; init; }

    /// <summary>Minutes between mentions on average, from the first to the last with a time of day; null with fewer than two.</summary>
    public long? MinutesBetween { get; init; }

    /// <summary>One in so many mentions was used for words: 1 for all.</summary>
    public long WordSample { get; init; } = 1;
}

using NodaTime;

namespace Engagement.Digests;

/// <summary>An hour or day with unusually many mentions.</summary>
public sealed record DigestPeak
{
    /// <summary>Its start in the digest's zone.</summary>
    public required LocalDateTime Start { get; init; }

    /// <summary>Whether it is a whole day; otherwise an hour.</summary>
    public required bool IsDay { get; init; }

    /// <summary>Mentions in it.</summary>
    public required long Mentions { get; init; }

    /// <summary>The usual number: the median of the same hour or weekday before.</summary>
    public required long Usual { get; init; }

    /// <summary>
    /// How unusual, in hundredths: (mentions - median) over a robust standard deviation (1.4826 times the median absolute deviation, at least the square
    /// root of the median and at least 1). From 350.
    /// </summary>
    public required long RobustZ { get; init; }

    /// <summary>Words of a sample of its mentions that are rarer at other times, at most 5.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Mentions of the sample that hold most of these words, at most 2; never criticism.</summary>
    public IReadOnlyList<DigestItem> Posts { get; init; } = [];
}

namespace Engagement.Digests;

/// <summary>Hours and days with unusually many mentions, against the same hour and weekday of earlier weeks.</summary>
public sealed record PeakFigures
{
    /// <summary>Weeks of history needed before anything is called unusual.</summary>
    public const int WeeksNeeded = 4;

    /// <summary>Weeks before the window that the history reaches back: at least half of them had mentions.</summary>
    public int WeeksOfHistory { get; init; }

    /// <summary>
    /// Mentions of the window with a date and no time of day. They are no part of any peak, since the date may be that on which a batch of answers was
    /// typed in.
    /// </summary>
    public long Untimed { get; init; }

    /// <summary>The peaks, in the order of time, at most 6; empty also without enough history.</summary>
    public IReadOnlyList<DigestPeak> Peaks { get; init; } = [];
}

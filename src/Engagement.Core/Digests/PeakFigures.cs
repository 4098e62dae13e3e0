namespace Engagement.Digests;

/// <summary>Hours and days with unusually many mentions, against the same hour and weekday of earlier weeks.</summary>
public sealed record PeakFigures
{
    /// <summary>Weeks of history needed before anything is called unusual.</summary>
    public const int WeeksNeeded = 4;

    /// <summary>Weeks before the window that the history reaches back: at least half of them had mentions.</summary>
    public int WeeksOfHistory { get; init; }

    /// <summary>The peaks, in the order of time, at most 6; empty also without enough history.</summary>
    public IReadOnlyList<DigestPeak> Peaks { get; init; } = [];
}

namespace Engagement;

/// <summary>What came of one item: feedback, or a problem of its source; and whether an urgent mention was delivered.</summary>
public sealed record ReadOutcome
{
    /// <summary>The feedback; null when the source had a problem.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>The source's problem; null when there is feedback.</summary>
    public SourceProblem? Problem { get; init; }

    /// <summary>What the urgent sink threw on this urgent mention; null when it took it, or when the mention can wait. The host must deliver it another way.</summary>
    public Exception? UndeliveredBecause { get; init; }

    /// <summary>Id of the earlier mention of the same reading that this one repeats and is counted with; null when it is the first.</summary>
    public string? RepeatOf { get; init; }

    /// <summary>Whether the mention is a repeat.</summary>
    public bool IsRepeat => RepeatOf is not null;
}

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

    /// <summary>Whether the mention repeats an earlier one of the same reading and is counted with that.</summary>
    public bool IsRepeat { get; init; }
}

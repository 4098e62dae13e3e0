namespace Engagement;

/// <summary>What came of one item of a source: a mention, or a problem. Exactly one of the two is set.</summary>
public sealed record SourceOutcome
{
    private SourceOutcome()
    {
    }

    /// <summary>The mention; null when there is a problem.</summary>
    public Mention? Mention { get; private init; }

    /// <summary>The problem; null when there is a mention.</summary>
    public SourceProblem? Problem { get; private init; }

    /// <summary>An item that was read.</summary>
    public static SourceOutcome Read(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return new SourceOutcome { Mention = mention };
    }

    /// <summary>An item that could not be read. A fault of a file as a whole counts as one item that failed.</summary>
    public static SourceOutcome Failed(SourceProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new SourceOutcome { Problem = problem };
    }
}

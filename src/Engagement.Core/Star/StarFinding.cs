namespace Engagement.Star;

/// <summary>One point of the star that a mention touches, in one direction.</summary>
public sealed record StarFinding
{
    /// <summary>The point.</summary>
    public required StarPoint Point { get; init; }

    /// <summary>The direction.</summary>
    public required StarDirection Direction { get; init; }

    /// <summary>Probability that a reader would agree, in [0, 1].</summary>
    public required double Confidence { get; init; }

    /// <summary>The words that say so; never empty.</summary>
    public required IReadOnlyList<StarEvidence> Evidence { get; init; }

    /// <summary>Ids of the rules that fired.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

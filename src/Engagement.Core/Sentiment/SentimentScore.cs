namespace Engagement.Sentiment;

/// <summary>How a mention feels, and which words say so.</summary>
public sealed record SentimentScore
{
    /// <summary>In one word.</summary>
    public required SentimentLabel Label { get; init; }

    /// <summary>P(positive) - P(negative), in [-1, 1].</summary>
    public required double Score { get; init; }

    /// <summary>Margin of positive over negative: <see cref="Baseline"/> + the contributions of <see cref="Evidence"/> + <see cref="Other"/>, exactly.</summary>
    public required double Margin { get; init; }

    /// <summary>The margin of a text that says nothing.</summary>
    public double Baseline { get; init; }

    /// <summary>What no single span carries.</summary>
    public double Other { get; init; }

    /// <summary>Calibrated probabilities.</summary>
    public required SentimentProbabilities Probabilities { get; init; }

    /// <summary>The same by clause, in the order of the text.</summary>
    public IReadOnlyList<ClauseSentiment> Clauses { get; init; } = [];

    /// <summary>The words that say so, in the order of the text.</summary>
    public IReadOnlyList<SentimentEvidence> Evidence { get; init; } = [];
}

namespace Engagement.Training;

/// <summary>How <see cref="SentimentTrainer"/> trains.</summary>
public sealed record SentimentTrainerOptions
{
    /// <summary>A feature is learned when at least so many different texts have it, 5 or more. Default 5: nobody's own words can be read back.</summary>
    public int LeastTexts { get; init; } = 5;

    /// <summary>Weight of the penalty on large weights, for a feature of 100 texts; greater than 0. Default 45.</summary>
    public double Penalty { get; init; } = 45;

    /// <summary>How the penalty grows with the number of texts that have a feature, as a power of it. Default 0.5: words of every text say little of it.</summary>
    public double FrequencyPower { get; init; } = 0.5;

    /// <summary>Share of the penalty that single words have. Default 0.6.</summary>
    public double WordShare { get; init; } = 0.6;

    /// <summary>Share of the penalty that character n-grams have. Default 2.</summary>
    public double PartShare { get; init; } = 2;

    /// <summary>The same as <see cref="Penalty"/> for what the lexicon and its rules say, which every text has in common. Default 10.</summary>
    public double RulePenalty { get; init; } = 10;

    /// <summary>Vectors from which words that are seldom seen learn what words used alike weigh; null for none.</summary>
    public WordVectors? Vectors { get; init; }

    /// <summary>Weight of the penalty on the lines over the vectors. Default 15.</summary>
    public double VectorPenalty { get; init; } = 15;

    /// <summary>So many words of the vectors, the most frequent ones, are weighed by their vector although no text has them. Default 60,000.</summary>
    public int VectorWords { get; init; } = 60_000;

    /// <summary>How far rare classes are made up for in posts, from 0 (not) to 1 (every class counts alike). Default 1.</summary>
    public double PostBalance { get; init; } = 1;

    /// <summary>The same for feedback to a service. Default 0.5.</summary>
    public double FeedbackBalance { get; init; } = 0.5;

    /// <summary>Sources whose classes are made up for among themselves, as in posts, so that they do not shift the balance of the others.</summary>
    public IReadOnlyCollection<string> BalancedApart { get; init; } = [];

    /// <summary>Weight of an example of each source; sources not named weigh 1.</summary>
    public IReadOnlyDictionary<string, double> SourceWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>At most so many steps of the optimiser. Default 200.</summary>
    public int Iterations { get; init; } = 200;

    /// <summary>At most so many features are kept, the weightiest first. Default 174,000: a file of 940 KB, and a table that a processor's cache still holds.</summary>
    public int MostFeatures { get; init; } = 174_000;

    /// <summary>Text of the model card.</summary>
    public string Card { get; init; } = "";

    /// <summary>Told the step and the loss of each step; null for nobody.</summary>
    public Action<int, double>? Progress { get; init; }
}

using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>How <see cref="SentimentTrainer"/> trains.</summary>
public sealed record SentimentTrainerOptions
{
    /// <summary>
    /// A model to start from: what it knows holds where the examples say nothing else, and the penalties are on the difference to it. So a few
    /// hundred examples can teach it something and spoil nothing. Null to learn everything from the examples.
    /// </summary>
    public SentimentModel? Start { get; init; }

    /// <summary>A feature is learned when at least so many different texts have it, 5 or more. Default 5: nobody's own words can be read back.</summary>
    public int LeastTexts { get; init; } = 5;

    /// <summary>Weight of the penalty on large weights, for a feature of 100 texts; greater than 0. Default 45.</summary>
    public double Penalty { get; init; } = 45;

    /// <summary>How the penalty grows with the number of texts that have a feature, as a power of it. Default 0.5: words of every text say little of it.</summary>
    public double FrequencyPower { get; init; } = 0.5;

    /// <summary>
    /// How the penalty falls with the spread of the classes that use a feature (standard deviation of the log of their shares), as a power of it.
    /// Default 0.5; 0 for not at all.
    /// </summary>
    public double SpreadPower { get; init; } = 0.5;

    /// <summary>Share of the penalty that single words have. Default 0.6.</summary>
    public double WordShare { get; init; } = 0.6;

    /// <summary>Share of the penalty that character n-grams have. Default 2.</summary>
    public double PartShare { get; init; } = 2;

    /// <summary>The same as <see cref="Penalty"/> for what the lexicon and its rules say, which every text has in common. Default 3.</summary>
    public double RulePenalty { get; init; } = 3;

    /// <summary>
    /// Sources whose words and rules mean something of their own: each also has weights of its own, which are learned beside the shared ones and
    /// not shipped. So film reviews teach what they share with posts, and not what film reviews are like.
    /// </summary>
    public IReadOnlyCollection<string> SourcesApart { get; init; } = [];

    /// <summary>Weight of the penalty on what a source has of its own. Default 60.</summary>
    public double SourcePenalty { get; init; } = 60;

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

    /// <summary>At most so many steps of the optimiser. Default 300.</summary>
    public int Iterations { get; init; } = 300;

    /// <summary>At most so many features are kept, the weightiest first. Default 174,000: a file of 940 KB, and a table that a processor's cache still holds.</summary>
    public int MostFeatures { get; init; } = 174_000;

    /// <summary>Text of the model card.</summary>
    public string Card { get; init; } = "";

    /// <summary>Told the step and the loss of each step; null for nobody.</summary>
    public Action<int, double>? Progress { get; init; }
}

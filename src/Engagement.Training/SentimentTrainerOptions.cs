namespace Engagement.Training;

/// <summary>How <see cref="SentimentTrainer"/> trains.</summary>
public sealed record SentimentTrainerOptions
{
    /// <summary>A feature is learned when at least so many different texts have it, 5 or more. Default 5: nobody's own words can be read back.</summary>
    public int LeastTexts { get; init; } = 5;

    /// <summary>Weight of the penalty on large weights; greater than 0. Default 45.</summary>
    public double Penalty { get; init; } = 45;

    /// <summary>The same for what the lexicon and its rules say, which every text has in common. Default 4.</summary>
    public double RulePenalty { get; init; } = 10;

    /// <summary>How far rare classes are made up for in posts, from 0 (not) to 1 (every class counts alike). Default 1.</summary>
    public double PostBalance { get; init; } = 1;

    /// <summary>The same for feedback to a service. Default 0.4.</summary>
    public double FeedbackBalance { get; init; } = 0.4;

    /// <summary>Weight of an example of each source; sources not named weigh 1.</summary>
    public IReadOnlyDictionary<string, double> SourceWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>At most so many steps of the optimiser. Default 120.</summary>
    public int Iterations { get; init; } = 120;

    /// <summary>At most so many features are kept, the weightiest first. Default 195,000, which makes a file just under 1 MB.</summary>
    public int MostFeatures { get; init; } = 195_000;

    /// <summary>Text of the model card.</summary>
    public string Card { get; init; } = "";

    /// <summary>Told the step and the loss of each step; null for nobody.</summary>
    public Action<int, double>? Progress { get; init; }
}

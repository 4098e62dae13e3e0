namespace Engagement.Training.Triage;

/// <summary>How the learned part of triage is trained. The defaults are what was chosen on blocks of rows left out.</summary>
internal sealed record TriageTrainingOptions
{
    /// <summary>How strongly weights are held small: the sum of their squares counts this much.</summary>
    public double Decay { get; init; } = 1;

    /// <summary>What is added to the counts of a feature before its spread over the two sides is taken.</summary>
    public double Smoothing { get; init; } = 0.5;

    /// <summary>How much an ordinary text counts beside a written row.</summary>
    public double OrdinaryWeight { get; init; } = 1.5;

    /// <summary>How much an ordinary text that tells of something bad counts: less, since some tell of harm that nobody has marked as such.</summary>
    public double HarshWeight { get; init; } = 0.2;

    /// <summary>How much a row of severity 4 or 5 counts beside one of 3 or less.</summary>
    public double GraveWeight { get; init; } = 3;

    /// <summary>A feature of fewer texts is left out.</summary>
    public int MinimumTexts { get; init; } = 2;

    /// <summary>False alarms per 1,000 ordinary texts, but for those that tell of something bad, that the threshold allows.</summary>
    public double FalseAlarms { get; init; } = 22;

    /// <summary>How many features are kept at most: those with the largest weights.</summary>
    public int MaximumFeatures { get; init; } = 16000;

    public int Iterations { get; init; } = 80;
}

namespace Engagement.Training.Star;

/// <summary>How the star's weights are learned. The defaults are what was chosen by leaving writers out.</summary>
internal sealed record StarTrainingOptions
{
    public int Epochs { get; init; } = 12;

    public double Rate { get; init; } = 0.1;

    public double Decay { get; init; } = 3e-3;

    /// <summary>A feature of fewer texts is left out.</summary>
    public int MinimumTexts { get; init; } = 2;

    /// <summary>Margin that a rule of strength 1 starts at.</summary>
    public double RulePrior { get; init; } = 3;

    public double PositiveWeight { get; init; } = 1;

    /// <summary>Exponent of the text's feature count by which its features are scaled down.</summary>
    public double Norm { get; init; }

    /// <summary>How far each label's threshold is lifted above the one of its best F1, so that texts that say nothing of the star stay without a finding.</summary>
    public double Caution { get; init; } = 0.3;

    public bool UseRules { get; init; } = true;

    public bool UseFeatures { get; init; } = true;
}

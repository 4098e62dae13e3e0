namespace Engagement.Training.Star;

/// <summary>How the star's weights are learned. The defaults are what was chosen by leaving writers out.</summary>
internal sealed record StarTrainingOptions
{
    /// <summary>How much the texts count against the wish for small weights: the sum of losses is multiplied by it, half the sum of squared weights is not.</summary>
    public double Fit { get; init; } = 0.6;

    /// <summary>Steps of the optimiser, at most.</summary>
    public int Steps { get; init; } = 60;

    /// <summary>A feature of fewer texts is left out.</summary>
    public int MinimumTexts { get; init; } = 2;

    /// <summary>How large a rule stands beside a word: a larger one gets its weight from fewer texts.</summary>
    public double RuleSize { get; init; } = 3;

    /// <summary>How much a real comment counts beside a text of the corpus.</summary>
    public double CommentWeight { get; init; } = 0.5;

    /// <summary>How far each label's threshold is lifted above the one of its best F1, so that texts that say nothing of the star stay without a finding.</summary>
    public double Caution { get; init; } = 0.5;

    public bool UseRules { get; init; } = true;

    public bool UseFeatures { get; init; } = true;
}

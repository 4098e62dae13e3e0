namespace TrainSentiment;

/// <summary>Which column of the file holds what.</summary>
/// <param name="Text">The comment.</param>
/// <param name="Label">How it feels.</param>
/// <param name="Question">What was asked; null when the file does not say.</param>
internal sealed record Columns(string Text, string Label, string? Question);

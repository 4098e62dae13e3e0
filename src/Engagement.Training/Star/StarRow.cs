namespace Engagement.Training.Star;

/// <summary>A text with what the learned weights see of it.</summary>
/// <param name="Example">The text.</param>
/// <param name="Words">How many words of it are looked at.</param>
/// <param name="Features">Keys in ascending order, and how often the text has each.</param>
/// <param name="Rules">The rules that count: key in the model, label, strength.</param>
internal sealed record StarRow(StarExample Example, int Words, (ulong Key, int Count)[] Features, (ulong Key, int Label, double Strength)[] Rules);

namespace Engagement.Training.Star;

/// <summary>A labelled text, read.</summary>
/// <param name="Example">The text.</param>
/// <param name="Features">Keys of its features.</param>
/// <param name="Rules">The rules that count: key, label, strength.</param>
internal sealed record StarRow(StarExample Example, ulong[] Features, (ulong Key, int Label, double Strength)[] Rules);

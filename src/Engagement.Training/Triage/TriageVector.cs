namespace Engagement.Training.Triage;

/// <summary>A text as the trainer sees it.</summary>
/// <param name="Features">Numbers of its features, repeats as often as they occur.</param>
/// <param name="Scale">By how much each of them counts.</param>
internal sealed record TriageVector(int[] Features, double Scale);

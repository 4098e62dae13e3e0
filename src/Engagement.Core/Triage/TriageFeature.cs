namespace Engagement.Triage;

/// <summary>Something of a text that the learned part knows or could learn.</summary>
/// <param name="Key">Its key in the model.</param>
/// <param name="First">Number of the first token it stands for, those of the title first.</param>
/// <param name="Last">Number of the last token of the first part.</param>
/// <param name="OtherFirst">The same of the second part of a pair; equal to the first part where there is one part.</param>
/// <param name="OtherLast">Number of the last token of the second part.</param>
internal readonly record struct TriageFeature(ulong Key, int First, int Last, int OtherFirst, int OtherLast);

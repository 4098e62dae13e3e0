namespace Engagement.Triage;

/// <summary>A rule as the data file has it.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Kind">The kind; null for every kind.</param>
/// <param name="Severity">2 to 5; 1 for talk about the subject, 0 for a figure of speech.</param>
/// <param name="Query">The parsed query.</param>
/// <param name="IsOwn">Whether a trust gave it: then it holds whatever the learned part makes of the text.</param>
internal sealed record TriageEntry(string Id, UrgencyKind? Kind, int Severity, Query Query, bool IsOwn = false);

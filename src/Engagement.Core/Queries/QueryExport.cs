namespace Engagement.Queries;

/// <summary>A query written in another dialect.</summary>
/// <param name="Text">The text; null when nothing of the query can be said in that dialect.</param>
/// <param name="Losses">What could not be carried over, in plain English; empty when importing the text again gives an equal query.</param>
public sealed record QueryExport(string? Text, IReadOnlyList<string> Losses);

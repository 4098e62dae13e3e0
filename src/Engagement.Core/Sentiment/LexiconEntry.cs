namespace Engagement.Sentiment;

/// <summary>A word or phrase with its feeling.</summary>
/// <param name="Text">Word, phrase, emoji or emoticon.</param>
/// <param name="Valence">From -4 (worst) to +4 (best); 0 makes a shipped entry neutral.</param>
public sealed record LexiconEntry(string Text, double Valence);

namespace Engagement.Training.Star;

/// <summary>A text with what people said of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Writer">Who wrote it; empty where the file does not say.</param>
/// <param name="Scenario">The family of situations it belongs to; empty where the file does not say.</param>
/// <param name="Register">What kind of text it is.</param>
/// <param name="Text">The text, with line breaks.</param>
/// <param name="Labels">Points and directions, as bits 1 &lt;&lt; (point × 2, plus 1 when weakened); 0 for none.</param>
public sealed record StarExample(string Id, string Writer, string Scenario, string Register, string Text, int Labels);

using Engagement.Triage;

namespace Engagement.Training.Triage;

/// <summary>A labelled text.</summary>
/// <param name="Kinds">What it is about; empty for none.</param>
/// <param name="Severity">0 nothing, 1 talk about the subject, 2 a concern, 3 the same day, 4 grave, 5 somebody may come to harm now.</param>
/// <param name="Text">The text, with line breaks.</param>
/// <param name="Writer">Who wrote it: a letter or name, the same for all of one person's rows.</param>
internal sealed record TriageExample(IReadOnlyList<UrgencyKind> Kinds, int Severity, string Text, string Writer = "")
{
    /// <summary>Whether it cannot wait.</summary>
    public bool IsUrgent => Severity >= Urgency.UrgentFrom;
}

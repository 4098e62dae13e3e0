namespace Engagement.Triage;

/// <summary>
/// Whether a mention can wait for a digest. Rules over words and learned weights: NOT a crisis detector, and never to be the only route by which a
/// person in danger is noticed.
/// </summary>
public sealed record Urgency
{
    /// <summary>Severity from which a mention is urgent: 3, to be seen the same day.</summary>
    public const int UrgentFrom = 3;

    /// <summary>Nothing found.</summary>
    public static Urgency None { get; } = new();

    /// <summary>All that was found, the gravest first.</summary>
    public IReadOnlyList<UrgencyFinding> Findings { get; init; } = [];

    /// <summary>By the worst statement: 0 nothing, 1 talk about a subject, 2 a concern, 3 the same day, 4 grave, 5 somebody may come to harm now.</summary>
    public int Severity => Findings.Count == 0 ? 0 : Findings.Max(finding => finding.Severity);

    /// <summary>Whether it is withheld from digests and delivered at once.</summary>
    public bool IsUrgent => Severity >= UrgentFrom;
}

using Engagement.Mentions;

namespace Engagement.Triage;

/// <summary>One reason why a mention cannot wait, or talk about such a subject.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">1 (talk about the subject) to 5 (somebody may come to harm now).</param>
/// <param name="RuleId">The rule that fired; <c>model</c> where learned weights found it.</param>
/// <param name="Evidence">The words.</param>
public sealed record UrgencyFinding(UrgencyKind Kind, int Severity, string RuleId, IReadOnlyList<Evidence> Evidence);

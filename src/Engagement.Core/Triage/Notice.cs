using Engagement.Mentions;

namespace Engagement.Triage;

/// <summary>
/// That a mention makes something known instead of telling what somebody lived through: kind words in a job advert are nobody's praise.
/// </summary>
/// <param name="Kind">What it makes known.</param>
/// <param name="RuleId">The rule that fired; the first of the file where several did.</param>
/// <param name="Evidence">The words.</param>
public sealed record Notice(NoticeKind Kind, string RuleId, IReadOnlyList<Evidence> Evidence);

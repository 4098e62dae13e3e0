namespace Engagement.Digests;

/// <summary>A question of a chat and what was answered.</summary>
/// <param name="Number">1 for Q1.</param>
/// <param name="Question">The post that asked it; null when it was not read.</param>
/// <param name="Answers">Posts marked A1, or replying to the question, in the order of time.</param>
public sealed record ChatQuestion(int Number, DigestItem? Question, IReadOnlyList<DigestItem> Answers);

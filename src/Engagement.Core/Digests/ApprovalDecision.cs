using NodaTime;

namespace Engagement.Digests;

/// <summary>What somebody decided about a mention. Of several about one mention the latest holds.</summary>
/// <param name="MentionId">The mention.</param>
/// <param name="State">The decision.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null when not said.</param>
public sealed record ApprovalDecision(string MentionId, ApprovalState State, string By, Instant At, string? Reason = null);

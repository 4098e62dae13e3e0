using Engagement.Mentions;

namespace Engagement.Triage;

/// <summary>Whether a reply would help. Never drafts clinical detail.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Reason">Plain English, one sentence.</param>
/// <param name="Evidence">The words the reason rests on; may be empty.</param>
public sealed record ReplyAdvice(ReplyAction Action, string Reason, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Nothing to answer.</summary>
    public static ReplyAdvice None { get; } = new(ReplyAction.None, "Nothing critical to answer.", []);
}

namespace Engagement.Digests;

/// <summary>What somebody decided about a mention.</summary>
public enum ApprovalState
{
    /// <summary>It may appear.</summary>
    Approved,

    /// <summary>It may not appear.</summary>
    Rejected,

    /// <summary>It waits, whatever the policy says.</summary>
    Awaiting,
}

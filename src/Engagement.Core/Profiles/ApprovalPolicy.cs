namespace Engagement.Profiles;

/// <summary>What waits for somebody's approval before it appears in a digest.</summary>
public enum ApprovalPolicy
{
    /// <summary>Nothing waits. The default.</summary>
    ShowAll,

    /// <summary>Negative and mixed mentions wait.</summary>
    HoldNegative,

    /// <summary>Mentions that name a person wait.</summary>
    HoldNamedPeople,

    /// <summary>Everything waits.</summary>
    HoldAll,
}

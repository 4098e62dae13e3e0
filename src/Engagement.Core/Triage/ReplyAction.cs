namespace Engagement.Triage;

/// <summary>What to do about a critical mention.</summary>
public enum ReplyAction
{
    /// <summary>No advice: nothing negative to answer.</summary>
    None,

    /// <summary>Answer where others can see it.</summary>
    ReplyPublicly,

    /// <summary>Offer a private channel.</summary>
    MoveToPrivate,

    /// <summary>An answer would do harm or be of no use.</summary>
    DoNotReply,
}

namespace Engagement.Triage;

/// <summary>What a notice makes known.</summary>
public enum NoticeKind
{
    /// <summary>A job is on offer.</summary>
    JobAdvert,

    /// <summary>Something takes place to which people are invited.</summary>
    Event,
}

namespace Engagement.Digests;

/// <summary>What is celebrated.</summary>
public enum AchievementKind
{
    /// <summary>An award won or a place on its shortlist.</summary>
    Award,

    /// <summary>Years of service, or a retirement.</summary>
    Service,

    /// <summary>A qualification, a course, a promotion.</summary>
    Qualification,

    /// <summary>Thanks.</summary>
    Thanks,
}

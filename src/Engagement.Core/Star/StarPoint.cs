namespace Engagement.Star;

/// <summary>A point of the staff engagement star (NHS Employers).</summary>
public enum StarPoint
{
    /// <summary>Delivering great management and leadership.</summary>
    Leadership,

    /// <summary>Enabling involvement in decision making.</summary>
    Involvement,

    /// <summary>Promoting a healthy and safe work environment.</summary>
    HealthyAndSafe,

    /// <summary>Ensuring every role counts.</summary>
    RoleCounts,

    /// <summary>Supporting personal development and training.</summary>
    Development,
}

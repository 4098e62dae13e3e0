namespace Engagement.Profiles;

/// <summary>How often an audience gets a digest.</summary>
public enum DigestFrequency
{
    /// <summary>Every day.</summary>
    Day,

    /// <summary>Every week. The default.</summary>
    Week,

    /// <summary>Every month.</summary>
    Month,
}

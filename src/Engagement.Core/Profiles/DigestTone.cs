namespace Engagement.Profiles;

/// <summary>How a digest speaks to its audience.</summary>
public enum DigestTone
{
    /// <summary>Praise first, then what can be learned. The default.</summary>
    Balanced,

    /// <summary>For newsletters and notice boards: criticism is counted and not quoted, and the digest says so.</summary>
    Celebrate,

    /// <summary>For those who act on it: what can be learned comes before praise.</summary>
    Improve,
}

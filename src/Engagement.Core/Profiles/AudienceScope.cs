namespace Engagement.Profiles;

/// <summary>Whom a digest is for.</summary>
public enum AudienceScope
{
    /// <summary>The whole trust.</summary>
    Trust,

    /// <summary>A team with its sub-teams.</summary>
    Team,

    /// <summary>A person.</summary>
    Person,
}

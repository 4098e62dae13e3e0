namespace Engagement.Organizations;

/// <summary>Who speaks, told by the accounts of the profile.</summary>
public enum Voice
{
    /// <summary>Anybody else.</summary>
    Public,

    /// <summary>A team's or person's account of the profile.</summary>
    Staff,

    /// <summary>The trust's or a site's own account.</summary>
    Trust,

    /// <summary>An account of the press, or a news platform.</summary>
    Press,
}

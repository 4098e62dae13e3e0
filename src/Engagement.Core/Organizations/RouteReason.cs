namespace Engagement.Organizations;

/// <summary>How it was found whom a mention concerns.</summary>
public enum RouteReason
{
    /// <summary>A name or alias in the text.</summary>
    Alias,

    /// <summary>An account named in the text, or replied to.</summary>
    Account,

    /// <summary>A hashtag.</summary>
    Hashtag,

    /// <summary>The place the source itself names.</summary>
    Place,

    /// <summary>A query of the profile.</summary>
    Query,

    /// <summary>A person's name.</summary>
    Name,

    /// <summary>Through a part of it: the site of a team, the team of a person.</summary>
    Part,
}

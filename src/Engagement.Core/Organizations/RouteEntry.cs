namespace Engagement.Organizations;

internal enum RouteEntryKind : byte
{
    /// <summary>A name or alias, in the text or as the place that the source names.</summary>
    Alias,

    /// <summary>An account.</summary>
    Account,

    /// <summary>A hashtag.</summary>
    Hashtag,

    /// <summary>A query of the profile.</summary>
    Query,

    /// <summary>A person's full name.</summary>
    Name,

    /// <summary>A first name, or a title with a surname: only within the team's context.</summary>
    ShortName,
}

/// <summary>What a query of the router stands for.</summary>
/// <param name="Kind">How it finds.</param>
/// <param name="Targets">Whom it finds; several where a name is shared.</param>
/// <param name="Alias">The name, of an alias.</param>
internal sealed record RouteEntry(RouteEntryKind Kind, IReadOnlyList<RouteTarget> Targets, AliasForm? Alias = null);

namespace Engagement.Organizations;

/// <summary>A member of staff who may be thanked by name.</summary>
public sealed record Person
{
    /// <summary>Stable key: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the team; null when none.</summary>
    public string? Team { get; init; }

    /// <summary>What the person does; null when not given.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the person leads (manager, director): thanks from leaders are shown apart. Default false.</summary>
    public bool IsLeader { get; init; }

    /// <summary>Accounts the person speaks with: what they post has the voice of staff.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];
}

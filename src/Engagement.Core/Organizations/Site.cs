namespace Engagement.Organizations;

/// <summary>A hospital or other place of the trust.</summary>
public sealed record Site
{
    /// <summary>Stable key: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names people use ("LGI").</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Accounts it speaks with.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>Hashtags that are its own, without <c>#</c>.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Boolean queries that find mentions of it.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];
}

namespace Engagement.Organizations;

/// <summary>A ward, department, service or any other team.</summary>
public sealed record Team
{
    /// <summary>Stable key: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Name as colleagues say it.</summary>
    public required string Name { get; init; }

    /// <summary>Free text: <c>ward</c>, <c>department</c>, <c>service</c>, <c>team</c>. Default <c>team</c>.</summary>
    public string Kind { get; init; } = "team";

    /// <summary>Key of the site it works at; null when at several or none.</summary>
    public string? Site { get; init; }

    /// <summary>Key of the team it is part of; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Other names people use ("the mat unit"). Spelling variants (numbers in words, <c>&amp;</c>, St/Saint) are found without being listed.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Accounts it speaks with: what they post has the voice of staff.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>Hashtags that are its own, without <c>#</c>.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Boolean queries that find mentions of it.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];
}

using Engagement.Queries;
using NodaTime;

namespace Engagement.Organizations;

/// <summary>The organization that listens.</summary>
public sealed record Trust
{
    /// <summary>Stable key: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Organisation Data Service code, such as <c>RR8</c>; null when none is given.</summary>
    public string? OdsCode { get; init; }

    /// <summary>Zone in which its days and weeks are counted.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Whether a word with a hyphen in a query of its own also finds the word without it: <c>follow-up</c> then finds <c>followup</c>. Default false.</summary>
    public bool JoinsHyphens { get; init; }

    /// <summary>Other names people use ("the General").</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Accounts it speaks with: what they post has the voice of the trust.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>Hashtags that are its own, without <c>#</c>.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Boolean queries that find mentions of the trust as a whole.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    internal QueryOptions QueryOptions => new() { Zone = Zone, JoinsHyphens = JoinsHyphens };
}

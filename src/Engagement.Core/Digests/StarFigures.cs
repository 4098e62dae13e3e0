using Engagement.Star;

namespace Engagement.Digests;

/// <summary>One point of the star: what the public and staff said of it.</summary>
public sealed record StarFigures
{
    /// <summary>The point.</summary>
    public required StarPoint Point { get; init; }

    /// <summary>Its display name.</summary>
    public required string Name { get; init; }

    /// <summary>Mentions that show it lived.</summary>
    public required long Strengthened { get; init; }

    /// <summary>Mentions that show it missing.</summary>
    public required long Weakened { get; init; }

    /// <summary>Sentences that show it lived, the clearest first, at most 3.</summary>
    public IReadOnlyList<DigestItem> StrengthenedBy { get; init; } = [];

    /// <summary>Sentences that show it missing, the clearest first, at most 3, without staff names.</summary>
    public IReadOnlyList<DigestItem> WeakenedBy { get; init; } = [];

    /// <summary>Whether nobody spoke of it.</summary>
    public bool IsSilent => Strengthened == 0 && Weakened == 0;
}

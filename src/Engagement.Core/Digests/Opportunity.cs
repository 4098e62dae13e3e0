using Engagement.Triage;

namespace Engagement.Digests;

/// <summary>One event to learn from, however many spoke of it.</summary>
public sealed record Opportunity
{
    /// <summary>The mention that tells it best, without staff names.</summary>
    public required DigestItem Item { get; init; }

    /// <summary>How many mentions tell of it, repeats included.</summary>
    public required long Mentions { get; init; }

    /// <summary>
    /// Whether it is plainly criticism: the scorer gives negative at least three of five parts of what it gives positive and negative together, for one post
    /// or for several that come to as much as two people. What is not may be a slip of the scorer, or praise with a wish.
    /// </summary>
    public bool IsClear { get; init; }

    /// <summary>What others plainly said of the same event, at most two, without staff names.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Points of the star that it shows weak, by display name.</summary>
    public IReadOnlyList<string> Weakened { get; init; } = [];

    /// <summary>Whether somebody of the trust answered, or the improvement loop holds it.</summary>
    public bool PickedUp { get; init; }

    /// <summary>What to do about a reply.</summary>
    public required ReplyAction Reply { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string ReplyReason { get; init; }
}

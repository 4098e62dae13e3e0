namespace Engagement.Digests;

/// <summary>How far the public's and the press's posts travelled. Kinds of reach are never added up.</summary>
public sealed record ReachFigures
{
    /// <summary>Posts, repeats included.</summary>
    public long Posts { get; init; }

    /// <summary>Posts whose author's followers are unknown: unknown, not nought.</summary>
    public long PostsUnknown { get; init; }

    /// <summary>Impressions: the followers of every post added up, an author's as often as the author posted.</summary>
    public long Impressions { get; init; }

    /// <summary>Distinct authors.</summary>
    public long Authors { get; init; }

    /// <summary>Distinct authors whose followers are unknown.</summary>
    public long AuthorsUnknown { get; init; }

    /// <summary>Reach: followers of distinct authors, each author once. People who follow several are counted several times.</summary>
    public long Reach { get; init; }
}

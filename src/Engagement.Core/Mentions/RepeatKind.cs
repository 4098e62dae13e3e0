namespace Engagement.Mentions;

/// <summary>How a mention stands to those read before it.</summary>
public enum RepeatKind
{
    /// <summary>It is new.</summary>
    First,

    /// <summary>Another version of the same post: the same platform and id.</summary>
    Version,

    /// <summary>A repost of a mention, or of what another repost repeats.</summary>
    Repost,

    /// <summary>The same words; see <see cref="RepeatKey"/>.</summary>
    Copy,

    /// <summary>It quotes a mention and adds words of its own: it counts to that one, and is a mention too.</summary>
    Quote,

    /// <summary>
    /// The original of a repost that was read before it and stands for both: it should take that one's place, so that its window wants gathering anew. Where the source was read once before, a
    /// repost never stands for its original; see <see cref="NewestVersions"/>.
    /// </summary>
    Original,
}

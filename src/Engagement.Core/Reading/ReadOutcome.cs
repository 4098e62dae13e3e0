using Engagement.Mentions;

namespace Engagement;

/// <summary>What came of one item: feedback, or a problem of its source; and whether an urgent mention was delivered.</summary>
public sealed record ReadOutcome
{
    /// <summary>The feedback; null when the source had a problem.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>The source's problem; null when there is feedback.</summary>
    public SourceProblem? Problem { get; init; }

    /// <summary>What the urgent sink threw on this urgent mention; null when it took it, or when the mention can wait. The host must deliver it another way.</summary>
    public Exception? UndeliveredBecause { get; init; }

    /// <summary>
    /// Id of the mention of the same reading that this one repeats and is counted with: an earlier one, for an older version its own, and where the source was
    /// read before perhaps one that comes later; null when it is no repeat.
    /// </summary>
    public string? RepeatOf { get; init; }

    /// <summary>How it repeats: <see cref="RepeatKind.Version"/>, <see cref="RepeatKind.Repost"/>, <see cref="RepeatKind.Copy"/> or <see cref="RepeatKind.Original"/>; <see cref="RepeatKind.First"/> or <see cref="RepeatKind.Quote"/> when it is no repeat.</summary>
    public RepeatKind RepeatKind { get; init; }

    /// <summary>
    /// True for a repeat that is a newer version of a mention that came out before it: what was made of that one is out of date, and its window wants
    /// gathering anew. Never true where the reading knew the newest versions beforehand; see <see cref="NewestVersions"/>.
    /// </summary>
    public bool IsNewerVersion { get; init; }

    /// <summary>Whether the mention is a repeat.</summary>
    public bool IsRepeat => RepeatOf is not null;
}

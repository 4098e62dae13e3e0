namespace Engagement.Mentions;

/// <summary>What <see cref="RepeatFolder.Add"/> says of a mention.</summary>
/// <param name="Kind">How it stands to those before it.</param>
/// <param name="OriginalId">Id of the mention that it counts to; null for a first one.</param>
/// <param name="IsNewerVersion">True when it is a version no older than the one read before, which it should replace.</param>
public readonly record struct RepeatVerdict(RepeatKind Kind, string? OriginalId, bool IsNewerVersion)
{
    /// <summary>Place in the order of reading, from 0, of the mention that it counts to; -1 for a first one, for what counts to a mention that comes later, and for a quote of what was not read or is forgotten.</summary>
    public long OriginalIndex { get; init; } = -1;

    /// <summary>Whether it is folded into another: everything but a first one and a quote.</summary>
    public bool IsRepeat => Kind is not (RepeatKind.First or RepeatKind.Quote);
}

namespace Engagement.Digests;

/// <summary>What was read and is not shown: items read = mentions shown + <see cref="Total"/>.</summary>
public sealed record LeftOut
{
    /// <summary>Items read: feedback, repeats and problems.</summary>
    public required long Read { get; init; }

    /// <summary>Concern others than this audience.</summary>
    public long Elsewhere { get; init; }

    /// <summary>Cannot wait for a digest: passed on at once.</summary>
    public long Urgent { get; init; }

    /// <summary>Of the urgent ones, those that could not be delivered: somebody must look now.</summary>
    public long Undelivered { get; init; }

    /// <summary>Wait for somebody's approval.</summary>
    public long AwaitingApproval { get; init; }

    /// <summary>Somebody decided against.</summary>
    public long Rejected { get; init; }

    /// <summary>Before or after the window.</summary>
    public long OutsideWindow { get; init; }

    /// <summary>Without a date.</summary>
    public long Undated { get; init; }

    /// <summary>With a date that can be read in two ways.</summary>
    public long Doubtful { get; init; }

    /// <summary>Adverts and announcements of the public: they tell of nothing that somebody lived through.</summary>
    public long Notices { get; init; }

    /// <summary>Repeats of a mention, counted with it.</summary>
    public long Repeats { get; init; }

    /// <summary>Items of the sources that could not be read.</summary>
    public long Problems { get; init; }

    /// <summary>Ids of what waits for approval, in ordinal order, at most 200.</summary>
    public IReadOnlyList<string> Awaiting { get; init; } = [];

    /// <summary>All of them; <see cref="Undelivered"/> is part of <see cref="Urgent"/>.</summary>
    public long Total => Elsewhere + Urgent + AwaitingApproval + Rejected + OutsideWindow + Undated + Doubtful + Notices + Repeats + Problems;
}

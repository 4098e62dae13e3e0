namespace Engagement.Digests;

/// <summary>
/// What a builder has counted and kept. Everything in it is a sum, a set, a maximum or a top list by a total order, so that the order in which mentions came,
/// and in which parts they were counted, leaves no trace.
/// </summary>
internal sealed partial class DigestTally(DigestScope scope)
{
    public const int Voices = 4;
    public const int Labels = 5;
    private const int MostAwaiting = 200;
    private const int MostBusyHourItems = 4;

    private readonly WordNotes _notes = new();

    public DigestScope Scope { get; } = scope;

    public ulong InputA { get; private set; }

    public ulong InputB { get; private set; }

    public long[] Shown { get; } = new long[Voices * Labels];

    public long[] Before { get; } = new long[Voices * Labels];

    /// <summary>Mentions of any audience that lie in the window before: without any, nothing can be said of it.</summary>
    public long ReadBefore { get; private set; }

    public long ReadInWindow { get; private set; }

    public long LastDay { get; private set; }

    public long Read { get; private set; }

    public long Elsewhere { get; private set; }

    public long Urgent { get; private set; }

    public long Undelivered { get; private set; }

    public long AwaitingApproval { get; private set; }

    public long Rejected { get; private set; }

    public long OutsideWindow { get; private set; }

    public long Notices { get; private set; }

    public long Undated { get; private set; }

    public long Doubtful { get; private set; }

    public long RepeatsSeen { get; private set; }

    public long Problems { get; private set; }

    public long Redacted { get; private set; }

    public long Impressions { get; private set; }

    public long Posts { get; private set; }

    public long PostsUnknown { get; private set; }

    /// <summary>Mentions of the public with a time of day, the first and the last of them.</summary>
    public long Timed { get; private set; }

    public long FirstTicks { get; private set; } = long.MaxValue;

    public long LastTicks { get; private set; } = long.MinValue;

    /// <summary>Mentions by point * 2 + direction.</summary>
    public long[] Star { get; } = new long[10];

    public SortedSet<string> Awaiting { get; } = new(StringComparer.Ordinal);

    public AuthorTable Authors { get; } = new();

    public SampledCounts Words { get; } = new(scope.Options.DistinctLimit);

    public SampledCounts Hashtags { get; } = new(scope.Options.DistinctLimit);

    public SampledCounts Links { get; } = new(scope.Options.DistinctLimit);

    public Dictionary<int, long> Platforms { get; } = [];

    /// <summary>Mentions by hours since 1970.</summary>
    public Dictionary<int, long> Hours { get; } = [];

    /// <summary>Mentions by local days since 1970.</summary>
    public Dictionary<int, long> Days { get; } = [];

    /// <summary>
    /// As <see cref="Days"/>, of mentions with a time of day. Peaks are found among these alone: a date without a time is often that on which a batch of
    /// survey answers was typed in.
    /// </summary>
    public Dictionary<int, long> TimedDays { get; } = [];

    /// <summary>As <see cref="Hours"/>, from builders of earlier windows.</summary>
    public Dictionary<int, long> EarlierHours { get; } = [];

    /// <summary>As <see cref="TimedDays"/>, from builders of earlier windows.</summary>
    public Dictionary<int, long> EarlierDays { get; } = [];

    /// <summary>What the builder of the window before showed; all noughts where none was given.</summary>
    public long[] EarlierShown { get; } = new long[Voices * Labels];

    public bool HasEarlierShown { get; private set; }

    public TopItems Praise { get; } = new(scope.Options.Kept, Comparer<KeptItem>.Default.Compare);

    public TopItems Learn { get; } = new(scope.Options.Kept, Comparer<KeptItem>.Default.Compare);

    public TopItems[] StarItems { get; } = [.. Enumerable.Range(0, 10).Select(_ => new TopItems(6, Comparer<KeptItem>.Default.Compare))];

    public TopItems Colleagues { get; } = new(40, Comparer<KeptItem>.Default.Compare);

    public TopItems Celebrations { get; } = new(24, Comparer<KeptItem>.Default.Compare);

    /// <summary>A fixed sample of the mentions of every hour of the window.</summary>
    public SortedDictionary<int, TopItems> HourItems { get; } = [];

    /// <summary>Repeats by the hash of the id they repeat.</summary>
    public Dictionary<ulong, long> Repeats { get; } = [];

    /// <summary>Hashes of ids that somebody of the trust answered.</summary>
    public HashSet<ulong> Answered { get; } = [];

    public SortedDictionary<string, CampaignTally> Campaigns { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ChatTally> Chats { get; } = new(StringComparer.Ordinal);

    /// <summary>Handles by author, where the audience's options allow authors to be listed.</summary>
    public Dictionary<ulong, string> Names { get; } = [];

    /// <summary>How many times it was said: itself and its repeats.</summary>
    public long TimesOf(KeptItem item) => 1 + Repeats.GetValueOrDefault(StableHash.Of(item.Id));
}

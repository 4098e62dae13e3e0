using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using NodaTime;

namespace Engagement.Digests;

/// <summary>All that is fixed before the first mention comes: profile, audience, window, options, and the look-ups made of them. Immutable.</summary>
internal sealed class DigestScope
{
    private readonly HashSet<string>? _routes;
    private readonly Dictionary<string, ApprovalDecision> _decisions = new(StringComparer.Ordinal);
    private readonly ApprovalPolicy _policy;
    private readonly long _startOfHistory;
    private readonly long _startOfPrevious;
    private readonly long _start;
    private readonly long _end;

    public DigestScope(TrustProfile profile, Audience audience, DigestWindow window, DigestOptions options)
    {
        options.Check();
        Profile = profile;
        Audience = audience;
        Window = window;
        Options = options;
        Wanted = audience.OptionsIn(profile);
        AudienceName = audience.NameIn(profile);
        Zone = Wanted.Zone ?? profile.Zone;
        Interval = window.Resolve(Zone);
        var previous = window.Previous().Resolve(Zone);
        (_startOfPrevious, _start, _end) = (previous.Start.ToUnixTimeTicks(), Interval.Start.ToUnixTimeTicks(), Interval.End.ToUnixTimeTicks());
        _startOfHistory = Math.Min(_startOfPrevious, (Interval.Start - Duration.FromDays(7 * WeeksOfHistory)).ToUnixTimeTicks());
        _routes = audience.RoutesIn(profile);
        _policy = options.Approval ?? Wanted.Approval;
        foreach (var decision in options.Approvals)
        {
            if (!_decisions.TryGetValue(decision.MentionId, out var known) || Overrules(decision, known)) _decisions[decision.MentionId] = decision;
        }

        foreach (var person in profile.People)
        {
            foreach (var account in person.Accounts) People.TryAdd(AuthorKey(account.Platform, account.Handle), person);
        }

        Campaigns = profile.Campaigns.Select(campaign => campaign.Id).ToHashSet(StringComparer.Ordinal);
        Chats = profile.Chats.Select(chat => chat.Id).ToHashSet(StringComparer.Ordinal);
        Fingerprint = ProfileFingerprint.Of(this);
    }

    /// <summary>Hours and days are remembered so many weeks back.</summary>
    public const int WeeksOfHistory = 60;

    public enum Period
    {
        Window,
        Previous,
        History,
        Outside,
    }

    public TrustProfile Profile { get; }

    public Audience Audience { get; }

    public DigestWindow Window { get; }

    public DigestOptions Options { get; }

    public AudienceOptions Wanted { get; }

    public string AudienceName { get; }

    public DateTimeZone Zone { get; }

    public Interval Interval { get; }

    public long EndTicks => _end;

    /// <summary>The local days of the first and the last instant of the window.</summary>
    public LocalDate FirstDay => Interval.Start.InZone(Zone).Date;

    public LocalDate LastDay => (Interval.End - Duration.Epsilon).InZone(Zone).Date;

    /// <summary>The trust's people by the accounts they speak with.</summary>
    public Dictionary<ulong, Person> People { get; } = [];

    public HashSet<string> Campaigns { get; }

    public HashSet<string> Chats { get; }

    /// <summary>Hash of what of profile and options can change a digest.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Days since 1970.</summary>
    public static int DayNumber(LocalDate date) => NodaTime.Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    public static ulong AuthorKey(Platform platform, string handle)
    {
        Span<char> folded = handle.Length <= 256 ? stackalloc char[handle.Length] : new char[handle.Length];
        handle.AsSpan().ToLowerInvariant(folded);
        var key = StableHash.Mix(StableHash.Of(folded), (ulong)platform);
        return key == 0 ? 1 : key;
    }

    /// <summary>Key of a mention's author; 0 when unknown.</summary>
    public static ulong AuthorKey(Mention mention)
    {
        var name = mention.Author?.Handle ?? mention.Author?.DisplayName;
        return string.IsNullOrEmpty(name) ? 0 : AuthorKey(mention.Platform, name);
    }

    public bool Concerns(Feedback feedback)
    {
        if (_routes is null) return true;
        foreach (var route in feedback.Routing.Routes)
        {
            if (route.Kind == Audience.RouteKind && _routes.Contains(route.Id)) return true;
        }

        return false;
    }

    public Period PeriodOf(long ticks) =>
        ticks >= _end ? Period.Outside
        : ticks >= _start ? Period.Window
        : ticks >= _startOfPrevious ? Period.Previous
        : ticks >= _startOfHistory ? Period.History
        : Period.Outside;

    /// <summary>How late in the window, 0 to 40.</summary>
    public long LatenessOf(long ticks) => Math.Clamp((ticks - _start) / Math.Max(1, (_end - _start) / 40), 0, 40);

    /// <summary>What is decided of a mention, or what the policy says where nothing is.</summary>
    public ApprovalState StateOf(Feedback feedback)
    {
        if (_decisions.TryGetValue(feedback.Mention.Id, out var decision)) return decision.State;
        var holds = _policy switch
        {
            ApprovalPolicy.HoldAll => true,
            ApprovalPolicy.HoldNegative => feedback.Sentiment.Label is SentimentLabel.Negative or SentimentLabel.Mixed,
            ApprovalPolicy.HoldNamedPeople => NamesSomebody(feedback),
            _ => false,
        };
        return holds ? ApprovalState.Awaiting : ApprovalState.Approved;
    }

    private static bool NamesSomebody(Feedback feedback) =>
        feedback.Routing.Routes.Any(route => route.Kind == RouteKind.Person)
        || feedback.Text.Redactions.Any(redaction => redaction.Kind is Privacy.RedactionKind.StaffName or Privacy.RedactionKind.PatientName);

    // Of two decisions of the same instant the more cautious holds, whichever came first.
    private static bool Overrules(ApprovalDecision left, ApprovalDecision right) =>
        left.At != right.At ? left.At > right.At : Caution(left.State) > Caution(right.State);

    private static int Caution(ApprovalState state) => state switch
    {
        ApprovalState.Rejected => 2,
        ApprovalState.Awaiting => 1,
        _ => 0,
    };
}

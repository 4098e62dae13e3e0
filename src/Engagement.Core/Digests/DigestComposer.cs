using System.Globalization;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Text;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Digests;

/// <summary>Makes the digest of a tally. Reads it, never changes it.</summary>
internal sealed partial class DigestComposer(DigestTally tally)
{
    private const int MostColleagues = 6;
    private const int MostWords = 12;
    private const int LeastForWords = 10;
    private const int LeastToRead = 16;
    private const int MostHashtags = 10;
    private const int MostLinks = 5;
    private const int MostDays = 62;
    private const int AlikeLength = 40;

    private readonly DigestScope _scope = tally.Scope;
    private readonly StaffNames _names = new(tally.Scope.Profile.People);
    private readonly Dictionary<string, string> _teams = tally.Scope.Profile.Teams
        .GroupBy(team => team.Id, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);

    private bool QuotesCriticism => _scope.Wanted.Tone != DigestTone.Celebrate;

    public static string IdOf(DigestScope scope) => AudienceKeyOf(scope) + "_" + string.Join('_', scope.Window.ToString().Split('/').Select(Safe));

    public static string AudienceKeyOf(DigestScope scope) => Safe(scope.Profile.Trust.Id) + "_" + scope.Audience.Scope switch
    {
        AudienceScope.Team => "team-" + Safe(scope.Audience.Key!),
        AudienceScope.Person => "person-" + Safe(scope.Audience.Key!),
        _ => "trust",
    } + (scope.Wanted.Id == (scope.Audience.Key ?? "trust") ? "" : "_" + Safe(scope.Wanted.Id));

    public Digest Compose()
    {
        var hasPrevious = tally.ReadBefore > 0 || tally.HasEarlierShown;
        var before = tally.ReadBefore > 0 ? tally.Before : tally.EarlierShown;
        var voices = Enum.GetValues<Voice>()
            .Select(voice => new VoiceFigures(voice, CountsOf(tally.Shown, voice), hasPrevious ? CountsOf(before, voice) : null))
            .ToList();
        var counts = SentimentCounts.Sum(voices.Select(figures => figures.Counts));
        var said = voices[(int)Voice.Public].Counts;
        var judged = said.Mentions - said.Unsupported;
        List<List<KeptItem>> events = QuotesCriticism ? Events() : [];
        var (praise, morePraise) = Praise();
        return new Digest
        {
            Id = IdOf(_scope),
            Revision = Revision(),
            TrustName = _scope.Profile.Trust.Name,
            AudienceId = _scope.Wanted.Id,
            AudienceName = _scope.AudienceName,
            Scope = _scope.Audience.Scope,
            Window = new DigestPeriod(_scope.Interval.Start, _scope.Interval.End, _scope.Zone.Id, _scope.Window.Describe(_scope.Zone), _scope.Window.Noun),
            Sections = _scope.Wanted.Sections,
            Tone = _scope.Wanted.Tone,
            ShouldSend = counts.Mentions > 0 || tally.Undelivered > 0 || _scope.Wanted.SendWhenEmpty,
            Counts = counts,
            Previous = hasPrevious ? SentimentCounts.Sum(voices.Select(figures => figures.Previous!)) : null,
            Voices = voices,
            PositiveShare = ShareEstimate.Make(said.Positive, judged),
            Praise = praise,
            MorePraise = morePraise,
            Learn = [.. events.Take(_scope.Options.Opportunities).Select(ToOpportunity)],
            MoreToLearn = [.. events.Skip(_scope.Options.Opportunities).Take(_scope.Options.More).Select(ToOpportunity)],
            FurtherOpportunities = Math.Max(0, events.Count - _scope.Options.Opportunities),
            Star = Star(),
            Loop = Loop(),
            Listening = Listening(said),
            Reach = new ReachFigures
            {
                Posts = tally.Posts,
                PostsUnknown = tally.PostsUnknown,
                Impressions = tally.Impressions,
                Authors = tally.Authors.Count,
                AuthorsUnknown = tally.Authors.Count - tally.Authors.Known,
                Reach = tally.Authors.Followers,
            },
            Words = Words(),
            Hashtags = tally.Hashtags.Top(MostHashtags, tag => tag.Length <= 100, 1).Select(tag => tag with { Name = DigestText.Clean(tag.Name, 100) }).Where(tag => tag.Name.Length > 0).ToList(),
            Links = [.. tally.Links.Top(MostLinks, link => SafeLink.Of(link) is not null, 1).Select(link => link with { Name = SafeLink.Of(link.Name)! })],
            Sources = PlatformCounts(tally.Platforms),
            Days = DayCounts(),
            Authors = Authors(),
            Peaks = Peaks(),
            Campaigns = CampaignsOf(),
            Chats = ChatsOf(),
            Celebrate = Celebrations(),
            Colleagues = Colleagues(),
            LeftOut = new LeftOut
            {
                Read = tally.Read,
                Elsewhere = tally.Elsewhere,
                Urgent = tally.Urgent,
                Undelivered = tally.Undelivered,
                AwaitingApproval = tally.AwaitingApproval,
                Rejected = tally.Rejected,
                OutsideWindow = tally.OutsideWindow,
                Undated = tally.Undated,
                Doubtful = tally.Doubtful,
                Notices = tally.Notices,
                Repeats = tally.RepeatsSeen,
                Problems = tally.Problems,
                Awaiting = [.. tally.Awaiting],
            },
            Redacted = tally.Redacted,
        };
    }

    internal static IReadOnlyList<DigestCount> PlatformCounts(Dictionary<int, long> platforms) =>
    [
        .. platforms.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => new DigestCount(((Platform)pair.Key).ToString(), pair.Value)),
    ];

    private static string Safe(string key)
    {
        Span<char> safe = key.Length <= 200 ? stackalloc char[key.Length] : new char[key.Length];
        for (var i = 0; i < key.Length; i++) safe[i] = char.IsAsciiLetterOrDigit(key[i]) || key[i] is '-' or '.' ? key[i] : '-';
        return safe.ToString();
    }

    private static SentimentCounts CountsOf(long[] table, Voice voice)
    {
        var row = table.AsSpan((int)voice * DigestTally.Labels, DigestTally.Labels);
        return new SentimentCounts(
            row[(int)SentimentLabel.Positive],
            row[(int)SentimentLabel.Neutral],
            row[(int)SentimentLabel.Negative],
            row[(int)SentimentLabel.Mixed],
            row[(int)SentimentLabel.Unsupported]);
    }

    private string Revision()
    {
        var hash = new StableHash(_scope.Fingerprint);
        hash.Add(tally.InputA);
        hash.Add(tally.InputB);
        hash.Add(tally.Read);
        // History is input too.
        foreach (var (table, seed) in new[] { (tally.EarlierHours, 1L), (tally.EarlierDays, 2L) })
        {
            hash.Add(seed);
            foreach (var (key, count) in table.OrderBy(pair => pair.Key))
            {
                hash.Add((long)key);
                hash.Add(count);
            }
        }

        foreach (var count in tally.EarlierShown) hash.Add(count);
        return hash.Value.ToString("x16", CultureInfo.InvariantCulture);
    }

    private long TimesOf(KeptItem item) => 1 + tally.Repeats.GetValueOrDefault(StableHash.Of(item.Id));

    private LocalDate DateOf(KeptItem item) => item.At.InZone(_scope.Zone).Date;

    private DigestItem ToItem(KeptItem item, long times = 1) => IsCritical(item)
        ? item.Voice == Voice.Press ? ToCriticism(item, times) with { Author = NullIfEmpty(item.AuthorName), Link = NullIfEmpty(item.Link) } : ToCriticism(item, times)
        : new DigestItem
        {
            Id = item.Id,
            Platform = item.Platform,
            Voice = item.Voice,
            Label = item.Label,
            At = item.DateOnly ? null : item.At,
            On = DateOf(item),
            Title = item.Title.Length == 0 ? null : _names.InPraise(item.Title),
            Text = _names.InPraise(item.Sentence.Length > 0 ? item.Sentence : item.Text),
            Author = NullIfEmpty(item.AuthorName),
            Link = NullIfEmpty(item.Link),
            Teams = TeamsOf(item),
            People = item.Voice == Voice.Public ? _names.FirstNames(item.People) : [],
            StarPoints = [.. item.Star.Where(slot => slot % 2 == (int)StarDirection.Strengthens).Select(slot => StarNames.Of((StarPoint)(slot / 2), _scope.Profile.Star))],
            Times = times,
            Likes = item.Likes > 0 ? item.Likes : null,
        };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static bool IsCritical(KeptItem item) => item.Label is SentimentLabel.Negative or SentimentLabel.Mixed;

    /// <summary>Without author, link and staff names, whoever wrote it.</summary>
    private DigestItem ToCriticism(KeptItem item, long times = 1) => new()
    {
        Id = ReferenceOf(item),
        Platform = item.Platform,
        Voice = item.Voice,
        Label = item.Label,
        At = item.DateOnly ? null : item.At,
        On = DateOf(item),
        Title = item.Title.Length == 0 ? null : _names.InCriticism(item.Title, item.People),
        Text = _names.InCriticism(item.Sentence.Length > 0 ? item.Sentence : item.Text, item.People),
        Teams = TeamsOf(item),
        StarPoints = [.. item.Star.Where(slot => slot % 2 == (int)StarDirection.Weakens).Select(slot => StarNames.Of((StarPoint)(slot / 2), _scope.Profile.Star))],
        Times = times,
    };

    // A platform's plain number names nobody; an address or a handle does.
    private static string ReferenceOf(KeptItem item)
    {
        var names = item.Id.Contains(':', StringComparison.Ordinal)
            || item.Id.Contains('@', StringComparison.Ordinal)
            || item.Id.Contains('/', StringComparison.Ordinal)
            || (item.Handle.Length >= 3 && item.Id.Contains(item.Handle, StringComparison.OrdinalIgnoreCase));
        return names ? "ref-" + StableHash.Of(item.Id).ToString("x12", CultureInfo.InvariantCulture)[..12] : DigestText.Clean(item.Id, 120);
    }

    private IReadOnlyList<string> TeamsOf(KeptItem item) =>
        [.. item.Teams.Where(id => id != _scope.Audience.Key && _teams.ContainsKey(id)).Select(id => _teams[id])];

    private (List<DigestItem> Best, List<DigestItem> More) Praise()
    {
        // The same words said again, by others, fold into the first: their number tells more than their repetition.
        var (open, times) = (new List<KeptItem>(), new Dictionary<KeptItem, long>(ReferenceEqualityComparer.Instance));
        var (byRepeat, byWords) = (new Dictionary<ulong, KeptItem>(), new Dictionary<ulong, KeptItem>());
        foreach (var item in tally.Praise.Items)
        {
            // Also where the reader saw no repeat: two equal quotations tell nobody anything.
            var words = StableHash.Of(item.Text);
            if ((item.Repeat != 0 && byRepeat.TryGetValue(item.Repeat, out var same)) || byWords.TryGetValue(words, out same))
            {
                times[same] += TimesOf(item);
                continue;
            }

            if (item.Repeat != 0) byRepeat.Add(item.Repeat, item);
            byWords.Add(words, item);

            open.Add(item);
            times[item] = TimesOf(item);
        }

        // "Nothing" and "Great" are counted, and make no reading where there is anything else.
        if (open.Exists(item => item.Text.Length >= LeastToRead)) open.RemoveAll(item => item.Text.Length < LeastToRead);
        var chosen = new List<DigestItem>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (chosen.Count < _scope.Options.Praise && open.Count > 0)
        {
            var best = open[0];
            var bestRank = long.MinValue;
            foreach (var item in open)
            {
                // Varied: another team, another person, another place before more of the same.
                var rank = item.Rank - (15 * seen.GetValueOrDefault("p" + (int)item.Platform));
                foreach (var team in item.Teams) rank -= 60 * seen.GetValueOrDefault("t" + team);
                foreach (var person in item.People) rank -= 80 * seen.GetValueOrDefault("n" + person);
                if (rank > bestRank) (best, bestRank) = (item, rank);
            }

            open.Remove(best);
            Note("p" + (int)best.Platform);
            foreach (var team in best.Teams.Where(team => team != _scope.Audience.Key)) Note("t" + team);
            foreach (var person in best.People) Note("n" + person);
            chosen.Add(ToItem(best, times[best]));
        }

        return (chosen, [.. open.Take(_scope.Options.More).Select(item => ToItem(item, times[item]))]);

        void Note(string key) => seen[key] = seen.GetValueOrDefault(key) + 1;
    }

    /// <summary>Criticism grouped by event: the same words, the same thread, the same page.</summary>
    private List<List<KeptItem>> Events()
    {
        var items = tally.Learn.Items.ToList();
        var parent = new int[items.Count];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            Join(i, "i" + item.Id);
            // Thirty people who answer "Waiting time" to a survey make one point.
            Join(i, "w" + item.Text);
            if (item.Repeat != 0) Join(i, "r" + item.Repeat.ToString(CultureInfo.InvariantCulture));
            if (item.ReplyTo.Length > 0) Join(i, "i" + item.ReplyTo);
            if (item.RepostOf.Length > 0) Join(i, "i" + item.RepostOf);
            if (item.QuoteOf.Length > 0) Join(i, "i" + item.QuoteOf);
            foreach (var link in item.Links)
            {
                if (IsPage(link)) Join(i, "l" + link);
            }

            if (IsPage(item.Link)) Join(i, "l" + item.Link);
        }

        var events = new Dictionary<int, List<KeptItem>>();
        for (var i = 0; i < items.Count; i++)
        {
            var root = Find(i);
            if (!events.TryGetValue(root, out var list)) events[root] = list = [];
            list.Add(items[i]);
        }

        // Most told first; items within are in rank order already.
        return [.. events.Values.OrderByDescending(list => list.Sum(TimesOf)).ThenBy(list => list[0], Comparer<KeptItem>.Default)];

        void Join(int index, string key)
        {
            if (first.TryAdd(key, index)) return;
            var (left, right) = (Find(first[key]), Find(index));
            if (left != right) parent[Math.Max(left, right)] = Math.Min(left, right);
        }

        int Find(int index)
        {
            while (parent[index] != index) index = parent[index] = parent[parent[index]];
            return index;
        }
    }

    // Sharing a site's front page does not make two posts one event.
    private static bool IsPage(string link)
    {
        var host = link.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? -1 : link.IndexOf('/', host + 3);
        return path >= 0 && path < link.Length - 1;
    }

    private Opportunity ToOpportunity(List<KeptItem> items)
    {
        var best = items[0];
        // The same report cut elsewhere tells nothing new.
        var others = items.Skip(1)
            .Where(item => !StartsAlike(item.Text, best.Text))
            .DistinctBy(item => item.Text[..Math.Min(item.Text.Length, AlikeLength)])
            .Select(item => _names.InCriticism(DigestText.Clean(item.Text, Math.Min(200, _scope.Options.QuoteLength)), item.People))
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        var advised = items.Find(item => item.Reply != ReplyAction.None) ?? best;
        return new Opportunity
        {
            Item = ToCriticism(best, TimesOf(best)),
            Mentions = items.Sum(TimesOf),
            Others = others,
            Weakened = [.. items.SelectMany(item => item.Star).Where(slot => slot % 2 == (int)StarDirection.Weakens).Distinct().Order().Select(slot => StarNames.Of((StarPoint)(slot / 2), _scope.Profile.Star))],
            PickedUp = items.Exists(item => tally.Answered.Contains(StableHash.Of(item.Id)) || _scope.Options.Improvements.Any(step => step.MentionId == item.Id && step.Stage > ImprovementStage.Raised)),
            Reply = advised.Reply,
            ReplyReason = _names.InCriticism(advised.ReplyReason, advised.People),
        };
    }

    private static bool StartsAlike(string left, string right) =>
        left == right || (left.Length >= AlikeLength && right.AsSpan().StartsWith(left.AsSpan(0, AlikeLength), StringComparison.OrdinalIgnoreCase));

    private List<StarFigures> Star()
    {
        var points = new List<StarFigures>();
        foreach (var point in Enum.GetValues<StarPoint>())
        {
            var slot = (int)point * 2;
            points.Add(new StarFigures
            {
                Point = point,
                Name = StarNames.Of(point, _scope.Profile.Star),
                Strengthened = tally.Star[slot + (int)StarDirection.Strengthens],
                Weakened = tally.Star[slot + (int)StarDirection.Weakens],
                StrengthenedBy = [.. tally.StarItems[slot + (int)StarDirection.Strengthens].Items.Take(3).Select(item => ToItem(item))],
                WeakenedBy = QuotesCriticism ? [.. tally.StarItems[slot + (int)StarDirection.Weakens].Items.Take(3).Select(item => ToCriticism(item))] : [],
            });
        }

        return points;
    }

    private ListeningFigures Listening(SentimentCounts said) => new()
    {
        LastDay = tally.LastDay,
        ReadInWindow = tally.ReadInWindow,
        Positive = said.Positive,
        Negative = said.Negative,
        ByReturningAuthors = tally.Authors.MentionsOfReturning,
        Authors = tally.Authors.Speaking,
        WithAuthor = tally.Authors.Mentions,
        LastMention = tally.Timed > 0 ? Instant.FromUnixTimeTicks(tally.LastTicks) : null,
        MinutesBetween = tally.Timed > 1 ? (tally.LastTicks - tally.FirstTicks) / NodaConstants.TicksPerMinute / (tally.Timed - 1) : null,
        WordSample = 1L << tally.Words.Level,
    };

    private IReadOnlyList<DigestCount> Words()
    {
        // A trust need not be told that its own name was said.
        var own = new HashSet<string>(StringComparer.Ordinal);
        var profile = _scope.Profile;
        var teams = profile.Teams.Where(team => _scope.Audience.Scope == AudienceScope.Trust || team.Id == _scope.Audience.Key);
        foreach (var name in (string[])[profile.Trust.Name, .. profile.Trust.Aliases, .. profile.Sites.Select(site => site.Name), .. teams.Select(team => team.Name)])
        {
            var stream = TokenStream.Of(name, TextDialect.Neutral);
            foreach (ref readonly var token in stream.Tokens) own.Add(stream.Folded(token).ToString());
        }

        // Of a handful of posts every word is a top word.
        var mentions = tally.Shown.Sum();
        return mentions < LeastForWords ? [] : tally.Words.Top(MostWords, word => word.Length <= 40 && !own.Contains(word), 3);
    }

    private List<DigestCount> DayCounts()
    {
        if (!_scope.Window.IsWholeDays || Period.DaysBetween(_scope.Window.First, _scope.Window.End) > MostDays) return [];
        var days = new List<DigestCount>();
        for (var day = _scope.Window.First; day < _scope.Window.End; day = day.PlusDays(1))
            days.Add(new DigestCount(DigestWindow.Iso(day), tally.Days.GetValueOrDefault(DayNumber(day))));
        return days;
    }

    private List<DigestCount> Authors() => !_scope.Wanted.RankAuthors ? [] :
    [
        .. tally.Authors.ByMentions
            .Where(pair => pair.Value > 0 && tally.Names.ContainsKey(pair.Key))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => tally.Names[pair.Key], StringComparer.Ordinal)
            .Take(10)
            .Select(pair => new DigestCount(tally.Names[pair.Key], pair.Value)),
    ];

    private List<DigestItem> Colleagues() =>
    [
        .. tally.Colleagues.Items
            .Where(item => item.Voice == Voice.Press || !IsCritical(item))
            .Where(item => !tally.Celebrations.Items.Take(MostCelebrations).Any(shown => shown.Id == item.Id && shown.Platform == item.Platform))
            .Take(MostColleagues)
            .Select(item => ToItem(item, TimesOf(item))),
    ];

    private static int DayNumber(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);
}

using System.Globalization;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;

namespace Engagement.Digests;

/// <summary>Makes the digest of a tally. Reads it, never changes it.</summary>
internal sealed partial class DigestComposer(DigestTally tally)
{
    private const int MostHashtags = 10;
    private const int MostLinks = 5;

    private readonly DigestScope _scope = tally.Scope;
    private readonly ShownItems _items = new(tally.Scope);

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
        var criticism = new CriticismEvents(tally, _items);
        var events = QuotesCriticism ? criticism.All() : [];
        var clear = events.Count(found => found.IsClear);
        var told = Math.Min(_scope.Options.Opportunities, clear > 0 ? clear : events.Count);
        var (praise, morePraise) = new PraiseChoice(tally, _items).Choose();
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
            Learn = [.. events.Take(told).Select(criticism.Show)],
            MoreToLearn = [.. events.Skip(told).Take(_scope.Options.More).Select(criticism.Show)],
            FurtherOpportunities = events.Count - told,
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
            Peaks = new PeakFinder(tally, _items).Find(),
            Campaigns = new CampaignComposer(tally, _items).Compose(),
            Chats = new ChatComposer(tally, _items).Compose(),
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
}

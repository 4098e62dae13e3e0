using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Text;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Digests;

/// <summary>Hand-made feedback of an invented trust, so that the digest can be tested without the stages before it.</summary>
internal static class FeedbackSamples
{
    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Monday 9 to Sunday 15 November 2026.</summary>
    public static readonly DigestWindow Week = DigestWindow.Week(2026, 11, 9);

    public static TrustProfile Profile { get; } = new()
    {
        Trust = new Trust { Id = "fellside", Name = "Fellside NHS Trust", Zone = London },
        Teams =
        [
            new Team { Id = "ward-7", Name = "Ward 7" },
            new Team { Id = "bay-b", Name = "Ward 7, bay B", Parent = "ward-7" },
            new Team { Id = "maternity", Name = "Maternity" },
        ],
        People =
        [
            new Person { Id = "dembe", Name = "Dembe Raistrick", Team = "ward-7", Accounts = [new Account(Platform.X, "DembeR")] },
            new Person { Id = "helena", Name = "Helena Roxburn", IsLeader = true, Accounts = [new Account(Platform.X, "HelenaRoxburn")] },
        ],
        Campaigns = [new Campaign("heroes", "Fellside Heroes", "FellsideHeroes", null, null)],
        Chats = [new Chat("chat", "Fellside Chat", "FellChat")],
        Audiences = [new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust }, new AudienceOptions { Id = "ward-7", Scope = AudienceScope.Team, Of = "ward-7" }],
    };

    public static Instant At(int day, int hour = 12, int minute = 0) => new LocalDateTime(2026, 11, day, hour, minute).InZoneStrictly(London).ToInstant();

    public static Feedback Make(
        string id,
        string text = "The staff were kind.",
        SentimentLabel label = SentimentLabel.Positive,
        Instant? at = null,
        Voice voice = Voice.Public,
        string? author = "somebody",
        string[]? teams = null,
        string[]? people = null,
        long? followers = null,
        int severity = 0,
        (StarPoint Point, StarDirection Direction, string Words)[]? star = null,
        string[]? campaigns = null,
        string[]? hashtags = null,
        string[]? links = null,
        string? replyTo = null,
        string? quoteOf = null,
        string? repeatKey = null,
        string? link = null,
        string? title = null,
        long? likes = null,
        Platform platform = Platform.X,
        Redaction[]? redactions = null,
        string? original = null,
        ReplyAdvice? reply = null,
        double? negative = null,
        string[]? worse = null,
        double confidence = 0.8)
    {
        var score = label switch { SentimentLabel.Positive => 0.8, SentimentLabel.Negative => -0.8, _ => 0 };
        var felt = negative ?? ((1 - score) / 2);
        return new Feedback
        {
            Mention = new Mention
            {
                Id = id,
                Platform = platform,
                Text = original ?? text,
                Title = title,
                Author = author is null ? null : new Author { Handle = author, DisplayName = author, Followers = followers },
                Published = at ?? At(10),
                ReplyTo = replyTo,
                QuoteOf = quoteOf,
                Link = link,
                Counts = likes is null ? null : new MentionCounts { Likes = likes },
            },
            Voice = voice,
            Routing = new Routing
            {
                Routes =
                [
                    .. (teams ?? []).Select(team => new Route(RouteKind.Team, team, RouteReason.Alias, [])),
                    .. (people ?? []).Select(person => new Route(RouteKind.Person, person, RouteReason.Name, [])),
                ],
            },
            Campaigns = campaigns ?? [],
            Sentiment = new SentimentScore { Label = label, Score = score, Margin = score, Probabilities = new SentimentProbabilities(felt, 0, 1 - felt), Evidence = [.. (worse ?? []).Select(words => new SentimentEvidence(new Evidence(MentionField.Text, SpanOf(original ?? text, words)), -1))] },
            Star =
            [
                .. (star ?? []).Select(finding => new StarFinding
                {
                    Point = finding.Point,
                    Direction = finding.Direction,
                    Confidence = confidence,
                    Evidence = [new StarEvidence(new Evidence(MentionField.Text, SpanOf(original ?? text, finding.Words)), 1)],
                }),
            ],
            Urgency = severity == 0 ? Urgency.None : new Urgency { Findings = [new UrgencyFinding(UrgencyKind.SelfHarm, severity, "rule", [])] },
            Reply = reply ?? ReplyAdvice.None,
            Title = title is null ? null : new RedactedText(title, []),
            Text = new RedactedText(text, redactions ?? []),
            Hashtags = hashtags ?? [],
            Links = links ?? [],
            RepeatKey = repeatKey,
        };
    }

    public static Digest Build(IEnumerable<Feedback> feedback, Audience? audience = null, DigestWindow? window = null, DigestOptions? options = null, TrustProfile? profile = null)
    {
        var builder = new DigestBuilder(profile ?? Profile, audience ?? Audience.Trust(), window ?? Week, options);
        foreach (var item in feedback) builder.Add(item);
        return builder.Build();
    }

    private static TextSpan SpanOf(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}

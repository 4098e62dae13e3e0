using System.Runtime.CompilerServices;
using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Queries;
using Engagement.Reading;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Text;
using Engagement.Triage;

namespace Engagement;

/// <summary>
/// Understands mentions: reads the words once, matches the queries of all stages in one pass, and lets each stage say what it found.
/// Immutable and thread-safe; <see cref="Read(Mention)"/> is pure.
/// </summary>
public sealed class FeedbackReader
{
    private readonly TrustProfile _profile;
    private readonly FeedbackReaderOptions _options;
    private readonly IMentionParser _parser;
    private readonly ISentimentScorer _scorer;
    private readonly IStarMapper _star;
    private readonly UrgencyAssessor _urgency;
    private readonly NoticeDetector _notices;
    private readonly Router _router;
    private readonly VoiceResolver _voices;
    private readonly TaggedCampaigns _campaigns;
    private readonly QuerySet _queries;
    private readonly StageSlice _standing;
    private readonly StageSlice _routing;
    private readonly StageSlice _starring;
    private readonly StageSlice _triage;
    private readonly StageSlice _noticing;
    private readonly SpareWorkspace _spare = new();

    private FeedbackReader(TrustProfile profile, FeedbackReaderOptions options)
    {
        _profile = profile;
        _options = options;
        _parser = options.Parser ?? MentionParser.Default;
        _scorer = options.Scorer ?? HybridSentimentScorer.Create(profile.Lexicon);
        _star = options.StarMapper ?? StarMapper.Create(profile.Star);
        _urgency = UrgencyAssessor.Create(profile.Triage);
        _notices = NoticeDetector.Create(profile.Notices);
        _router = new Router(profile.Trust, profile.Sites, profile.Teams, profile.People);
        _voices = new VoiceResolver(profile.Trust, profile.Sites, profile.Teams, profile.People, profile.Press);
        _campaigns = new TaggedCampaigns(profile);

        // One set for all stages: the words of a mention are looked up once, whoever asks for them.
        var queries = new List<KeyedQuery>();
        _standing = Register(queries, "query", profile.Queries.Select(query => new KeyedQuery(query.Id, query.Query)));
        _routing = Register(queries, "route", ((IRuleStage)_router).Queries);
        _starring = Register(queries, "star", (_star as IRuleStage)?.Queries ?? []);
        _triage = Register(queries, "triage", ((IRuleStage)_urgency).Queries);
        _noticing = Register(queries, "notice", ((IRuleStage)_notices).Queries);
        _queries = QuerySet.Create(queries);
    }

    /// <summary>A reader for a trust.</summary>
    /// <param name="profile">The trust's profile.</param>
    /// <param name="options">Stages of the host's own; null for the library's.</param>
    public static FeedbackReader Create(TrustProfile profile, FeedbackReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        options ??= new FeedbackReaderOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RepeatHorizon, 1);
        return new FeedbackReader(profile, options);
    }

    /// <summary>Understands one mention. Never throws on text.</summary>
    public Feedback Read(Mention mention)
    {
        var workspace = _spare.Take();
        var feedback = Read(mention, workspace);
        _spare.Return(workspace);
        return feedback;
    }

    /// <summary>Understands one mention with buffers of the caller; the result is the caller's to keep.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="workspace">Buffers of this thread.</param>
    public Feedback Read(Mention mention, ReadingWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(workspace);
        return Understand(_parser.Parse(mention, workspace), workspace);
    }

    /// <summary>
    /// Understands mention after mention as they come. The urgent sink is called the moment an urgent mention is read, before the next
    /// one is; if it throws, the failure comes back with the mention and reading goes on. One outcome an item, in the order of the source.
    /// The first version of an id that is read stands for all, and a newer one is marked; a repost that comes first stands for its original, which is marked
    /// too. To have the newest version and the original stand, read the source twice.
    /// </summary>
    /// <param name="source">Outcomes of a source; problems are passed on.</param>
    /// <param name="urgentSink">Takes what cannot wait. A repeat of an urgent mention that was delivered is not delivered again, but the original of a repost is.</param>
    /// <param name="cancellationToken">Stops the reading between two items.</param>
    public IAsyncEnumerable<ReadOutcome> ReadAllAsync(
        IAsyncEnumerable<SourceOutcome> source, IUrgentMentionSink urgentSink, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(urgentSink);
        return ReadAsync(source, urgentSink, new RepeatFolder(_options.RepeatHorizon), cancellationToken);
    }

    /// <summary>As the other, of a source that was read once before: the newest version of an id stands for all, an original for its reposts, and the others are their repeats.</summary>
    /// <param name="source">Outcomes of a source; problems are passed on.</param>
    /// <param name="urgentSink">Takes what cannot wait, older versions too: whoever wrote one may need help.</param>
    /// <param name="versions">What every mention of the source was added to, in the same order.</param>
    /// <param name="cancellationToken">Stops the reading between two items.</param>
    public IAsyncEnumerable<ReadOutcome> ReadAllAsync(
        IAsyncEnumerable<SourceOutcome> source, IUrgentMentionSink urgentSink, NewestVersions versions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(urgentSink);
        return ReadAsync(source, urgentSink, new RepeatFolder(_options.RepeatHorizon, versions), cancellationToken);
    }

    private async IAsyncEnumerable<ReadOutcome> ReadAsync(
        IAsyncEnumerable<SourceOutcome> source, IUrgentMentionSink urgentSink, RepeatFolder repeats, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var workspace = new ReadingWorkspace();
        await foreach (var item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (item.Problem is { } problem)
            {
                yield return new ReadOutcome { Problem = problem };
                continue;
            }

            var parsed = _parser.Parse(item.Mention!, workspace);
            var verdict = repeats.Add(parsed);
            var feedback = Understand(parsed, workspace);
            Exception? undelivered = null;
            if (feedback.Urgency.IsUrgent && !repeats.WasDelivered)
            {
                undelivered = await TryDeliverAsync(urgentSink, feedback, cancellationToken).ConfigureAwait(false);
                if (undelivered is null) repeats.MarkDelivered();
            }

            yield return new ReadOutcome
            {
                Feedback = feedback,
                RepeatOf = verdict.IsRepeat ? verdict.OriginalId : null,
                RepeatKind = verdict.Kind,
                IsNewerVersion = verdict.IsNewerVersion,
                UndeliveredBecause = undelivered,
            };
        }
    }

    private Feedback Understand(ParsedMention parsed, ReadingWorkspace workspace)
    {
        var mention = parsed.Mention;
        var sentiment = _scorer is HybridSentimentScorer hybrid ? hybrid.Score(parsed, workspace) : _scorer.Score(parsed);
        var hits = _queries.Match(parsed, workspace);
        var routing = _router.Interpret(parsed, _routing.Of(hits));
        var star = _star is StarMapper own ? own.Interpret(parsed, sentiment, _starring.Of(hits), workspace) : _star.Map(parsed, sentiment);
        var urgency = _urgency.Interpret(parsed, sentiment, _triage.Of(hits));
        return new Feedback
        {
            Mention = mention,
            Voice = _voices.Of(mention),
            Routing = routing,
            Queries = StandingMatches(_standing.Of(hits)),
            Campaigns = _campaigns.Of(parsed),
            Sentiment = sentiment,
            Star = star,
            Urgency = urgency,
            Notice = _notices.Interpret(sentiment, _noticing.Of(hits)),
            Reply = ReplyAdvisor.Advise(parsed, sentiment, urgency),
            Title = string.IsNullOrEmpty(mention.Title) ? null : Redact(parsed, MentionField.Title, sentiment, routing),
            Text = Redact(parsed, MentionField.Text, sentiment, routing),
            Hashtags = FeedbackEntities.HashtagsOf(parsed),
            Links = FeedbackEntities.LinksOf(parsed),
            RepeatKey = RepeatKey.Of(parsed),
        };
    }

    private static async ValueTask<Exception?> TryDeliverAsync(IUrgentMentionSink sink, Feedback feedback, CancellationToken cancellationToken)
    {
        try
        {
            await sink.DeliverAsync(feedback, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            // Whatever the sink throws, the mention is not lost: it goes back to the host with the reason.
            return failure;
        }
    }

    // Praise keeps the names of those it is about; criticism is about what happened, not about whom.
    private RedactedText Redact(ParsedMention parsed, MentionField field, SentimentScore sentiment, Routing routing)
    {
        List<NameSpan>? names = null;
        if (sentiment.Label is SentimentLabel.Negative or SentimentLabel.Mixed)
        {
            foreach (var route in routing.Routes)
            {
                if (route is not { Kind: RouteKind.Person, Reason: RouteReason.Name }) continue;
                foreach (var evidence in route.Evidence)
                {
                    if (evidence.Field == field) (names ??= []).Add(new NameSpan(evidence.Span));
                }
            }
        }

        return Redactor.Default.Redact(parsed, field, _profile.Privacy, names);
    }

    private QueryMatch[] StandingMatches(QueryHits hits)
    {
        if (hits.Ordinals.IsEmpty) return [];
        var matches = new QueryMatch[hits.Ordinals.Length];
        for (var i = 0; i < matches.Length; i++) matches[i] = new QueryMatch(_profile.Queries[hits.Ordinals[i]].Id, hits.EvidenceOf(hits.Ordinals[i]));
        return matches;
    }

    private static StageSlice Register(List<KeyedQuery> queries, string stage, IEnumerable<KeyedQuery> own)
    {
        var first = queries.Count;
        queries.AddRange(own.Select(query => query with { Id = stage + "/" + query.Id }));
        return new StageSlice(first, queries.Count - first);
    }

    private readonly record struct StageSlice(int First, int Count)
    {
        public QueryHits Of(QueryHits hits) => hits.Slice(First, Count);
    }
}

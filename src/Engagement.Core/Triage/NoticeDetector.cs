using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// Tells adverts and announcements from what people lived through, by rules over words. A complaint is never taken for a notice,
/// whatever its words: a vacancy that nobody answers for is feedback. Thread-safe and pure.
/// </summary>
public sealed class NoticeDetector : IRuleStage
{
    private readonly IReadOnlyList<NoticeRule> _rules;
    private readonly KeyedQuery[] _queries;
    private readonly Lazy<QuerySet> _set;
    private readonly SpareWorkspace _spare = new();

    private NoticeDetector(IReadOnlyList<NoticeRule> rules)
    {
        _rules = rules;
        _queries = rules.Select(rule => new KeyedQuery(rule.Id, rule.Query)).ToArray();
        _set = new Lazy<QuerySet>(() => QuerySet.Create(_queries));
    }

    /// <summary>A detector with the shipped rules and a trust's own changes.</summary>
    /// <param name="overrides">Rules added, replaced or switched off; null for none.</param>
    /// <exception cref="ArgumentException">An override is broken: an empty or repeated id, or a switched-off rule that does not exist. The message lists every fault.</exception>
    public static NoticeDetector Create(NoticeOverrides? overrides = null) => new(NoticeRuleBook.Create(overrides));

    IReadOnlyList<KeyedQuery> IRuleStage.Queries => _queries;

    /// <summary>The notice that a mention is; null when it is none.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="sentiment">How it feels: what is negative or mixed is no notice.</param>
    public Notice? Detect(ParsedMention mention, SentimentScore sentiment)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        var workspace = _spare.Take();
        var notice = Interpret(sentiment, _set.Value.Match(mention, workspace));
        _spare.Return(workspace);
        return notice;
    }

    /// <summary>The notice, from hits of this stage's own queries.</summary>
    internal Notice? Interpret(SentimentScore sentiment, QueryHits hits)
    {
        if (hits.Ordinals.IsEmpty || sentiment.Label is SentimentLabel.Negative or SentimentLabel.Mixed) return null;
        var ordinal = hits.Ordinals[0];
        var rule = _rules[ordinal];
        return new Notice(rule.Kind, rule.Id, hits.EvidenceOf(ordinal));
    }
}

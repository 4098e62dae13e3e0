using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// Tells what cannot wait for a digest, by rules over words and by learned weights for wordings that no rule knows. It is NOT a crisis
/// detector: of texts of severity 4 and 5 by writers it had not learned from it missed about one in six (benchmarks/Engagement.Accuracy,
/// Corpora/triage), and it must never be the only route by which people in danger are noticed. Thread-safe and pure.
/// </summary>
public sealed class UrgencyAssessor : IRuleStage
{
    // A rule of the book is doubted when the learned part is this far from urgent, one of severity 5 only when it is twice as far:
    // "the parking machine swallowed my card". In a longer text the one grave statement does not weigh enough for such a verdict.
    private const double DoubtBelow = -2;
    private const int LongestDoubted = 60;

    // So much further must a text be on the urgent side that comes out as praise, "the choir finished me off"; a long one, whose many
    // harmless words add up, is left to the rules.
    private const double PraiseCaution = 2;

    // And so much further one without feeling, "A4 a line for it on the handover sheet".
    private const double FlatCaution = 1;

    private readonly TriageRuleBook _book;
    private readonly KeyedQuery[] _queries;
    private readonly Lazy<QuerySet> _set;
    private readonly TriageModel? _model;
    private readonly SpareWorkspace _spare = new();

    private UrgencyAssessor(TriageRuleBook book, TriageModel? model)
    {
        _book = book;
        _model = book.UsesModel ? model : null;
        _queries = book.Entries.Select(entry => new KeyedQuery(entry.Id, entry.Query)).ToArray();
        _set = new Lazy<QuerySet>(() => QuerySet.Create(_queries));
    }

    /// <summary>An assessor with the shipped rules and weights, and a trust's own changes.</summary>
    /// <param name="overrides">Rules added, replaced or switched off; null for none. The id <c>model</c> switches the learned part off.</param>
    /// <exception cref="ArgumentException">An override is broken: an empty or repeated id, a severity not from 1 to 5, or a switched-off rule that does not exist. The message lists every fault.</exception>
    public static UrgencyAssessor Create(TriageOverrides? overrides = null) => Create(overrides, TriageModel.Shipped);

    /// <summary>An assessor with other learned weights, or with none: rules alone.</summary>
    internal static UrgencyAssessor Create(TriageOverrides? overrides, TriageModel? model) => new(TriageRuleBook.Create(overrides), model);

    IReadOnlyList<KeyedQuery> IRuleStage.Queries => _queries;

    /// <summary>What was found, the gravest first; <see cref="Urgency.None"/> when nothing was.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="sentiment">How it feels.</param>
    public Urgency Assess(ParsedMention mention, SentimentScore sentiment)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        var workspace = _spare.Take();
        var urgency = Interpret(mention, sentiment, _set.Value.Match(mention, workspace));
        _spare.Return(workspace);
        return urgency;
    }

    /// <summary>What was found, from hits of this stage's own queries.</summary>
    internal Urgency Interpret(ParsedMention mention, SentimentScore sentiment, QueryHits hits)
    {
        var words = 0;
        var margin = _model?.MarginOf(mention, out words) ?? 0;
        var findings = AnySerious(hits) ? ByRules(mention, hits, words > LongestDoubted ? 0 : margin) : null;
        var isUrgent = sentiment.Label switch
        {
            SentimentLabel.Positive => margin > PraiseCaution && words <= LongestDoubted,
            SentimentLabel.Neutral => margin > FlatCaution,
            _ => margin > 0,
        };
        if (_model is not null && isUrgent) _model.Explain(mention, findings ??= []);
        if (findings is null or []) return Urgency.None;
        return new Urgency
        {
            Findings = findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Kind)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
                .ToArray(),
        };
    }

    private List<UrgencyFinding> ByRules(ParsedMention mention, QueryHits hits, double margin)
    {
        var read = new (TriageEntry Entry, IReadOnlyList<Evidence> Evidence)[hits.Ordinals.Length];
        for (var i = 0; i < read.Length; i++) read[i] = (_book.Entries[hits.Ordinals[i]], hits.EvidenceOf(hits.Ordinals[i]));

        var findings = new List<UrgencyFinding>();
        foreach (var (entry, evidence) in read)
        {
            if (entry.Kind is not { } kind || entry.Severity < 2 || evidence.Count == 0) continue;
            if (IsFigureOfSpeech(kind, evidence, read)) continue;
            var severity = IsTalk(mention, kind, evidence, read) ? 1 : IsDoubted(entry, margin) ? 2 : entry.Severity;
            findings.Add(new UrgencyFinding(kind, severity, entry.Id, evidence));
        }

        return findings;
    }

    private static bool IsDoubted(TriageEntry entry, double margin) =>
        !entry.IsOwn && margin < (entry.Severity == 5 ? 2 * DoubtBelow : DoubtBelow);

    private bool AnySerious(QueryHits hits)
    {
        foreach (var ordinal in hits.Ordinals)
        {
            if (_book.Entries[ordinal].Severity > 1) return true;
        }

        return false;
    }

    private static bool IsFigureOfSpeech(UrgencyKind kind, IReadOnlyList<Evidence> evidence, (TriageEntry Entry, IReadOnlyList<Evidence> Evidence)[] read)
    {
        foreach (var (entry, figure) in read)
        {
            if (entry.Severity != 0 || (entry.Kind is { } only && only != kind)) continue;
            if (evidence.Any(words => figure.Any(part => part.Field == words.Field && part.Span.Overlaps(words.Span)))) return true;
        }

        return false;
    }

    private static bool IsTalk(ParsedMention mention, UrgencyKind kind, IReadOnlyList<Evidence> evidence, (TriageEntry Entry, IReadOnlyList<Evidence> Evidence)[] read)
    {
        foreach (var (entry, talk) in read)
        {
            if (entry.Severity != 1 || (entry.Kind is { } only && only != kind)) continue;
            if (talk.Any(part => evidence.Any(words => SameSentence(mention, part, words)))) return true;
        }

        return false;
    }

    private static bool SameSentence(ParsedMention mention, Evidence one, Evidence other)
    {
        if (one.Field != other.Field) return false;
        var stream = mention.StreamOf(one.Field);
        var from = Math.Min(one.Span.End, other.Span.End);
        var to = Math.Max(one.Span.Start, other.Span.Start);
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Start >= to) break;
            if (token.Start < from) continue;
            if ((token.Flags & TokenFlags.NewlineBefore) != 0) return false;
            if (token.Kind == TokenKind.Punctuation && stream.Folded(token) is [var c, ..] && c is '.' or '!' or '?' or ';') return false;
        }

        return true;
    }
}

using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// Tells what cannot wait for a digest, by rules over words. It is NOT a crisis detector: it misses people in danger who say so in
/// words that no rule knows, and it must never be the only route by which they are noticed. (Rows by an author who had not seen the rules:
/// at first sight it found 29 % of the grave ones.) Thread-safe and pure.
/// </summary>
public sealed class UrgencyAssessor : IRuleStage
{
    private readonly TriageRuleBook _book;
    private readonly KeyedQuery[] _queries;
    private readonly Lazy<QuerySet> _set;

    private UrgencyAssessor(TriageRuleBook book)
    {
        _book = book;
        _queries = book.Entries.Select(entry => new KeyedQuery(entry.Id, entry.Query)).ToArray();
        _set = new Lazy<QuerySet>(() => QuerySet.Create(_queries));
    }

    /// <summary>An assessor with the shipped rules and a trust's own changes.</summary>
    /// <param name="overrides">Rules added, replaced or switched off; null for none.</param>
    /// <exception cref="ArgumentException">An override is broken: an empty or repeated id, a severity not from 1 to 5, or a switched-off rule that does not exist. The message lists every fault.</exception>
    public static UrgencyAssessor Create(TriageOverrides? overrides = null) => new(TriageRuleBook.Create(overrides));

    IReadOnlyList<KeyedQuery> IRuleStage.Queries => _queries;

    /// <summary>What was found, the gravest first; <see cref="Urgency.None"/> when nothing was.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="sentiment">How it feels.</param>
    public Urgency Assess(ParsedMention mention, SentimentScore sentiment)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        return Interpret(mention, sentiment, _set.Value.Match(mention, new ReadingWorkspace()));
    }

    /// <summary>What was found, from hits of this stage's own queries.</summary>
    internal Urgency Interpret(ParsedMention mention, SentimentScore sentiment, QueryHits hits)
    {
        _ = sentiment; // Part of the stage's form; grave statements are often made without a feeling word.
        if (!AnySerious(hits)) return Urgency.None;

        var read = new (TriageEntry Entry, IReadOnlyList<Evidence> Evidence)[hits.Ordinals.Length];
        for (var i = 0; i < read.Length; i++) read[i] = (_book.Entries[hits.Ordinals[i]], hits.EvidenceOf(hits.Ordinals[i]));

        var findings = new List<UrgencyFinding>();
        foreach (var (entry, evidence) in read)
        {
            if (entry.Kind is not { } kind || entry.Severity < 2 || evidence.Count == 0) continue;
            if (IsFigureOfSpeech(kind, evidence, read)) continue;
            findings.Add(new UrgencyFinding(kind, IsTalk(mention, kind, evidence, read) ? 1 : entry.Severity, entry.Id, evidence));
        }

        if (findings.Count == 0) return Urgency.None;
        return new Urgency
        {
            Findings = findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Kind)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
                .ToArray(),
        };
    }

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

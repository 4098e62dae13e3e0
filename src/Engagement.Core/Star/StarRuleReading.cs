using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>Which of the matched rules count: those whose words lie in one clause and are not denied, wished for or asked about.</summary>
internal static class StarRuleReading
{
    // How far before a hit a negation or wish still bears on it, in words.
    private const int Reach = 3;

    /// <summary>Adds the rules that count, in the order of the rules.</summary>
    public static void Read(StarRuleBook book, ParsedMention mention, SentimentScore sentiment, QueryHits hits, List<StarHit> counted)
    {
        foreach (var ordinal in hits.Ordinals)
        {
            var rule = book.Rules[ordinal];
            var evidence = hits.EvidenceOf(ordinal);
            if (evidence.Count == 0) continue;
            if (rule.Scope == StarRuleScope.Clause && !InOneClause(mention, evidence)) continue;
            if (DirectionOf(rule, sentiment, evidence) is not { } direction) continue;
            if (direction == StarDirection.Strengthens && IsTakenBack(book, mention, evidence)) continue;
            counted.Add(new StarHit(rule, StarLabel.Of(rule.Point, direction), book.KeyOf(ordinal, direction), evidence));
        }
    }

    private static StarDirection? DirectionOf(StarRule rule, SentimentScore sentiment, IReadOnlyList<Evidence> evidence)
    {
        if (rule.Direction is { } given) return given;
        var score = 0.0;
        foreach (var clause in sentiment.Clauses)
        {
            foreach (var words in evidence)
            {
                if (words.Field != clause.Clause.Field || !words.Span.Overlaps(clause.Clause.Span)) continue;
                score += clause.Score;
                break;
            }
        }

        return score > 0 ? StarDirection.Strengthens : score < 0 ? StarDirection.Weakens : null;
    }

    /// <summary>No mark that ends a sentence stands between the first word and the last.</summary>
    private static bool InOneClause(ParsedMention mention, IReadOnlyList<Evidence> evidence)
    {
        var field = evidence[0].Field;
        var (start, end) = (int.MaxValue, 0);
        foreach (var words in evidence)
        {
            if (words.Field != field) return false;
            start = Math.Min(start, words.Span.Start);
            end = Math.Max(end, words.Span.End);
        }

        var stream = mention.StreamOf(field);
        for (var i = IndexAt(stream, start); i < stream.Count && stream[i].End < end; i++)
        {
            if (StarSentences.EndsSentence(stream, i)) return false;
        }

        return true;
    }

    private static bool IsTakenBack(StarRuleBook book, ParsedMention mention, IReadOnlyList<Evidence> evidence)
    {
        var first = evidence[0];
        var stream = mention.StreamOf(first.Field);
        var index = IndexAt(stream, first.Span.Start);
        var words = 0;
        for (var i = index - 1; i >= 0 && words < Reach && !StarSentences.EndsSentence(stream, i); i--)
        {
            ref readonly var token = ref stream[i];
            if (!token.TakesPosition) continue;
            words++;
            if (book.Negations.Contains(token.Hash) || book.Wishes.Contains(token.Hash)) return true;
        }

        for (var i = index; i < stream.Count; i++)
        {
            if (!StarSentences.EndsSentence(stream, i)) continue;
            return stream[i].Kind == TokenKind.Punctuation && stream.Folded(stream[i])[0] == '?';
        }

        return false;
    }

    /// <summary>Index of the first token that ends after <paramref name="offset"/>.</summary>
    private static int IndexAt(TokenStream stream, int offset)
    {
        var (low, high) = (0, stream.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (stream[middle].End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

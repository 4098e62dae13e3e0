using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// Shares out a label's margin over the words of the text: what a rule adds is spread evenly over its words, what was
/// learned as <see cref="StarParts"/> does; neighbours that speak for the label become one span, and spans that add next to nothing are
/// left out.
/// </summary>
internal static class StarEvidenceSum
{
    // A span is shown when it adds at least this part of what the strongest one adds.
    private const double Floor = 0.15;

    public static StarEvidence[] Of(StarModel model, StarFeatures features, StarParts parts, List<StarHit> hits, ParsedMention mention, int label, double unit)
    {
        var title = mention.Title.Count;
        var words = parts.Words(title + mention.Text.Count);
        parts.Share(model, features, label, unit, words);
        foreach (var hit in hits)
        {
            var weight = StarSum.RuleWeight(model, hit, label, unit);
            if (weight == 0) continue;
            foreach (var part in hit.Evidence) Spread(mention, words, part.Field, part.Span.Start, part.Span.End, weight / hit.Evidence.Count);
        }

        var evidence = parts.Evidence;
        evidence.Clear();
        Collect(mention.Title, MentionField.Title, words[..title], evidence);
        Collect(mention.Text, MentionField.Text, words[title..], evidence);
        var strongest = 0.0;
        foreach (var part in evidence) strongest = Math.Max(strongest, part.Contribution);
        evidence.RemoveAll(part => part.Contribution < strongest * Floor);
        return [.. evidence];
    }

    private static void Spread(ParsedMention mention, Span<double> words, MentionField field, int start, int end, double weight)
    {
        if (field is not (MentionField.Title or MentionField.Text)) return;
        var stream = mention.StreamOf(field);
        var offset = field == MentionField.Title ? 0 : mention.Title.Count;
        var first = IndexAt(stream, start);
        var last = first;
        var count = 0;
        for (; last < stream.Count && stream[last].Start < end; last++) count += stream[last].TakesPosition ? 1 : 0;
        for (var i = first; i < last; i++)
        {
            if (stream[i].TakesPosition) words[offset + i] += weight / count;
        }
    }

    private static void Collect(TokenStream stream, MentionField field, ReadOnlySpan<double> words, List<StarEvidence> evidence)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] <= 0) continue;
            var last = i;
            var sum = words[i];
            while (last + 1 < words.Length && words[last + 1] > 0) sum += words[++last];
            evidence.Add(new StarEvidence(new Evidence(field, new TextSpan(stream[i].Start, stream[last].End)), sum));
            i = last;
        }
    }

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

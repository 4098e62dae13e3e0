using Engagement.Mentions;

namespace Engagement.Star;

/// <summary>Sums what speaks for each point and direction, and says which sums are findings.</summary>
internal static class StarSum
{
    /// <summary>What a rule of strength 1 adds to a margin.</summary>
    public const double RuleScale = 4;

    /// <summary>The margin of a text that says nothing, by rules alone: a rule of strength 1 lifts it to <c>+2</c>.</summary>
    public const double Baseline = -2;

    /// <summary>The findings by rules alone.</summary>
    public static IReadOnlyList<StarFinding> OfRules(List<StarHit> hits)
    {
        Span<double> margins = stackalloc double[StarLabel.Count];
        margins.Fill(Baseline);
        foreach (var hit in hits) margins[hit.Label] += hit.Rule.Strength * RuleScale;

        var findings = new List<StarFinding>();
        for (var label = 0; label < StarLabel.Count; label++)
        {
            if (margins[label] <= 0) continue;
            findings.Add(new StarFinding
            {
                Point = StarLabel.PointOf(label),
                Direction = StarLabel.DirectionOf(label),
                Confidence = Probability(margins[label]),
                Evidence = EvidenceOf(hits, label),
                Rules = RulesOf(hits, label),
            });
        }

        return findings;
    }

    /// <summary>The findings by rules and learned weights.</summary>
    public static IReadOnlyList<StarFinding> Of(StarModel model, StarFeatures features, StarParts parts, List<StarHit> hits, ParsedMention mention, int clauses)
    {
        Span<double> margins = stackalloc double[StarLabel.Count];
        model.Baseline.CopyTo(margins);
        parts.Clear();
        var sink = new StarMarginSink(model, parts);
        features.Visit(ref sink);
        foreach (var hit in hits) sink.Text(hit.Key);
        sink.AddTo(parts.Sums);
        var unit = StarModel.Unit * StarScale.OfWords(features.WordCount);

        for (var label = 0; label < StarLabel.Count; label++) margins[label] += parts.Sums[label] * unit;
        foreach (var hit in hits)
        {
            if (model.RowOf(hit.Key) < 0) margins[hit.Label] += hit.Rule.Strength * RuleScale;
        }

        List<StarFinding>? findings = null;
        for (var label = 0; label < StarLabel.Count; label++)
        {
            if (margins[label] <= model.Thresholds[label] || IsOverruled(model, margins, label, clauses)) continue;
            var evidence = StarEvidenceSum.Of(model, features, parts, hits, mention, label, unit);
            if (evidence.Length == 0) continue;
            (findings ??= []).Add(new StarFinding
            {
                Point = StarLabel.PointOf(label),
                Direction = StarLabel.DirectionOf(label),
                Confidence = Probability(margins[label]),
                Evidence = evidence,
                Rules = RulesOf(hits, label),
            });
        }

        return findings ?? (IReadOnlyList<StarFinding>)[];
    }

    /// <summary>
    /// One point in both directions needs better grounds than one: the weaker direction stands only when it is likelier than not, and never in
    /// a text of a single clause, which says one thing of a point.
    /// </summary>
    private static bool IsOverruled(StarModel model, ReadOnlySpan<double> margins, int label, int clauses)
    {
        var other = label ^ 1;
        return margins[other] > model.Thresholds[other]
            && margins[label] - model.Thresholds[label] < margins[other] - model.Thresholds[other]
            && (margins[label] <= 0 || clauses < 2);
    }

    /// <summary>What a rule adds to a label's margin: what was learned of it, or for a trust's own rule its strength.</summary>
    public static double RuleWeight(StarModel model, StarHit hit, int label, double unit)
    {
        var row = model.RowOf(hit.Key);
        if (row >= 0) return model.WeightAt(row, label) * unit;
        return hit.Label == label ? hit.Rule.Strength * RuleScale : 0;
    }

    /// <summary>The logistic function of a margin.</summary>
    public static double Probability(double margin) => 1 / (1 + Math.Exp(-margin));

    private static string[] RulesOf(List<StarHit> hits, int label)
    {
        var count = 0;
        foreach (var hit in hits) count += hit.Label == label ? 1 : 0;
        if (count == 0) return [];
        var ids = new string[count];
        foreach (var hit in hits)
        {
            if (hit.Label == label) ids[^count--] = hit.Rule.Id;
        }

        return ids;
    }

    private static List<StarEvidence> EvidenceOf(List<StarHit> hits, int label)
    {
        var evidence = new SortedDictionary<(MentionField, int, int), double>();
        foreach (var hit in hits)
        {
            if (hit.Label != label) continue;
            foreach (var words in hit.Evidence)
            {
                var key = (words.Field, words.Span.Start, words.Span.End);
                evidence[key] = evidence.GetValueOrDefault(key) + (hit.Rule.Strength * RuleScale / hit.Evidence.Count);
            }
        }

        return evidence.Select(entry => new StarEvidence(new Evidence(entry.Key.Item1, new(entry.Key.Item2, entry.Key.Item3)), entry.Value)).ToList();
    }
}

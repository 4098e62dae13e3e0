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
                Rules = hits.Where(hit => hit.Label == label).Select(hit => hit.Rule.Id).ToArray(),
            });
        }

        return findings;
    }

    /// <summary>The logistic function of a margin.</summary>
    public static double Probability(double margin) => 1 / (1 + Math.Exp(-margin));

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

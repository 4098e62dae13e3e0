using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>
/// Learns the star's weights: one logistic regression a label with a penalty on large weights, by L-BFGS, so that the same texts give the
/// same model on every machine.
/// </summary>
internal sealed class StarTrainer(StarTrainingOptions options)
{
    // A feature of so many texts counts as 1; a rarer one counts for more, since what is frequent says less and its weight is cheap to make large.
    private const double PlainTexts = 20;

    /// <summary>Learns from rows.</summary>
    public StarWeights Train(IReadOnlyList<StarRow> rows)
    {
        var ids = Vocabulary(rows);
        var matrix = new StarMatrix(rows, ids, options);
        var weights = new float[ids.Count * StarLabel.Count];
        var baseline = new double[StarLabel.Count];
        for (var label = 0; label < StarLabel.Count; label++)
        {
            var point = new double[ids.Count + 1];
            var targets = rows.Select(row => (row.Example.Labels >> label & 1) != 0).ToArray();
            point[^1] = -3;
            LimitedMemoryOptimizer.Minimize((at, gradient) => matrix.Loss(targets, at, gradient), point, options.Steps, 1e-5);
            for (var id = 0; id < ids.Count; id++) weights[(id * StarLabel.Count) + label] = (float)point[id];
            baseline[label] = point[^1];
        }

        return new StarWeights(ids, weights, baseline, options);
    }

    private Dictionary<ulong, (int Id, float Size)> Vocabulary(IReadOnlyList<StarRow> rows)
    {
        var counts = new SortedDictionary<ulong, int>();
        foreach (var row in rows)
        {
            foreach (var (key, _) in options.UseFeatures ? row.Features : []) counts[key] = counts.GetValueOrDefault(key) + 1;
            foreach (var key in options.UseRules ? row.Rules.Select(rule => rule.Key).Distinct() : []) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var ids = new Dictionary<ulong, (int Id, float Size)>();
        foreach (var (key, count) in counts)
        {
            if (count >= options.MinimumTexts) ids[key] = (ids.Count, (float)StarScale.Power(PlainTexts / count));
        }

        return ids;
    }
}

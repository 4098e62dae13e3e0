using Engagement.Sentiment;
using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>
/// Learns the star's weights: one logistic regression a label, by adaptive gradient steps in a fixed order, so that the same texts give
/// the same model on every machine. Rules start at what their strength says and are only moved by the texts.
/// </summary>
internal sealed class StarTrainer(StarTrainingOptions options)
{
    /// <summary>Reads the texts once into rows of features.</summary>
    public static StarRow[] Rows(IReadOnlyList<StarExample> examples, StarMapper mapper, HybridSentimentScorer scorer) => examples
        .Select(example =>
        {
            var mention = MentionParser.Default.Parse(example.Text);
            var (features, hits) = mapper.Look(mention, scorer.Score(mention));
            return new StarRow(example, [.. features], [.. hits.Select(hit => (StarFeatures.KeyOfRule(hit.Rule.Id), hit.Label, hit.Rule.Strength)).Distinct()]);
        })
        .ToArray();

    /// <summary>Learns from rows.</summary>
    public StarWeights Train(IReadOnlyList<StarRow> rows)
    {
        var ids = Vocabulary(rows);
        var vectors = rows.Select(row => Vector(row, ids)).ToArray();
        var prior = new float[ids.Count * StarLabel.Count];
        if (options.UseRules)
        {
            foreach (var row in rows)
            {
                foreach (var (key, label, strength) in row.Rules) prior[(ids[key] * StarLabel.Count) + label] = (float)(strength * options.RulePrior);
            }
        }

        var weights = (float[])prior.Clone();
        var baseline = new double[StarLabel.Count];
        Parallel.For(0, StarLabel.Count, new ParallelOptions { MaxDegreeOfParallelism = 1 }, label => Fit(rows, vectors, weights, prior, baseline, label));
        return new StarWeights(ids, weights, baseline, options.UseRules, options.UseFeatures, options.Norm);
    }

    private void Fit(IReadOnlyList<StarRow> rows, int[][] vectors, float[] weights, float[] prior, double[] baseline, int label)
    {
        var size = weights.Length / StarLabel.Count;
        var squares = new float[size];
        var bias = -3.0;
        var biasSquares = 1e-6;
        var random = new Random(17 + label);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var vector = vectors[i];
                var x = StarWeights.Scale(vector.Length, options.Norm);
                var margin = bias;
                foreach (var feature in vector) margin += weights[(feature * StarLabel.Count) + label] * x;
                var target = (rows[i].Example.Labels >> label) & 1;
                var gradient = (1 / (1 + Math.Exp(-margin))) - target;
                if (target == 1) gradient *= options.PositiveWeight;
                biasSquares += gradient * gradient;
                bias -= options.Rate * gradient / Math.Sqrt(biasSquares);
                foreach (var feature in vector)
                {
                    var at = (feature * StarLabel.Count) + label;
                    var g = (float)((gradient * x) + (options.Decay * (weights[at] - prior[at])));
                    squares[feature] += g * g;
                    weights[at] -= (float)(options.Rate * g / Math.Sqrt(squares[feature] + 1e-6f));
                }
            }
        }

        baseline[label] = bias;
    }

    private Dictionary<ulong, int> Vocabulary(IReadOnlyList<StarRow> rows)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var row in rows)
        {
            foreach (var key in options.UseFeatures ? row.Features : []) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var ids = new Dictionary<ulong, int>();
        foreach (var (key, count) in counts.OrderBy(entry => entry.Key))
        {
            if (count >= options.MinimumTexts) ids[key] = ids.Count;
        }

        foreach (var row in rows)
        {
            foreach (var (key, _, _) in options.UseRules ? row.Rules : []) ids.TryAdd(key, ids.Count);
        }

        return ids;
    }

    private int[] Vector(StarRow row, Dictionary<ulong, int> ids)
    {
        var vector = new List<int>();
        if (options.UseFeatures)
        {
            foreach (var key in row.Features)
            {
                if (ids.TryGetValue(key, out var id)) vector.Add(id);
            }
        }

        if (options.UseRules)
        {
            foreach (var (key, _, _) in row.Rules)
            {
                if (ids.TryGetValue(key, out var id)) vector.Add(id);
            }
        }

        return [.. vector];
    }
}

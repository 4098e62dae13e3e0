using Engagement.Learning;
using Engagement.Triage;

namespace Engagement.Training.Triage;

/// <summary>
/// Learns the weights of triage. Whether a text is urgent is learned from written rows and ordinary texts: by one logistic regression over all
/// kinds and one a kind that knows nothing of the others, of which the mean is taken; which kind it is about and how grave, from urgent rows alone. Before each regression a feature is scaled by how unevenly it is spread
/// over the two sides, |log of the ratio of its shares|, after Wang and Manning, "Baselines and Bigrams" (2012): with few rows that tells
/// the words of a cry from the words of any story better than a plain regression does. The same texts give the same bytes on every machine.
/// </summary>
internal sealed class TriageTrainer(TriageTrainingOptions options)
{
    /// <summary>The features of a text and by how much each counts.</summary>
    public static (ulong[] Keys, double Scale) Look(string text)
    {
        var (features, words) = TriageFeatures.Of(MentionParser.Default.Parse(text), TriageIdeas.Shipped);
        return (features.Select(feature => feature.Key).ToArray(), TriageModel.Scale(words));
    }

    /// <summary>Learns from written rows and ordinary texts.</summary>
    public LabelWeights Train(IReadOnlyList<TriageRow> rows, IReadOnlyList<TriageRow> ordinary, double threshold)
    {
        var ids = Vocabulary(rows.Concat(ordinary));
        var written = rows.Select(row => Vector(row, ids)).ToArray();
        var others = ordinary.Select(row => Vector(row, ids)).ToArray();
        var columns = new double[TriageModel.Labels][];
        TriageRow[] all = [.. rows, .. ordinary];
        TriageVector[] vectors = [.. written, .. others];
        var common = Urgent(all, vectors, ids.Count);
        for (var kind = 0; kind < TriageModel.Kinds; kind++)
        {
            // An urgent row of other kinds only teaches this one neither way.
            var own = Enumerable.Range(0, all.Length).Where(i => all[i].Example is not { IsUrgent: true } example || example.Kinds.Contains((UrgencyKind)kind)).ToArray();
            var alone = Urgent(own.Select(i => all[i]).ToArray(), own.Select(i => vectors[i]).ToArray(), ids.Count);
            columns[kind] = common.Zip(alone, (one, other) => (one + other) / 2).ToArray();
        }

        for (var label = TriageModel.About; label < TriageModel.Labels; label++) columns[label] = Given(rows, written, label, ids.Count);
        return Quantize(ids, columns, threshold);
    }

    private double[] Urgent(TriageRow[] texts, TriageVector[] vectors, int size) => Fit(
        vectors,
        i => texts[i].Example is { IsUrgent: true },
        i => texts[i].Example is { } example ? (example.Severity >= 4 ? options.GraveWeight : 1) : texts[i].IsHarsh ? options.HarshWeight : options.OrdinaryWeight,
        size);

    private double[] Given(IReadOnlyList<TriageRow> rows, TriageVector[] vectors, int label, int size)
    {
        var urgent = Enumerable.Range(0, rows.Count).Where(i => rows[i].Example!.IsUrgent).ToArray();
        return Fit(urgent.Select(i => vectors[i]).ToArray(), i => Holds(rows[urgent[i]].Example!, label), _ => 1, size);
    }

    private static bool Holds(TriageExample example, int label) => label switch
    {
        TriageModel.Grave => example.Severity >= 4,
        TriageModel.Now => example.Severity == 5,
        _ => example.Kinds.Contains((UrgencyKind)(label - TriageModel.About)),
    };

    /// <summary>Weights of the features, then the baseline.</summary>
    private double[] Fit(TriageVector[] vectors, Func<int, bool> holds, Func<int, double> counts, int size)
    {
        var targets = Enumerable.Range(0, vectors.Length).Select(holds).ToArray();
        var worth = Enumerable.Range(0, vectors.Length).Select(counts).ToArray();
        var spread = Spread(vectors, targets, size);
        var point = new double[size + 1];
        LimitedMemoryOptimizer.Minimize(
            (at, gradient) =>
            {
                var value = 0.0;
                for (var i = 0; i < size; i++)
                {
                    value += options.Decay * at[i] * at[i];
                    gradient[i] = 2 * options.Decay * at[i];
                }

                gradient[size] = 0;
                for (var i = 0; i < vectors.Length; i++)
                {
                    var margin = 0.0;
                    foreach (var feature in vectors[i].Features) margin += at[feature] * spread[feature];
                    margin = at[size] + (margin * vectors[i].Scale);
                    var signed = targets[i] ? margin : -margin;
                    value += worth[i] * (signed > 0 ? Math.Log(1 + Math.Exp(-signed)) : Math.Log(1 + Math.Exp(signed)) - signed);
                    var slope = worth[i] * ((1 / (1 + Math.Exp(-margin))) - (targets[i] ? 1 : 0));
                    gradient[size] += slope;
                    slope *= vectors[i].Scale;
                    foreach (var feature in vectors[i].Features) gradient[feature] += slope * spread[feature];
                }

                return value;
            },
            point,
            options.Iterations,
            1e-6);
        for (var i = 0; i < size; i++) point[i] *= spread[i];
        return point;
    }

    private double[] Spread(TriageVector[] vectors, bool[] targets, int size)
    {
        var (some, others) = (new double[size], new double[size]);
        Array.Fill(some, options.Smoothing);
        Array.Fill(others, options.Smoothing);
        for (var i = 0; i < vectors.Length; i++)
        {
            foreach (var feature in vectors[i].Features.Distinct()) (targets[i] ? some : others)[feature]++;
        }

        var (allOfSome, allOfOthers) = (some.Sum(), others.Sum());
        var spread = some.Zip(others, (one, other) => Math.Abs(Math.Log(one / allOfSome / (other / allOfOthers)))).ToArray();
        var mean = spread.DefaultIfEmpty(1).Average();
        return mean == 0 ? spread : spread.Select(value => value / mean).ToArray();
    }

    private LabelWeights Quantize(Dictionary<ulong, int> ids, double[][] columns, double threshold)
    {
        var weights = new Dictionary<ulong, sbyte[]>();
        var strongest = ids
            .Select(entry => (entry.Key, entry.Value, Strength: columns.Select((column, label) => Math.Abs(column[entry.Value]) * (label < TriageModel.Kinds ? 2 : 1)).Max()))
            .OrderByDescending(entry => entry.Strength)
            .ThenBy(entry => entry.Key)
            .Take(options.MaximumFeatures);
        foreach (var (key, id, _) in strongest)
        {
            var row = columns.Select(column => (sbyte)Math.Clamp(Math.Round(column[id] / LabelWeights.Unit), sbyte.MinValue, sbyte.MaxValue)).ToArray();
            if (row.Any(weight => weight != 0)) weights[key] = row;
        }

        var baseline = columns.Select(column => (int)Math.Round(column[^1] / LabelWeights.Unit)).ToArray();
        return LabelWeights.Create(baseline, Thresholds(threshold), weights);
    }

    /// <summary>The thresholds of all labels, given the one of every kind's "urgent".</summary>
    public static int[] Thresholds(double urgent)
    {
        var thresholds = new int[TriageModel.Labels];
        thresholds.AsSpan(0, TriageModel.Kinds).Fill((int)Math.Round(urgent / LabelWeights.Unit));
        return thresholds;
    }

    private Dictionary<ulong, int> Vocabulary(IEnumerable<TriageRow> rows)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var row in rows)
        {
            foreach (var key in row.Keys.Distinct()) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var ids = new Dictionary<ulong, int>();
        foreach (var (key, count) in counts.OrderBy(entry => entry.Key))
        {
            if (count >= options.MinimumTexts) ids[key] = ids.Count;
        }

        return ids;
    }

    private static TriageVector Vector(TriageRow row, Dictionary<ulong, int> ids) =>
        new(row.Keys.Where(ids.ContainsKey).Select(key => ids[key]).ToArray(), row.Scale);
}

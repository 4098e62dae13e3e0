using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>The examples as rows of feature numbers, and the loss over them.</summary>
internal sealed class TrainingProblem
{
    private readonly List<ulong> _keys = [];
    private readonly List<int> _texts = [];
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<bool> _ofRules = [];
    private readonly Dictionary<int, int[]> _partsOfWord = [];
    private int[] _features = [];
    private int[] _rowStart = [];
    private int[] _rowWhole = [];
    private float[] _scales = [];
    private double[] _weights = [];
    private (double Negative, double Neutral, double Positive)[] _targets = [];

    /// <summary>Reads the examples, keeping features that enough different texts have.</summary>
    public static TrainingProblem Of(IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var problem = new TrainingProblem();
        problem.CountTexts(examples, options.LeastTexts);
        problem.ReadRows(examples);
        problem._weights = SentimentTrainer.WeighExamples(examples, options);
        problem._targets = examples.Select(example => example.Label switch
        {
            SentimentLabel.Positive => (0.0, 0.0, 1.0),
            SentimentLabel.Negative => (1.0, 0.0, 0.0),
            _ => (0.0, 1.0, 0.0),
        }).ToArray();
        return problem;
    }

    /// <summary>The weights that fit best: for feature <c>f</c> polarity at <c>2f</c> and neutrality at <c>2f + 1</c>.</summary>
    public double[] Solve(SentimentTrainerOptions options)
    {
        var weights = new double[_keys.Count * 2];
        LimitedMemoryOptimizer.Minimize((point, gradient) => LossOf(point, gradient, options.Penalty, options.RulePenalty), weights, options.Iterations, 2e-6, options.Progress);
        return weights;
    }

    /// <summary>The weights as small integers, the parts of every known word added to the word itself.</summary>
    public NgramTable Quantise(double[] weights, int mostFeatures)
    {
        var folded = (double[])weights.Clone();
        foreach (var (word, parts) in _partsOfWord)
        {
            foreach (var part in parts)
            {
                folded[2 * word] += weights[2 * part];
                folded[(2 * word) + 1] += weights[(2 * part) + 1];
            }
        }

        var kept = new List<(double Rank, ulong Key, sbyte Polarity, sbyte Neutrality)>();
        for (var f = 0; f < _keys.Count; f++)
        {
            var (polarity, neutrality) = (Quantise(folded[2 * f]), Quantise(folded[(2 * f) + 1]));
            var isWord = _partsOfWord.ContainsKey(f);
            if (polarity == 0 && neutrality == 0 && !isWord) continue;
            // A known word must stay known even without a weight, or its parts would be looked at.
            var rank = isWord ? double.MaxValue : (Math.Abs(folded[2 * f]) + Math.Abs(folded[(2 * f) + 1])) * Math.Sqrt(_texts[f]);
            kept.Add((rank, _keys[f], polarity, neutrality));
        }

        return NgramTable.Of([.. kept
            .OrderByDescending(entry => entry.Rank).ThenBy(entry => entry.Key)
            .Take(mostFeatures)
            .DistinctBy(entry => entry.Key >> 24)
            .Select(entry => KeyValuePair.Create(entry.Key, (entry.Polarity, entry.Neutrality)))]);
    }

    private static sbyte Quantise(double weight) => (sbyte)Math.Clamp(Math.Round(weight * NgramTable.StepsPerMargin), -127, 127);

    private void CountTexts(IReadOnlyList<SentimentExample> examples, int leastTexts)
    {
        var collector = new FeatureCollector();
        var inText = new HashSet<ulong>();
        var counts = new Dictionary<ulong, int>();
        foreach (var sameText in examples.GroupBy(example => SentimentTrainer.KeyOf(example.Text)))
        {
            // The same answer to two questions has different features, but is one text.
            inText.Clear();
            foreach (var example in sameText.DistinctBy(example => (example.Asked, example.Platform)))
            {
                collector.Read(example.ToMention());
                inText.UnionWith(collector.Scaled);
                inText.UnionWith(collector.Whole);
            }

            foreach (var key in inText) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        foreach (var (key, count) in counts.Where(pair => pair.Value >= leastTexts).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            _numbers.Add(key, _keys.Count);
            _keys.Add(key);
            _texts.Add(count);
            _ofRules.Add(collector.OfRules.Contains(key));
        }
    }

    private void ReadRows(IReadOnlyList<SentimentExample> examples)
    {
        var collector = new FeatureCollector();
        var features = new List<int>();
        _rowStart = new int[examples.Count + 1];
        _rowWhole = new int[examples.Count];
        _scales = new float[examples.Count];
        for (var row = 0; row < examples.Count; row++)
        {
            collector.Read(examples[row].ToMention());
            _scales[row] = (float)collector.Scale;
            Add(collector.Scaled, features);
            _rowWhole[row] = features.Count;
            Add(collector.Whole, features);
            _rowStart[row + 1] = features.Count;
            foreach (var (word, firstPart, endPart) in collector.Words)
            {
                if (!_numbers.TryGetValue(word, out var number) || _partsOfWord.ContainsKey(number)) continue;
                var parts = new List<int>();
                for (var i = firstPart; i < endPart; i++)
                {
                    if (_numbers.TryGetValue(collector.Scaled[i], out var part)) parts.Add(part);
                }

                _partsOfWord.Add(number, [.. parts]);
            }
        }

        _features = [.. features];
    }

    private void Add(List<ulong> keys, List<int> features)
    {
        foreach (var key in keys)
        {
            if (_numbers.TryGetValue(key, out var number)) features.Add(number);
        }
    }

    private double LossOf(double[] weights, double[] gradient, double penalty, double rulePenalty)
    {
        double loss = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var price = _ofRules[i / 2] ? rulePenalty : penalty;
            loss += price / 2 * weights[i] * weights[i];
            gradient[i] = price * weights[i];
        }

        var features = _features;
        for (var row = 0; row < _scales.Length; row++)
        {
            double polarity = 0, neutrality = 0, polarityWhole = 0, neutralityWhole = 0;
            var (start, whole, end) = (_rowStart[row], _rowWhole[row], _rowStart[row + 1]);
            for (var i = start; i < whole; i++)
            {
                var f = features[i] * 2;
                polarity += weights[f];
                neutrality += weights[f + 1];
            }

            for (var i = whole; i < end; i++)
            {
                var f = features[i] * 2;
                polarityWhole += weights[f];
                neutralityWhole += weights[f + 1];
            }

            double scale = _scales[row];
            var margin = (polarity * scale) + polarityWhole;
            var p = Calibration.None.Of(margin, (neutrality * scale) + neutralityWhole);
            var target = _targets[row];
            var weight = _weights[row];
            loss -= weight * ((target.Negative * Log(p.Negative)) + (target.Neutral * Log(p.Neutral)) + (target.Positive * Log(p.Positive)));
            var byPolarity = weight * ((p.Positive - target.Positive) - (p.Negative - target.Negative)) / 2;
            var byNeutrality = weight * (p.Neutral - target.Neutral);
            for (var i = whole; i < end; i++)
            {
                var f = features[i] * 2;
                gradient[f] += byPolarity;
                gradient[f + 1] += byNeutrality;
            }

            byPolarity *= scale;
            byNeutrality *= scale;
            for (var i = start; i < whole; i++)
            {
                var f = features[i] * 2;
                gradient[f] += byPolarity;
                gradient[f + 1] += byNeutrality;
            }
        }

        return loss;
    }

    private static double Log(double p) => Math.Log(Math.Max(p, 1e-15));
}

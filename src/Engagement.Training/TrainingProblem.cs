using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>The examples as rows of feature numbers, and the loss over them.</summary>
internal sealed class TrainingProblem
{
    // A feature of so many texts has the penalty of the options as it stands.
    private const double PenaltyTexts = 100;

    private const int Classes = 3;

    // Weight of made-up texts by which a class that never uses a feature is taken to use it after all; the least that classes are told
    // apart by; and the factor that leaves a feature of middling spread at its price.
    private const double CountsUnseen = 5;
    private const double LeastSpread = 0.05;
    private const double SpreadOfPrice = 1.7;

    private readonly List<ulong> _keys = [];
    private readonly List<int> _texts = [];
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<FeatureKind> _kinds = [];
    private readonly List<double> _prices = [];
    private readonly Dictionary<int, int[]> _partsOfWord = [];
    private int[] _features = [];
    private int[] _rowStart = [];
    private int[] _rowWhole = [];
    private float[] _scales = [];
    private double[] _weights = [];
    private (double Negative, double Neutral, double Positive)[] _targets = [];
    private (double Margin, double Neutrality)[] _offsets = [];
    private Calibration[] _calibrations = [];
    private VectorPrior? _prior;

    /// <summary>Reads the examples, keeping features that enough different texts have.</summary>
    public static TrainingProblem Of(IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var problem = new TrainingProblem();
        problem.CountTexts(examples, options);
        problem._prior = options.Vectors is null ? null : VectorPrior.Of(options.Vectors, options.VectorPenalty, problem._numbers);
        problem.ReadRows(examples, options);
        problem._weights = SentimentTrainer.WeighExamples(examples, options);
        problem._targets = examples.Select(example => example.Label switch
        {
            SentimentLabel.Positive => (0.0, 0.0, 1.0),
            SentimentLabel.Negative => (1.0, 0.0, 0.0),
            _ => (0.0, 1.0, 0.0),
        }).ToArray();
        problem.Discount(options.SpreadPower);
        problem._offsets = OffsetsOf(examples, options.Start);
        problem._calibrations = [.. examples.Select(example => options.Start?.CalibrationOf(example.ToMention()) ?? Calibration.None)];
        return problem;
    }

    /// <summary>Keys of the features, by number.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    /// <summary>Numbers of the features, by key.</summary>
    public IReadOnlyDictionary<ulong, int> Numbers => _numbers;

    /// <summary>What features are made of, by number.</summary>
    public IReadOnlyList<FeatureKind> Kinds => _kinds;

    /// <summary>How many texts have a feature, by number.</summary>
    public IReadOnlyList<int> Texts => _texts;

    /// <summary>The parts of every word that is a feature.</summary>
    public IReadOnlyDictionary<int, int[]> PartsOfWord => _partsOfWord;

    /// <summary>What vectors say of words; null when there are none.</summary>
    public VectorPrior? Prior => _prior;

    /// <summary>The weights that fit best: for feature <c>f</c> polarity at <c>2f</c> and neutrality at <c>2f + 1</c>.</summary>
    public double[] Solve(SentimentTrainerOptions options)
    {
        var size = _keys.Count * 2;
        var point = new double[size + (_prior?.ParameterCount ?? 0)];
        var (weights, byWeight) = (new double[size], new double[size]);
        LimitedMemoryOptimizer.Minimize(Loss, point, options.Iterations, 2e-6, options.Progress);
        AddUp(point);
        _prior?.Settle(point.AsSpan(size));
        AddStart(weights, options.Start);
        return weights;

        // Of its own a feature has the difference to what its vector says, and only that is penalised.
        double Loss(double[] at, double[] gradient)
        {
            AddUp(at);
            var loss = LossOf(weights, byWeight);
            loss += _prior?.Differentiate(byWeight, at.AsSpan(size), gradient.AsSpan(size)) ?? 0;
            for (var i = 0; i < size; i++)
            {
                loss += _prices[i / 2] / 2 * at[i] * at[i];
                gradient[i] = byWeight[i] + (_prices[i / 2] * at[i]);
            }

            return loss;
        }

        void AddUp(double[] at)
        {
            at.AsSpan(0, size).CopyTo(weights);
            _prior?.AddTo(weights, at.AsSpan(size));
        }
    }

    private void AddStart(double[] weights, SentimentModel? start)
    {
        if (start is null) return;
        for (var f = 0; f < _keys.Count; f++)
        {
            start.Table.TryFind(_keys[f], out var polarity, out var neutrality);
            weights[2 * f] += polarity / (double)NgramTable.StepsPerMargin;
            weights[(2 * f) + 1] += neutrality / (double)NgramTable.StepsPerMargin;
        }
    }

    // What the model to start from says of each example, by all its features; nothing when there is none.
    private static (double Margin, double Neutrality)[] OffsetsOf(IReadOnlyList<SentimentExample> examples, SentimentModel? start)
    {
        if (start is null) return new (double, double)[examples.Count];
        var engine = new SentimentEngine(Lexicon.Create(null), start);
        var scratch = new SentimentScratch();
        return [.. examples.Select(example => engine.Sum(MentionParser.Default.Parse(example.ToMention()), scratch))];
    }

    private void CountTexts(IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var collector = new FeatureCollector(options.Start?.Table);
        var inText = new HashSet<ulong>();
        var counts = new Dictionary<ulong, int>();
        foreach (var sameText in examples.GroupBy(example => SentimentTrainer.KeyOf(example.Text)))
        {
            // The same answer to two questions has different features, but is one text.
            inText.Clear();
            foreach (var example in sameText.DistinctBy(example => (example.Asked, example.Platform, example.Source)))
            {
                collector.Read(example.ToMention(), SourceKeyOf(example, options));
                inText.UnionWith(collector.Scaled);
                inText.UnionWith(collector.Whole);
            }

            foreach (var key in inText) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        foreach (var (key, count) in counts.Where(pair => pair.Value >= options.LeastTexts).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            _numbers.Add(key, _keys.Count);
            _keys.Add(key);
            _texts.Add(count);
            _kinds.Add(collector.Kinds[key]);
            _prices.Add(PriceOf(collector.Kinds[key], count, options));
        }
    }

    // As in naive Bayes: what the classes use alike says little and costs more, what one of them uses most costs less.
    private void Discount(double power)
    {
        if (power == 0) return;
        var counts = new double[_keys.Count * Classes];
        var totals = new double[Classes];
        for (var row = 0; row < _scales.Length; row++)
        {
            var label = _targets[row] switch { { Negative: 1 } => 0, { Neutral: 1 } => 1, _ => 2 };
            totals[label] += _weights[row];
            for (var i = _rowStart[row]; i < _rowStart[row + 1]; i++) counts[(_features[i] * Classes) + label] += _weights[row];
        }

        var sum = totals.Sum();
        Span<double> logs = stackalloc double[Classes];
        for (var f = 0; f < _prices.Count; f++)
        {
            if (_kinds[f] == FeatureKind.Rule) continue;
            for (var label = 0; label < Classes; label++)
                logs[label] = Math.Log((counts[(f * Classes) + label] / Math.Max(totals[label], 1e-9)) + (CountsUnseen / sum));
            var mean = (logs[0] + logs[1] + logs[2]) / Classes;
            double squares = 0;
            foreach (var log in logs) squares += (log - mean) * (log - mean);
            _prices[f] /= Math.Pow(LeastSpread + Math.Sqrt(squares / Classes), power) * SpreadOfPrice;
        }
    }

    private static ulong SourceKeyOf(SentimentExample example, SentimentTrainerOptions options) =>
        options.SourcesApart.Contains(example.Source) ? NgramHash.In(NgramHash.Named("source"), NgramHash.Named(example.Source)) : 0;

    private static double PriceOf(FeatureKind kind, int texts, SentimentTrainerOptions options)
    {
        if (kind == FeatureKind.Rule) return options.RulePenalty;
        if (kind == FeatureKind.OfSource) return options.SourcePenalty;
        var ofKind = kind switch { FeatureKind.Word => options.WordShare, FeatureKind.Part => options.PartShare, _ => 1 };
        return options.Penalty * ofKind * Math.Pow(texts / PenaltyTexts, options.FrequencyPower);
    }

    private void ReadRows(IReadOnlyList<SentimentExample> examples, SentimentTrainerOptions options)
    {
        var collector = new FeatureCollector(options.Start?.Table);
        var features = new List<int>();
        _rowStart = new int[examples.Count + 1];
        _rowWhole = new int[examples.Count];
        _scales = new float[examples.Count];
        for (var row = 0; row < examples.Count; row++)
        {
            collector.Read(examples[row].ToMention(), SourceKeyOf(examples[row], options));
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

    private double LossOf(double[] weights, double[] gradient)
    {
        double loss = 0;
        Array.Clear(gradient);
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
            var (offset, calibration) = (_offsets[row], _calibrations[row]);
            var p = calibration.Of((polarity * scale) + polarityWhole + offset.Margin, (neutrality * scale) + neutralityWhole + offset.Neutrality);
            var target = _targets[row];
            var weight = _weights[row];
            loss -= weight * ((target.Negative * Log(p.Negative)) + (target.Neutral * Log(p.Neutral)) + (target.Positive * Log(p.Positive)));
            var byPolarity = weight * ((p.Positive - target.Positive) - (p.Negative - target.Negative)) / 2 * calibration.PolarityScale;
            var byNeutrality = weight * (p.Neutral - target.Neutral) * calibration.NeutralityScale;
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

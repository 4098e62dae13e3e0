using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>The examples as rows of feature numbers, and the loss over them.</summary>
internal sealed partial class TrainingProblem
{
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

    private static ulong SourceKeyOf(SentimentExample example, SentimentTrainerOptions options) =>
        options.SourcesApart.Contains(example.Source) ? NgramHash.In(NgramHash.Named("source"), NgramHash.Named(example.Source)) : 0;

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
}

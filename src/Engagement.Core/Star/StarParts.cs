namespace Engagement.Star;

/// <summary>
/// What of a text has learned weights, in the order in which it was found: the row of weights and the words that it stands on. Kept, so that
/// evidence needs no second look. One thread at a time; buffers are kept.
/// </summary>
internal sealed class StarParts
{
    private const ushort None = ushort.MaxValue;

    private Part[] _parts = new Part[256];
    private int _count;

    private double[] _words = [];

    /// <summary>The sums of weights, one a label.</summary>
    public int[] Sums { get; } = new int[StarLabel.Count];

    /// <summary>The rules that count.</summary>
    public List<StarHit> Hits { get; } = [];

    /// <summary>Spans on their way to a finding.</summary>
    public List<StarEvidence> Evidence { get; } = [];

    public void Clear()
    {
        _count = 0;
        Sums.AsSpan().Clear();
    }

    /// <summary>So many zeros, which hold until they are asked for again.</summary>
    public Span<double> Words(int count)
    {
        if (_words.Length < count) _words = new double[Math.Max(count, _words.Length * 2)];
        var words = _words.AsSpan(0, count);
        words.Clear();
        return words;
    }

    /// <summary>Something that stands on words in a row.</summary>
    public void Add(int row, int first, int last) => Add(new Part(row, (ushort)first, (ushort)last, None, None));

    /// <summary>Something that stands on words here and words there, half on each.</summary>
    public void Add(int row, (int First, int Last) one, (int First, int Last) other) =>
        Add(new Part(row, (ushort)one.First, (ushort)one.Last, (ushort)other.First, (ushort)other.Last));

    /// <summary>
    /// Shares out a label's weights over the words of a text: a word has its own, two words side by side have half each, two ideas have half
    /// each, spread over their words.
    /// </summary>
    /// <param name="model">Where the weights are.</param>
    /// <param name="features">Where the words stand.</param>
    /// <param name="label">The label.</param>
    /// <param name="unit">What a weight of 1 adds to the margin.</param>
    /// <param name="words">What each token adds to the margin: those of the title, then those of the text.</param>
    public void Share(StarModel model, StarFeatures features, int label, double unit, Span<double> words)
    {
        foreach (ref readonly var part in _parts.AsSpan(0, _count))
        {
            var weight = model.WeightAt(part.Row, label);
            if (weight == 0) continue;
            if (part.OtherFirst == None)
            {
                Spread(features, part.First, part.Last, weight * unit, words);
                continue;
            }

            Spread(features, part.First, part.Last, weight * unit / 2, words);
            Spread(features, part.OtherFirst, part.OtherLast, weight * unit / 2, words);
        }
    }

    private static void Spread(StarFeatures features, int first, int last, double weight, Span<double> words)
    {
        if (first == last)
        {
            words[features.TokenOf(first)] += weight;
            return;
        }

        var each = weight / (last - first + 1);
        for (var i = first; i <= last; i++) words[features.TokenOf(i)] += each;
    }

    private void Add(in Part part)
    {
        if (_count == _parts.Length) Array.Resize(ref _parts, _count * 2);
        _parts[_count++] = part;
    }

    private readonly record struct Part(int Row, ushort First, ushort Last, ushort OtherFirst, ushort OtherLast);
}

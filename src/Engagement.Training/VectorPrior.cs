using Engagement.Learning;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Training;

/// <summary>
/// What a word weighs before anything is known of it by itself: a line over its vector, learned along with the weights, one line for
/// every context a word can stand in. So words that are seldom seen learn from words that are used alike.
/// </summary>
internal sealed class VectorPrior
{
    private static readonly ulong[] Contexts =
        [0, SentimentRules.FeedbackContext, SentimentRules.ImproveContext, SentimentRules.GoodContext, NgramHash.Named("negated")];

    private readonly WordVectors _vectors;
    private readonly double _penalty;
    private readonly List<(int Feature, int Word, int Line)> _features = [];
    private double[] _settled = [];

    private VectorPrior(WordVectors vectors, double penalty) => (_vectors, _penalty) = (vectors, penalty);

    /// <summary>How many numbers the lines have: polarity and neutrality of each.</summary>
    public int ParameterCount => Contexts.Length * 2 * _vectors.Dimensions;

    /// <summary>Finds the features that are a word with a vector.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="penalty">Weight of the penalty on the lines.</param>
    /// <param name="numbers">Numbers of features by their key.</param>
    public static VectorPrior Of(WordVectors vectors, double penalty, IReadOnlyDictionary<ulong, int> numbers)
    {
        var prior = new VectorPrior(vectors, penalty);
        for (var word = 0; word < vectors.Words.Count; word++)
        {
            var key = TokenHash.Of(vectors.Words[word]);
            for (var line = 0; line < Contexts.Length; line++)
            {
                if (numbers.TryGetValue(line == 0 ? key : NgramHash.In(Contexts[line], key), out var feature)) prior._features.Add((feature, word, line));
            }
        }

        return prior;
    }

    /// <summary>Takes these lines as those that fit best.</summary>
    public void Settle(ReadOnlySpan<double> lines) => _settled = lines.ToArray();

    /// <summary>Words of letters that have a vector and are no feature, with what the settled lines say of them.</summary>
    /// <param name="numbers">Numbers of features by their key.</param>
    /// <param name="most">So many words are looked at, in the order of the vectors.</param>
    public IEnumerable<(string Word, double Polarity, double Neutrality)> Unseen(IReadOnlyDictionary<ulong, int> numbers, int most)
    {
        for (var i = 0; i < Math.Min(most, _vectors.Words.Count); i++)
        {
            var word = _vectors.Words[i];
            if (!word.All(char.IsLetter) || numbers.ContainsKey(TokenHash.Of(word))) continue;
            var (polarity, neutrality) = Of(i, 0, _settled);
            yield return (word, polarity, neutrality);
        }
    }

    /// <summary>Adds what the lines say to the weights.</summary>
    public void AddTo(Span<double> weights, ReadOnlySpan<double> lines)
    {
        foreach (var (feature, word, line) in _features)
        {
            var (polarity, neutrality) = Of(word, line, lines);
            weights[2 * feature] += polarity;
            weights[(2 * feature) + 1] += neutrality;
        }
    }

    /// <summary>Writes the gradient of the lines from that of the weights, and gives the loss that their penalty adds.</summary>
    public double Differentiate(ReadOnlySpan<double> byWeight, ReadOnlySpan<double> lines, Span<double> byLine)
    {
        double loss = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            loss += _penalty / 2 * lines[i] * lines[i];
            byLine[i] = _penalty * lines[i];
        }

        var size = _vectors.Dimensions;
        foreach (var (feature, word, line) in _features)
        {
            var vector = _vectors[word];
            var (byPolarity, byNeutrality) = (byWeight[2 * feature], byWeight[(2 * feature) + 1]);
            var polarity = byLine.Slice(2 * line * size, size);
            var neutrality = byLine.Slice(((2 * line) + 1) * size, size);
            for (var d = 0; d < size; d++)
            {
                polarity[d] += byPolarity * vector[d];
                neutrality[d] += byNeutrality * vector[d];
            }
        }

        return loss;
    }

    private (double Polarity, double Neutrality) Of(int word, int line, ReadOnlySpan<double> lines)
    {
        var size = _vectors.Dimensions;
        var vector = _vectors[word];
        double polarity = 0, neutrality = 0;
        for (var d = 0; d < size; d++)
        {
            polarity += lines[(2 * line * size) + d] * vector[d];
            neutrality += lines[(((2 * line) + 1) * size) + d] * vector[d];
        }

        return (polarity, neutrality);
    }
}

using Engagement.Text;

namespace Engagement.Training.Star;

/// <summary>Nearest texts by the cosine of their words, rare words weighing more: shows how far a corpus repeats itself.</summary>
internal sealed class StarNeighbors
{
    private readonly Dictionary<ulong, double>[] _vectors;
    private readonly Dictionary<ulong, List<(int Text, double Weight)>> _texts = [];

    public StarNeighbors(IReadOnlyList<StarExample> examples)
    {
        var words = examples.Select(example => Words(example.Text)).ToArray();
        var counts = words.SelectMany(set => set).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        _vectors = new Dictionary<ulong, double>[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var weights = words[i].ToDictionary(word => word, word => Math.Log((double)words.Length / counts[word]));
            var norm = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
            _vectors[i] = norm == 0 ? [] : weights.ToDictionary(entry => entry.Key, entry => entry.Value / norm);
            foreach (var (word, weight) in _vectors[i])
            {
                if (!_texts.TryGetValue(word, out var texts)) _texts[word] = texts = [];
                texts.Add((i, weight));
            }
        }
    }

    /// <summary>The nearest other text that may be taken, and its cosine; -1 when none shares a word.</summary>
    public (int Text, double Cosine) NearestTo(int text, Func<int, bool> mayTake)
    {
        var cosines = new Dictionary<int, double>();
        foreach (var (word, weight) in _vectors[text])
        {
            foreach (var (other, otherWeight) in _texts[word])
            {
                if (other != text) cosines[other] = cosines.GetValueOrDefault(other) + (weight * otherWeight);
            }
        }

        var (nearest, best) = (-1, 0.0);
        foreach (var (other, cosine) in cosines)
        {
            if (cosine > best && mayTake(other)) (nearest, best) = (other, cosine);
        }

        return (nearest, best);
    }

    private static HashSet<ulong> Words(string text)
    {
        var words = new HashSet<ulong>();
        foreach (ref readonly var token in MentionParser.Default.Parse(text).Text.Tokens)
        {
            if (token.TakesPosition) words.Add(token.Hash);
        }

        return words;
    }
}

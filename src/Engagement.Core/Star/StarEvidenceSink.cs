using Engagement.Mentions;

namespace Engagement.Star;

/// <summary>
/// Shares out what one label's margin is made of over the words of a text: a word has its own, two words side by side have half each, two
/// ideas have half each, spread over their words. What is of the whole text falls to no word.
/// </summary>
internal readonly struct StarEvidenceSink(StarModel model, StarFeatures features, double[] words, int title, int label) : IStarFeatureSink
{
    public void Word(int word, ulong hash, ReadOnlySpan<char> folded)
    {
        var key = StarKeys.Word(hash);
        if (model.RowOf(key) >= 0)
        {
            Add(word, WeightOf(key));
            return;
        }

        var weight = WeightOf(StarKeys.Stem(folded));
        var pieces = StarKeys.PiecesOf(folded);
        for (var i = 0; i < pieces; i++) weight += WeightOf(StarKeys.Piece(folded, i));
        Add(word, weight);
    }

    public void Pair(int word, ulong key) => Spread((word, word + 1), WeightOf(key));

    public void Concept(int concept, int first, int last) =>
        Spread((first, last), model.PairAt(StarConcepts.Shipped.PairOf(concept, concept))[label]);

    public void ConceptPair(int pair, (int First, int Last) one, (int First, int Last) other)
    {
        var half = model.PairAt(pair)[label] / 2.0;
        Spread(one, half);
        Spread(other, half);
    }

    public void Text(ulong key)
    {
    }

    private double WeightOf(ulong key)
    {
        var weights = model.WeightsOf(key);
        return weights.IsEmpty ? 0 : weights[label];
    }

    private void Spread((int First, int Last) span, double weight)
    {
        if (weight == 0) return;
        var each = weight / (span.Last - span.First + 1);
        for (var i = span.First; i <= span.Last; i++) Add(i, each);
    }

    private void Add(int word, double weight)
    {
        var (field, token) = features[word];
        words[token + (field == MentionField.Title ? 0 : title)] += weight * StarModel.Unit;
    }
}

using Engagement.Learning;

namespace Engagement.Sentiment;

/// <summary>Looks up the weight of each feature and gives it to the tokens that the feature stands on.</summary>
internal ref struct FeatureWeigher(SentimentModel model, SentimentScratch scratch, int scale) : IFeatureSink
{
    private readonly NgramTable _table = model.Table;
    private readonly short[] _rules = model.RuleWeights;
    private readonly long[] _polarity = scratch.Polarity;
    private readonly long[] _neutrality = scratch.Neutrality;

    /// <summary>Units of margin that belong to no token.</summary>
    public long Polarity;

    /// <summary>Units of neutrality that belong to no token.</summary>
    public long Neutrality;

    public readonly bool Word(ulong key, int token)
    {
        if (!_table.TryFind(key, out var polarity, out var neutrality)) return false;
        _polarity[token] += polarity * scale;
        _neutrality[token] += neutrality * scale;
        return true;
    }

    public readonly void Part(ulong key, int token) => Word(key, token);

    public readonly void Sequence(ulong key, ReadOnlySpan<int> tokens)
    {
        if (!_table.TryFind(key, out var polarity, out var neutrality)) return;
        var (polarityUnits, neutralityUnits) = (polarity * scale, neutrality * scale);
        switch (tokens.Length)
        {
            case 1:
                Add(tokens[0], polarityUnits, neutralityUnits);
                break;
            case 2:
                // Equal shares, the rest to the last: nothing is lost to rounding.
                Add(tokens[0], polarityUnits / 2, neutralityUnits / 2);
                Add(tokens[1], polarityUnits - (polarityUnits / 2), neutralityUnits - (neutralityUnits / 2));
                break;
            case 3:
                Add(tokens[0], polarityUnits / 3, neutralityUnits / 3);
                Add(tokens[1], polarityUnits / 3, neutralityUnits / 3);
                Add(tokens[2], polarityUnits - (polarityUnits / 3 * 2), neutralityUnits - (neutralityUnits / 3 * 2));
                break;
        }
    }

    public readonly void Hit(int rule, in LexiconHit hit)
    {
        var weights = _rules[rule];
        Add(hit.First, (sbyte)weights * scale, (weights >> 8) * scale);
    }

    public void Whole(int rule)
    {
        var weights = _rules[rule];
        Polarity += (sbyte)weights * SentimentFeatures.FullScale;
        Neutrality += (weights >> 8) * SentimentFeatures.FullScale;
    }

    private readonly void Add(int token, int polarity, int neutrality)
    {
        _polarity[token] += polarity;
        _neutrality[token] += neutrality;
    }
}

using Engagement.Learning;

namespace Engagement.Sentiment;

/// <summary>Looks up the weight of each feature and gives it to the tokens that the feature stands on.</summary>
internal ref struct FeatureWeigher(NgramTable table, SentimentScratch scratch, int scale) : IFeatureSink
{
    private readonly long[] _polarity = scratch.Polarity;
    private readonly long[] _neutrality = scratch.Neutrality;

    /// <summary>Units of margin that belong to no token.</summary>
    public long Polarity;

    /// <summary>Units of neutrality that belong to no token.</summary>
    public long Neutrality;

    public readonly bool Word(ulong key, int token)
    {
        if (!table.TryFind(key, out var polarity, out var neutrality)) return false;
        _polarity[token] += polarity * scale;
        _neutrality[token] += neutrality * scale;
        return true;
    }

    public readonly void Part(ulong key, int token) => Word(key, token);

    public readonly void Sequence(ulong key, ReadOnlySpan<int> tokens)
    {
        if (tokens.Length == 0 || !table.TryFind(key, out var polarity, out var neutrality)) return;
        // Equal shares, the rest to the last: nothing is lost to rounding.
        var (polarityUnits, neutralityUnits) = (polarity * scale, neutrality * scale);
        var (polarityShare, neutralityShare) = (polarityUnits / tokens.Length, neutralityUnits / tokens.Length);
        foreach (var token in tokens)
        {
            _polarity[token] += polarityShare;
            _neutrality[token] += neutralityShare;
        }

        _polarity[tokens[^1]] += polarityUnits - (polarityShare * tokens.Length);
        _neutrality[tokens[^1]] += neutralityUnits - (neutralityShare * tokens.Length);
    }

    public readonly void Hit(ulong key, in LexiconHit hit) => Word(key, hit.First);

    public void Whole(ulong key)
    {
        if (!table.TryFind(key, out var polarity, out var neutrality)) return;
        Polarity += polarity * SentimentFeatures.FullScale;
        Neutrality += neutrality * SentimentFeatures.FullScale;
    }
}

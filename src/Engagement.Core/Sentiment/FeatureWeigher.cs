using System.Runtime.CompilerServices;
using Engagement.Learning;

namespace Engagement.Sentiment;

/// <summary>Looks up the weight of each feature and gives it to the tokens that the feature stands on.</summary>
internal ref struct FeatureWeigher(SentimentModel model, SentimentScratch scratch, int scale) : IFeatureSink
{
    private readonly NgramTable _table = model.Table;
    private readonly short[] _rules = model.RuleWeights;
    private readonly long[] _polarity = scratch.Polarity;
    private readonly long[] _neutrality = scratch.Neutrality;
    private readonly WaitingSequence[] _waiting = scratch.Waiting;
    private int _waitingCount;

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

    // Most sequences have no weight, and those that may have wait for the others: looked up in a row, the slots come from memory together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sequence(ulong key, ReadOnlySpan<int> tokens)
    {
        if (!_table.MayHold(key) || tokens.IsEmpty) return;
        if (_waitingCount == _waiting.Length) Flush();
        _waiting[_waitingCount++] = new WaitingSequence(key, tokens[0], tokens.Length > 1 ? tokens[1] : -1, tokens.Length > 2 ? tokens[2] : -1);
    }

    /// <summary>Gives the sequences that wait their weights; to be called after the last.</summary>
    public void Flush()
    {
        var waiting = _waiting.AsSpan(0, _waitingCount);
        Span<ulong> slots = stackalloc ulong[SentimentScratch.MostWaiting];
        for (var i = 0; i < waiting.Length; i++) slots[i] = _table.HomeOf(waiting[i].Key);
        for (var i = 0; i < waiting.Length; i++)
        {
            // An empty home holds nothing, whatever the filter let through.
            if (slots[i] != 0) Share(waiting[i]);
        }

        _waitingCount = 0;
    }

    private readonly void Share(in WaitingSequence sequence)
    {
        if (!_table.TryFind(sequence.Key, out var polarity, out var neutrality)) return;
        var (polarityUnits, neutralityUnits) = (polarity * scale, neutrality * scale);
        if (sequence.Second < 0)
        {
            Add(sequence.First, polarityUnits, neutralityUnits);
            return;
        }

        // Equal shares, the rest to the last: nothing is lost to rounding.
        if (sequence.Third < 0)
        {
            Add(sequence.First, polarityUnits / 2, neutralityUnits / 2);
            Add(sequence.Second, polarityUnits - (polarityUnits / 2), neutralityUnits - (neutralityUnits / 2));
            return;
        }

        Add(sequence.First, polarityUnits / 3, neutralityUnits / 3);
        Add(sequence.Second, polarityUnits / 3, neutralityUnits / 3);
        Add(sequence.Third, polarityUnits - (polarityUnits / 3 * 2), neutralityUnits - (neutralityUnits / 3 * 2));
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

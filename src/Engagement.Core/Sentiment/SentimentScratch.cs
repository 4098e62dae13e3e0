namespace Engagement.Sentiment;

/// <summary>Buffers of one thread for one mention.</summary>
internal sealed class SentimentScratch
{
    /// <summary>The rules' reading of the stream at hand.</summary>
    public LexiconPass Pass { get; } = new();

    /// <summary>Buffers of the model's features.</summary>
    public SentimentFeatures Features { get; } = new();

    /// <summary>By token of the stream at hand: what it adds to the margin, in units.</summary>
    public long[] Polarity = new long[128];

    /// <summary>By token of the stream at hand: what it adds to neutrality, in units.</summary>
    public long[] Neutrality = new long[128];

    /// <summary>Clears room for a stream of <paramref name="count"/> tokens.</summary>
    public void Clear(int count)
    {
        if (Polarity.Length < count)
        {
            var size = Math.Max(count, Polarity.Length * 2);
            Polarity = new long[size];
            Neutrality = new long[size];
            return;
        }

        Polarity.AsSpan(0, count).Clear();
        Neutrality.AsSpan(0, count).Clear();
    }
}

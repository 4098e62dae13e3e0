namespace Engagement.Sentiment;

/// <summary>Buffers of one thread for one mention.</summary>
internal sealed class SentimentScratch
{
    /// <summary>The rules' reading of the stream at hand.</summary>
    public LexiconPass Pass { get; } = new();

    /// <summary>Buffers of the model's features.</summary>
    public SentimentFeatures Features { get; } = new();

    /// <summary>At most so many sequences wait.</summary>
    public const int MostWaiting = 64;

    /// <summary>Room for the sequences that wait.</summary>
    public WaitingSequence[] Waiting { get; } = new WaitingSequence[MostWaiting];

    /// <summary>What the score at hand tells beyond its label.</summary>
    public SentimentDetails Details { get; } = new();

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

using Engagement.Sentiment;

namespace Engagement.Digests;

/// <summary>Mentions by how they feel.</summary>
/// <param name="Positive">Positive.</param>
/// <param name="Neutral">Neutral.</param>
/// <param name="Negative">Negative.</param>
/// <param name="Mixed">Both kinds.</param>
/// <param name="Unsupported">Not English, so not judged.</param>
public sealed record SentimentCounts(long Positive, long Neutral, long Negative, long Mixed, long Unsupported)
{
    /// <summary>All of them: the sum of the five.</summary>
    public long Mentions => Positive + Neutral + Negative + Mixed + Unsupported;

    /// <summary>The count of one label.</summary>
    public long Of(SentimentLabel label) => label switch
    {
        SentimentLabel.Positive => Positive,
        SentimentLabel.Negative => Negative,
        SentimentLabel.Mixed => Mixed,
        SentimentLabel.Unsupported => Unsupported,
        _ => Neutral,
    };

    internal static SentimentCounts Sum(IEnumerable<SentimentCounts> parts)
    {
        var all = new SentimentCounts(0, 0, 0, 0, 0);
        foreach (var part in parts)
        {
            all = new SentimentCounts(
                all.Positive + part.Positive,
                all.Neutral + part.Neutral,
                all.Negative + part.Negative,
                all.Mixed + part.Mixed,
                all.Unsupported + part.Unsupported);
        }

        return all;
    }
}

namespace Engagement.Sentiment;

/// <summary>What a score tells beyond its label, gathered field by field. One thread at a time; buffers are kept.</summary>
internal sealed class SentimentDetails
{
    public List<ClauseSentiment> Clauses { get; } = [];

    public List<SentimentEvidence> Evidence { get; } = [];

    /// <summary>What no single span carries, in units.</summary>
    public long Other { get; set; }

    public void Clear()
    {
        Clauses.Clear();
        Evidence.Clear();
        Other = 0;
    }
}

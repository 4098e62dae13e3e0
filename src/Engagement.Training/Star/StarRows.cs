using Engagement.Sentiment;
using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>Texts read once for training, and the words that occur in them.</summary>
internal sealed class StarRows
{
    private readonly Dictionary<ulong, string> _words = [];

    private StarRows(IReadOnlyList<StarExample> examples)
    {
        var mapper = StarMapper.Create(null, null);
        var scorer = HybridSentimentScorer.Create();
        Rows = examples.Select(example => Read(example, mapper, scorer)).ToArray();
    }

    /// <summary>The rows, in the order of the texts.</summary>
    public StarRow[] Rows { get; }

    /// <summary>Every word by its hash.</summary>
    public IReadOnlyDictionary<ulong, string> Words => _words;

    public static StarRows Of(IReadOnlyList<StarExample> examples) => new(examples);

    private StarRow Read(StarExample example, StarMapper mapper, HybridSentimentScorer scorer)
    {
        var mention = MentionParser.Default.Parse(example.Text);
        var (features, hits) = mapper.Look(mention, scorer.Score(mention));
        var counts = new Dictionary<ulong, int>();
        var sink = new StarKeySink(counts, _words);
        features.Visit(ref sink);
        return new StarRow(
            example,
            features.WordCount,
            [.. counts.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))],
            [.. hits.Select(hit => (StarKeys.Rule(hit.Rule.Id, StarLabel.DirectionOf(hit.Label)), hit.Label, hit.Rule.Strength)).Distinct()]);
    }
}

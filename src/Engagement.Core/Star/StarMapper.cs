using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// The library's own <see cref="IStarMapper"/>: rules from one readable data file and learned weights, summed into one margin per
/// point and direction. What speaks for nothing gives no finding. Thread-safe, pure, linear in the length of the text.
/// </summary>
public sealed class StarMapper : IStarMapper, IRuleStage
{
    private readonly StarRuleBook _book;
    private readonly KeyedQuery[] _queries;
    private readonly Lazy<QuerySet> _set;
    private readonly StarModel? _model;

    private readonly SpareWorkspace _spare = new();

    private StarMapper(StarRuleBook book, StarModel? model)
    {
        _book = book;
        _model = model;
        _queries = book.Rules.Select(rule => new KeyedQuery(rule.Id, rule.Query)).ToArray();
        _set = new Lazy<QuerySet>(() => QuerySet.Create(_queries));
    }

    /// <summary>A mapper with the shipped rules and weights, and a trust's own changes.</summary>
    /// <param name="overrides">Rules added, replaced or switched off; null for none. Display names are for the digest and change nothing here.</param>
    /// <exception cref="ArgumentException">An override is broken: an empty or repeated id, a strength not above 0, or a switched-off rule that does not exist. The message lists every fault.</exception>
    public static StarMapper Create(StarOverrides? overrides = null) =>
        new(StarRuleBook.Create(overrides), StarModel.Shipped);

    /// <summary>A mapper with other learned weights, or with none: rules alone.</summary>
    internal static StarMapper Create(StarOverrides? overrides, StarModel? model) => new(StarRuleBook.Create(overrides), model);

    IReadOnlyList<KeyedQuery> IRuleStage.Queries => _queries;

    /// <inheritdoc/>
    public IReadOnlyList<StarFinding> Map(ParsedMention mention, SentimentScore sentiment)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(sentiment);
        var workspace = _spare.Take();
        var findings = Interpret(mention, sentiment, _set.Value.Match(mention, workspace), workspace);
        _spare.Return(workspace);
        return findings;
    }

    /// <summary>What the learned weights look at in a text, and the rules that count.</summary>
    internal (StarFeatures Features, IReadOnlyList<StarHit> Hits) Look(ParsedMention mention, SentimentScore sentiment)
    {
        var features = new StarFeatures();
        features.Read(mention, sentiment, StarConcepts.Shipped);
        var hits = new List<StarHit>();
        StarRuleReading.Read(_book, mention, sentiment, _set.Value.Match(mention, new ReadingWorkspace()), hits);
        return (features, hits);
    }

    /// <summary>The findings, from hits of this stage's own queries.</summary>
    internal IReadOnlyList<StarFinding> Interpret(ParsedMention mention, SentimentScore sentiment, QueryHits hits, ReadingWorkspace workspace)
    {
        var parts = workspace.Scratch<StarParts>();
        var counted = parts.Hits;
        counted.Clear();
        StarRuleReading.Read(_book, mention, sentiment, hits, counted);
        if (_model is null) return counted.Count == 0 ? [] : StarSum.OfRules(counted);
        var features = workspace.Scratch<StarFeatures>();
        features.Read(mention, sentiment, StarConcepts.Shipped);
        return StarSum.Of(_model, features, parts, counted, mention, sentiment.Clauses.Count);
    }
}

namespace Engagement.Sentiment;

/// <summary>
/// The default scorer: masks, lexicon and rules, and learned n-gram weights, summed into one additive model. Thread-safe and pure;
/// linear in the length of the text.
/// </summary>
public sealed class HybridSentimentScorer : ISentimentScorer
{
    private readonly SentimentEngine _engine;

    private HybridSentimentScorer(SentimentEngine engine) => _engine = engine;

    /// <summary>A scorer with the shipped lexicon and model, and a trust's own entries and masks over them.</summary>
    /// <param name="overrides">Entries and masks; null for none.</param>
    /// <exception cref="ArgumentException">An override is empty, named twice, or its valence is not from -4 to 4; the message lists every fault.</exception>
    public static HybridSentimentScorer Create(LexiconOverrides? overrides = null) => Create(SentimentModel.Default, overrides);

    /// <summary>A scorer with a model of one's own.</summary>
    /// <param name="model">The model, as <see cref="SentimentModel.TryLoad"/> read it.</param>
    /// <param name="overrides">Entries and masks; null for none.</param>
    /// <exception cref="ArgumentException">An override is empty, named twice, or its valence is not from -4 to 4; the message lists every fault.</exception>
    public static HybridSentimentScorer Create(SentimentModel model, LexiconOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new HybridSentimentScorer(new SentimentEngine(Lexicon.Create(overrides), model));
    }

    /// <inheritdoc/>
    public SentimentScore Score(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return _engine.Explain(mention, new SentimentScratch());
    }

    /// <summary>The whole score, with the buffers of a workspace.</summary>
    internal SentimentScore Score(ParsedMention mention, ReadingWorkspace workspace) => _engine.Explain(mention, workspace.Scratch<SentimentScratch>());

    /// <summary>Label and score only, without allocation.</summary>
    internal SentimentReading Read(ParsedMention mention, ReadingWorkspace workspace) => _engine.Read(mention, workspace.Scratch<SentimentScratch>());
}

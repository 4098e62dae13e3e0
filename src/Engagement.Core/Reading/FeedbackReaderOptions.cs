using Engagement.Mentions;
using Engagement.Sentiment;
using Engagement.Star;

namespace Engagement.Reading;

/// <summary>What a host may put in place of the library's own stages.</summary>
public sealed record FeedbackReaderOptions
{
    /// <summary>Default <see cref="MentionParser.Default"/>.</summary>
    public IMentionParser? Parser { get; init; }

    /// <summary>Default: the hybrid scorer with the profile's lexicon.</summary>
    public ISentimentScorer? Scorer { get; init; }

    /// <summary>Default: the library's rules and weights with the profile's overrides.</summary>
    public IStarMapper? StarMapper { get; init; }

    /// <summary>
    /// How many mentions back a repeat is recognised; bounds the memory of <see cref="FeedbackReader"/>.
    /// Default <see cref="RepeatFolder.DefaultHorizon"/>; at least 1.
    /// </summary>
    public int RepeatHorizon { get; init; } = RepeatFolder.DefaultHorizon;
}

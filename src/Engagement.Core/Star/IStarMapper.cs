using Engagement.Sentiment;

namespace Engagement.Star;

/// <summary>Tells which points of the star a mention touches. Implementations are thread-safe and pure.</summary>
public interface IStarMapper
{
    /// <summary>The findings, by point then direction; empty when the text says nothing of the star.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="sentiment">How it feels, by clause: a rule may follow the clause's direction.</param>
    IReadOnlyList<StarFinding> Map(ParsedMention mention, SentimentScore sentiment);
}

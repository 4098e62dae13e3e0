namespace Engagement.Sentiment;

/// <summary>Tells how a mention feels. Implementations are thread-safe and pure.</summary>
public interface ISentimentScorer
{
    /// <summary>Scores a mention with evidence; never throws on text.</summary>
    SentimentScore Score(ParsedMention mention);
}

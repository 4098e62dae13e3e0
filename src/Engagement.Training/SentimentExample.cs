using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>A text with the label that a person gave it.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Label">Positive, neutral (which stands for mixed too) or negative.</param>
/// <param name="Asked">What the author was asked.</param>
/// <param name="Platform">Where it comes from; <see cref="Platform.Survey"/> for answers to a survey.</param>
/// <param name="Source">Name of the part of the data, for figures by part.</param>
public sealed record SentimentExample(string Text, SentimentLabel Label, QuestionAsked Asked, Platform Platform, string Source)
{
    /// <summary>The text as a mention.</summary>
    public Mention ToMention() => new() { Id = "example", Text = Text, Asked = Asked, Platform = Platform };
}

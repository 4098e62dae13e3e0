namespace Engagement.Sentiment;

/// <summary>How a mention feels, in one word.</summary>
public enum SentimentLabel
{
    /// <summary>No feeling, or none that can be told.</summary>
    Neutral,

    /// <summary>Praise, thanks, joy.</summary>
    Positive,

    /// <summary>Complaint, anger, sorrow.</summary>
    Negative,

    /// <summary>Clauses of both kinds.</summary>
    Mixed,

    /// <summary>Not English, so not scored.</summary>
    Unsupported,
}

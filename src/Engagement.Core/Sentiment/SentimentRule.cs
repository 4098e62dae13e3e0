namespace Engagement.Sentiment;

/// <summary>What the lexicon and its rules tell the model. The names are part of the format of model files.</summary>
internal enum SentimentRule
{
    /// <summary>A word or phrase of the lexicon, by its valence.</summary>
    Valence,

    /// <summary>One that was turned round, by its valence after that.</summary>
    NegatedValence,

    /// <summary>The last one, by its valence.</summary>
    LastValence,

    /// <summary>That there is a text.</summary>
    Bias,

    /// <summary>All valences together.</summary>
    Sum,

    /// <summary>The highest valence.</summary>
    Best,

    /// <summary>The lowest valence.</summary>
    Worst,

    /// <summary>That there is praise and complaint, by the lesser.</summary>
    BothSides,

    /// <summary>Runs of exclamation marks.</summary>
    Exclamations,

    /// <summary>Runs of question marks.</summary>
    Questions,

    /// <summary>Words of contrast.</summary>
    Contrasts,

    /// <summary>Words, by powers of two.</summary>
    Words,

    /// <summary>Capitals: some, or most of the text.</summary>
    Capitals,

    /// <summary>Masked phrases: and no word of the lexicon besides, or some.</summary>
    Masks,
}

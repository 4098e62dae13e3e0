namespace Engagement.Sentiment;

/// <summary>Takes the features of a text one by one: to weigh them, or to learn their weights.</summary>
internal interface IFeatureSink
{
    /// <summary>A word by itself.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="token">Index of its token.</param>
    /// <returns>Whether the word is known, so that its parts need not be looked at.</returns>
    bool Word(ulong key, int token);

    /// <summary>A character n-gram of a word.</summary>
    void Part(ulong key, int token);

    /// <summary>A sequence of words.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="tokens">Indices of its tokens.</param>
    void Sequence(ulong key, ReadOnlySpan<int> tokens);

    /// <summary>What a rule says of a word or phrase of the lexicon, by its number in <see cref="SentimentRules"/>.</summary>
    void Hit(int rule, in LexiconHit hit);

    /// <summary>What a rule says of the text as a whole, by its number in <see cref="SentimentRules"/>.</summary>
    void Whole(int rule);
}

namespace Engagement.Sentiment;

/// <summary>A word, phrase, emoji or emoticon of the lexicon in a text.</summary>
internal struct LexiconHit
{
    /// <summary>Index of the first token.</summary>
    public int First;

    /// <summary>Index of the last token.</summary>
    public int Last;

    /// <summary>Offset of the first character.</summary>
    public int Start;

    /// <summary>Offset after the last character.</summary>
    public int End;

    /// <summary>Index of the clause.</summary>
    public int Clause;

    /// <summary>Valence in hundredths after negation, modifiers, capitals, exclamation and the weight of the clause.</summary>
    public int Valence;

    /// <summary>Whether a negator turned it round.</summary>
    public bool Negated;

    /// <summary>Whether the words are written in capitals.</summary>
    public bool Capitals;

    /// <summary>Whether the trust's own overrides named it.</summary>
    public bool Overridden;
}

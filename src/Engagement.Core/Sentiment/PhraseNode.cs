namespace Engagement.Sentiment;

/// <summary>What the lexicon knows of one phrase (or of the beginning of one).</summary>
internal struct PhraseNode
{
    /// <summary>Valence in hundredths; 0 when the phrase has none.</summary>
    public short Valence;

    /// <summary>Valence in hundredths as an answer to "what could be better?".</summary>
    public short ImproveAnswer;

    /// <summary>Valence in hundredths as an answer to "what was good?".</summary>
    public short GoodAnswer;

    /// <summary>What the phrase does to others.</summary>
    public ModifierKind Modifier;

    /// <summary>By how much; the meaning depends on <see cref="Modifier"/>.</summary>
    public float Factor;

    /// <summary>Whether the phrase is masked.</summary>
    public bool Mask;

    /// <summary>Whether the phrase is one that the lexicon lists, not only the beginning of one.</summary>
    public bool Listed;

    /// <summary>Whether the phrase is an answer whose feeling depends on what was asked.</summary>
    public bool Answer;

    /// <summary>Whether longer phrases begin with this one.</summary>
    public bool Continues;

    /// <summary>Whether the trust's own overrides named it: its value then stands, whatever a model has learned.</summary>
    public bool Overridden;
}

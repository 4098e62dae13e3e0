namespace Engagement.Mentions;

/// <summary>What may deceive a reader of the text. The text itself is never changed.</summary>
[Flags]
public enum MentionFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Characters that turn the direction of writing, so that text shows in another order than it is read.</summary>
    BidirectionalControls = 1,

    /// <summary>Characters of no width inside a word, which no eye sees. Joiners in emoji and in Arabic, Indic and kindred scripts are none.</summary>
    ZeroWidthInsideWord = 2,

    /// <summary>A handle of letters of two alphabets, such as a Cyrillic one that looks Latin.</summary>
    MixedScriptHandle = 4,
}

namespace Engagement.Sentiment;

/// <summary>What the rules say of a token.</summary>
[Flags]
internal enum TokenMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Part of a phrase that carries no feeling, or of an override that alone decides.</summary>
    Masked = 1,

    /// <summary>Part of a phrase, idiom or emoticon of the lexicon.</summary>
    Phrase = 2,

    /// <summary>In the scope of a negator.</summary>
    Negated = 4,

    /// <summary>Part of a modifier of several words.</summary>
    Modifier = 8,
}

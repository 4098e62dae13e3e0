namespace Engagement.Sentiment;

/// <summary>What a word does to the feeling of the words near it.</summary>
internal enum ModifierKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Turns round what follows.</summary>
    Negator,

    /// <summary>Strengthens what follows.</summary>
    Intensifier,

    /// <summary>Weakens what follows.</summary>
    Downtoner,

    /// <summary>Sets one part of a sentence against another.</summary>
    Contrast,

    /// <summary>Turns praise that follows into a lack.</summary>
    Wish,

    /// <summary>Makes what follows something that has not happened.</summary>
    Hypothetical,

    /// <summary>Makes mockery of praise that follows.</summary>
    Sarcasm,
}

namespace Engagement.Text;

/// <summary>What a reader of the text would also notice about a token.</summary>
[Flags]
public enum TokenFlags : byte
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>White space (or the start of the text) stands before the token.</summary>
    SpaceBefore = 1,

    /// <summary>A line break (or the start of the text) stands before the token.</summary>
    NewlineBefore = 2,

    /// <summary>At least two letters, all of them capitals.</summary>
    AllCapitals = 4,

    /// <summary>The first letter is a capital and a later one is not, or it is the only letter.</summary>
    Capitalized = 8,

    /// <summary>Some letter stands three or more times in a row.</summary>
    Elongated = 16,
}

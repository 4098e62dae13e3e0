namespace Engagement.Privacy;

internal enum PieceKind : byte
{
    /// <summary>A run of decimal digits.</summary>
    Digits,

    /// <summary>A run of letters, with inner apostrophes.</summary>
    Letters,

    /// <summary>One punctuation character, or a run of one.</summary>
    Mark,

    /// <summary>A link, handle, tag, e-mail address or emoji: nothing to look into.</summary>
    Opaque,
}

/// <summary>Part of a token, as the redactor looks at it: <c>H1234567</c> is letters and digits.</summary>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, Cue Cue, bool SpaceBefore)
{
    public int Length => End - Start;
}

namespace Engagement.Text;

/// <summary>One token of a <see cref="TokenStream"/>.</summary>
public readonly struct Token
{
    internal Token(ulong hash, int start, int end, int foldedStart, int foldedLength, int position, TokenKind kind, TokenFlags flags)
    {
        Hash = hash;
        Start = start;
        End = end;
        FoldedStart = foldedStart;
        FoldedLength = foldedLength;
        Position = position;
        Kind = kind;
        Flags = flags;
    }

    /// <summary>
    /// <see cref="TokenHash"/> of the folded characters. The body only: the hashtag <c>#nhs</c>, the handle <c>@NHS</c> and
    /// the word <c>nhs</c> share it, and <see cref="Kind"/> tells them apart.
    /// </summary>
    public ulong Hash { get; }

    /// <summary>Offset of the first UTF-16 code unit in the original text, sigil included.</summary>
    public int Start { get; }

    /// <summary>Offset after the last UTF-16 code unit in the original text.</summary>
    public int End { get; }

    internal int FoldedStart { get; }

    internal int FoldedLength { get; }

    /// <summary>Place among the tokens that are not punctuation, from 0; for punctuation the place of the token that follows.</summary>
    public int Position { get; }

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; }

    /// <summary>What a reader would notice.</summary>
    public TokenFlags Flags { get; }

    /// <summary>The place in the original text.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>Whether the token is one of the entities (handle, list, hashtag, cashtag, link, e-mail address, emoji).</summary>
    public bool IsEntity => Kind >= TokenKind.Handle;

    /// <summary>Whether the token takes a position: everything but punctuation.</summary>
    public bool TakesPosition => Kind != TokenKind.Punctuation;
}

namespace Engagement.Text;

/// <summary>Growing arrays that a tokenizer writes to.</summary>
internal ref struct TokenSink(Token[] tokens, char[] folded)
{
    public Token[] Tokens = tokens;
    public char[] Folded = folded;
    public int Count;
    public int FoldedCount;
    public int PositionCount;

    public void Add(int start, int end, int foldedStart, TokenKind kind, TokenFlags flags)
    {
        if (Count == Tokens.Length) Array.Resize(ref Tokens, Math.Max(16, Count * 2));
        var length = FoldedCount - foldedStart;
        var hash = TokenHash.Of(Folded.AsSpan(foldedStart, length));
        Tokens[Count++] = new Token(hash, start, end, foldedStart, length, PositionCount, kind, flags);
        if (kind != TokenKind.Punctuation) PositionCount++;
    }

    public void Append(char folded)
    {
        if (FoldedCount == Folded.Length) Array.Resize(ref Folded, Math.Max(64, FoldedCount * 2));
        Folded[FoldedCount++] = folded;
    }
}

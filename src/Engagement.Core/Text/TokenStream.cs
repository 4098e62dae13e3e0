using System.Buffers;

namespace Engagement.Text;

/// <summary>
/// A text read once: its tokens in order, with their folded characters. Immutable when it comes from a call without a workspace;
/// a stream that lives in a <see cref="ReadingWorkspace"/> holds until that workspace is used again.
/// </summary>
public sealed class TokenStream
{
    /// <summary>The stream of an empty text.</summary>
    public static TokenStream Empty { get; } = new();

    private Token[] _tokens = [];
    private char[] _folded = [];
    private int _count;

    internal TokenStream()
    {
    }

    /// <summary>The original text.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How many tokens there are, punctuation included.</summary>
    public int Count => _count;

    /// <summary>How many tokens take a position.</summary>
    public int PositionCount { get; private set; }

    /// <summary>The tokens, in the order of the text.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>The token at <paramref name="index"/>, from 0.</summary>
    public ref readonly Token this[int index] => ref Tokens[index];

    /// <summary>
    /// The folded characters of a token of this stream: case, accents and apostrophes folded, without the sigil of a handle or tag.
    /// </summary>
    public ReadOnlySpan<char> Folded(in Token token) => _folded.AsSpan(token.FoldedStart, token.FoldedLength);

    /// <summary>The characters of a token of this stream as written.</summary>
    public ReadOnlySpan<char> Original(in Token token) => Source.AsSpan(token.Start, token.End - token.Start);

    /// <summary>Reads <paramref name="text"/> into this stream, keeping buffers that are large enough.</summary>
    internal void Read(string text, TextDialect dialect)
    {
        Source = text;
        (_count, _, PositionCount) = Tokenizer.Read(text, dialect, ref _tokens, ref _folded);
    }

    /// <summary>A stream of its own, with arrays of exact size.</summary>
    internal static TokenStream Of(string? text, TextDialect dialect)
    {
        if (string.IsNullOrEmpty(text)) return Empty;
        var tokens = ArrayPool<Token>.Shared.Rent((text.Length / 4) + 16);
        var folded = ArrayPool<char>.Shared.Rent(text.Length + 16);
        var (rentedTokens, rentedFolded) = (tokens, folded);
        var (count, foldedCount, positions) = Tokenizer.Read(text, dialect, ref tokens, ref folded);
        var stream = new TokenStream
        {
            Source = text,
            _tokens = tokens.AsSpan(0, count).ToArray(),
            _folded = folded.AsSpan(0, foldedCount).ToArray(),
            _count = count,
            PositionCount = positions,
        };
        ArrayPool<Token>.Shared.Return(rentedTokens);
        ArrayPool<char>.Shared.Return(rentedFolded);
        return stream;
    }
}

using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>How a <see cref="Term"/> compares with a token.</summary>
[Flags]
internal enum TermShape : byte
{
    /// <summary>The whole token.</summary>
    Whole = 0,

    /// <summary>The token begins so.</summary>
    Prefix = 1,

    /// <summary>Some <c>?</c> of the term stand for one character each.</summary>
    Pattern = 2,
}

/// <summary>What kind of token a <see cref="Term"/> asks for.</summary>
internal enum TermKind : byte
{
    /// <summary>A word or number, also as the body of a hashtag.</summary>
    Word,

    /// <summary>That handle only.</summary>
    Handle,

    /// <summary>That list only.</summary>
    List,

    /// <summary>That hashtag only.</summary>
    Hashtag,

    /// <summary>That cashtag only.</summary>
    Cashtag,

    /// <summary>That link only.</summary>
    Link,

    /// <summary>That e-mail address only.</summary>
    Email,

    /// <summary>That emoji only.</summary>
    Emoji,
}

/// <summary>One word of a query: what a single token must be.</summary>
internal sealed class Term : IEquatable<Term>
{
    public Term(string folded, TermShape shape, TermKind kind, string? exact)
    {
        Folded = folded;
        Shape = shape;
        Kind = kind;
        Exact = exact;
        Hash = TokenHash.Of(folded);
    }

    /// <summary>The folded characters, without sigil; <c>?</c> is the single-character wildcard where <see cref="Shape"/> says so.</summary>
    public string Folded { get; }

    /// <summary>Hash of <see cref="Folded"/>; of use only for whole tokens.</summary>
    public ulong Hash { get; }

    public TermShape Shape { get; }

    public TermKind Kind { get; }

    /// <summary>The exact spelling asked for by <c>case:</c>, wildcards as in <see cref="Folded"/>; null when case does not matter.</summary>
    public string? Exact { get; }

    /// <summary>Kinds of token that can be this term, one bit a <see cref="TokenKind"/>.</summary>
    public uint Kinds => Kind switch
    {
        TermKind.Word => (1u << (int)TokenKind.Word) | (1u << (int)TokenKind.Number) | (1u << (int)TokenKind.Hashtag),
        TermKind.Handle => 1u << (int)TokenKind.Handle,
        TermKind.List => 1u << (int)TokenKind.List,
        TermKind.Hashtag => 1u << (int)TokenKind.Hashtag,
        TermKind.Cashtag => 1u << (int)TokenKind.Cashtag,
        TermKind.Link => 1u << (int)TokenKind.Link,
        TermKind.Email => 1u << (int)TokenKind.Email,
        _ => 1u << (int)TokenKind.Emoji,
    };

    /// <summary>Whether a token of <paramref name="stream"/> is this term.</summary>
    public bool Accepts(TokenStream stream, in Token token)
    {
        if ((Kinds >> (int)token.Kind & 1) == 0) return false;
        if (Shape == TermShape.Whole)
        {
            if (token.Hash != Hash || !stream.Folded(token).SequenceEqual(Folded)) return false;
        }
        else if (!Wildcard.Matches(Folded, (Shape & TermShape.Prefix) != 0, stream.Folded(token)))
        {
            return false;
        }

        return Exact is null || IsExact(Exact, Shape, stream, token);
    }

    /// <summary>Whether a token is spelled exactly so, sigil and kind of apostrophe aside.</summary>
    public static bool IsExact(string exact, TermShape shape, TokenStream stream, in Token token)
    {
        var written = stream.Original(token);
        if (token.Kind is TokenKind.Hashtag or TokenKind.Handle or TokenKind.Cashtag or TokenKind.List) written = written[1..];
        if (shape != TermShape.Whole) return Wildcard.Matches(exact, (shape & TermShape.Prefix) != 0, written);
        if (written.Length != exact.Length) return false;
        for (var i = 0; i < exact.Length; i++)
        {
            if (written[i] != exact[i] && !(Apostrophes.Is(written[i]) && Apostrophes.Is(exact[i]))) return false;
        }

        return true;
    }

    public bool Equals(Term? other) => other is not null
        && Hash == other.Hash && Shape == other.Shape && Kind == other.Kind && Folded == other.Folded && Exact == other.Exact;

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => (int)Hash ^ ((int)Kind << 4) ^ (int)Shape ^ (Exact is null ? 0 : 0x55555555);
}

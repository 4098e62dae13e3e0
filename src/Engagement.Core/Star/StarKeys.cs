using Engagement.Text;

namespace Engagement.Star;

/// <summary>The keys under which the learned weights know what a text has. Part of the format of the model.</summary>
internal static class StarKeys
{
    /// <summary>Letters in a piece of a word, the marks at its ends counted as letters.</summary>
    public const int PieceLength = 4;

    // A longer word gives no more pieces: the work for one word stays bounded.
    private const int LongestWord = 40;

    private const ulong WordTag = 1, PairTag = 2, StemTag = 3, PieceTag = 4, ConceptTag = 5, ConceptPairTag = 6, FeelingTag = 7, LengthTag = 8, AsksTag = 9, RuleTag = 10;

    /// <summary>That the text asks something.</summary>
    public static readonly ulong Asks = TokenHash.Combine(AsksTag, 0);

    /// <summary>A word of the model's vocabulary, with all that its stem and pieces add.</summary>
    public static ulong Word(ulong hash) => TokenHash.Combine(WordTag, hash);

    /// <summary>Two words side by side.</summary>
    public static ulong Pair(ulong first, ulong second) => TokenHash.Combine(TokenHash.Combine(PairTag, first), second);

    /// <summary>The stem of a folded word.</summary>
    public static ulong Stem(ReadOnlySpan<char> word) => TokenHash.Combine(StemTag, TokenHash.Of(StarStem.Of(word)));

    /// <summary>How many pieces a word has: none when it is shorter than one.</summary>
    public static int PiecesOf(ReadOnlySpan<char> word) => word.Length < PieceLength ? 0 : Math.Min(word.Length, LongestWord) - 1;

    /// <summary>Room for a word of which pieces are taken, with its marks.</summary>
    public const int PieceRoom = LongestWord + 3;

    /// <summary>A word as its pieces are taken from it, with a mark before its first letter and after its last.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="room">At least <see cref="PieceRoom"/> characters.</param>
    public static ReadOnlySpan<char> Marked(ReadOnlySpan<char> word, Span<char> room)
    {
        // One letter past the longest word's last piece, so that no mark stands within a longer word.
        var length = Math.Min(word.Length, LongestWord + 1);
        room[0] = '<';
        word[..length].CopyTo(room[1..]);
        room[length + 1] = '>';
        return room[..(length + 2)];
    }

    /// <summary>A piece of a word, from 0: letters in a row of a <see cref="Marked"/> word.</summary>
    public static ulong Piece(ReadOnlySpan<char> marked, int index) => TokenHash.Combine(PieceTag, TokenHash.Of(marked.Slice(index, PieceLength)));

    /// <summary>An idea, by the hash of its name.</summary>
    public static ulong Concept(ulong name) => TokenHash.Combine(ConceptTag, name);

    /// <summary>Two ideas in one sentence, in whichever order.</summary>
    public static ulong ConceptPair(ulong one, ulong other) => TokenHash.Combine(TokenHash.Combine(ConceptPairTag, Math.Min(one, other)), Math.Max(one, other));

    /// <summary>How the text feels.</summary>
    public static ulong Feeling(Sentiment.SentimentLabel label) => TokenHash.Combine(FeelingTag, (ulong)label);

    /// <summary>How long the text is: the power of two that its number of words reaches.</summary>
    public static ulong Length(int words) => TokenHash.Combine(LengthTag, (ulong)Math.Min(7, System.Numerics.BitOperations.Log2((uint)words + 1)));

    /// <summary>That a rule counts, in a direction.</summary>
    public static ulong Rule(string id, StarDirection direction) => TokenHash.Combine(TokenHash.Combine(RuleTag, TokenHash.Of(id)), (ulong)direction);
}

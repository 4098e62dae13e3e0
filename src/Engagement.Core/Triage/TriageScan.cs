using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// Goes through a text once and says what the learned part looks at: words, beginnings of words, pairs of words, ideas, and pairs of ideas that stand
/// near each other. Linear in the length of the text, and allocates nothing.
/// </summary>
internal static class TriageScan
{
    // What comes after so many words is left to the rules: the work stays bounded, and a long story does not add up to a cry.
    private const int MaximumWords = 400;
    private const int StemLength = 5;

    private const ulong WordTag = 1, StemTag = 2, IdeaTag = 3, PairTag = 4, TwoTag = 5;

    // A number is a number: eleven hours and nine are one thing.
    private static readonly ulong Number = TokenHash.Of("0");

    /// <summary>The key of an idea.</summary>
    public static ulong KeyOf(string idea) => TokenHash.Combine(IdeaTag, TokenHash.Of(idea));

    /// <summary>The key of two ideas near each other, in either order.</summary>
    public static ulong KeyOf(string one, string other)
    {
        var (low, high) = (TokenHash.Of(one), TokenHash.Of(other));
        if (low > high) (low, high) = (high, low);
        return TokenHash.Combine(TokenHash.Combine(PairTag, low), high);
    }

    /// <summary>Tells the sink what is in the title and the text.</summary>
    /// <returns>How many words were looked at.</returns>
    public static int Read<TSink>(ParsedMention mention, TriageIdeas ideas, ref TSink sink)
        where TSink : struct, ITriageSink
    {
        Span<UInt128> near = stackalloc UInt128[TriageIdeas.Most];
        near.Clear();
        var words = 0;
        UInt128 all = 0;
        Read(mention.Title, 0, ideas, near, ref all, ref words, ref sink);
        Read(mention.Text, mention.Title.Count, ideas, near, ref all, ref words, ref sink);
        return words;
    }

    /// <summary>Whether a token starts another statement than the one before it: after a full stop, a question or exclamation mark, a semicolon or a line break.</summary>
    public static bool BeginsStatement(TokenStream stream, int index)
    {
        if (index == 0) return false;
        if ((stream[index].Flags & TokenFlags.NewlineBefore) != 0) return true;
        ref readonly var before = ref stream[index - 1];
        return before.Kind == TokenKind.Punctuation && stream.Folded(before) is [var c, ..] && c is '.' or '!' or '?' or ';' or '\u2026';
    }

    /// <summary>The number of the first idea of a set.</summary>
    public static int NumberOf(UInt128 ideas) => (int)UInt128.TrailingZeroCount(ideas);

    private static void Read<TSink>(TokenStream stream, int offset, TriageIdeas ideas, Span<UInt128> near, ref UInt128 all, ref int words, ref TSink sink)
        where TSink : struct, ITriageSink
    {
        UInt128 here = 0, before = 0;
        ulong previous = 0;
        for (var i = 0; i < stream.Count && words < MaximumWords; i++)
        {
            ref readonly var token = ref stream[i];
            if (BeginsStatement(stream, i))
            {
                Close(here, before, near, ref all, ref sink);
                if (here != 0) before = here;
                (here, previous) = (0, 0);
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Hashtag or TokenKind.Emoji)) continue;
            words++;
            var word = token.Kind == TokenKind.Number ? Number : token.Hash;
            sink.Word(TokenHash.Combine(WordTag, word), offset + i);
            if (previous != 0) sink.Word(TokenHash.Combine(TokenHash.Combine(TwoTag, previous), word), offset + i);
            previous = word;
            if (token.FoldedLength > StemLength && token.Kind != TokenKind.Number) sink.Word(TokenHash.Combine(StemTag, TokenHash.Of(stream.Folded(token)[..StemLength])), offset + i);

            var last = i;
            var found = ideas.From(stream, i, ref last);
            if (found == 0) continue;
            here |= found;
            sink.Seen(found, offset + i, offset + last);
        }

        Close(here, before, near, ref all, ref sink);
    }

    private static void Close<TSink>(UInt128 here, UInt128 before, Span<UInt128> near, ref UInt128 all, ref TSink sink)
        where TSink : struct, ITriageSink
    {
        for (var fresh = here & ~all; fresh != 0; fresh &= fresh - 1) sink.Idea(NumberOf(fresh));
        all |= here;
        if (here == 0) return;
        var window = here | before;
        for (var left = window; left != 0; left &= left - 1)
        {
            var low = NumberOf(left);
            // Higher numbers only, so that each pair is told once.
            var partners = left & (left - 1) & ~near[low];
            near[low] |= partners;
            for (; partners != 0; partners &= partners - 1) sink.Pair(low, NumberOf(partners));
        }
    }
}

using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>The buffers of a match, kept in a workspace.</summary>
internal sealed class MatchScratch
{
    // Which terms of the segment at work stand in the mention: a bit a term, cleared by way of the list of those set.
    public ulong[] Present = [];
    public int[] PresentTerms = new int[64];
    public int PresentCount;

    // Where they stand: the last hit of each present term, each hit pointing to the one before.
    public int[] LastHits = [];
    public Hit[] Hits = new Hit[128];
    public int HitCount;

    // Of each token of each stream the word it is: the first term of it, -1 for a word that no query asks for.
    private readonly int[][] _words = [new int[16], new int[128], new int[16], new int[16]];

    // Nodes of the wildcard trie that are alive at a character of a token.
    public int[] Alive = new int[16];
    public int[] AliveNext = new int[16];

    public int[] Matched = new int[64];
    public int MatchedCount;

    // Ordinals counted from the beginning of a slice.
    public int[] Sliced = new int[64];
    public int SlicedCount;

    public readonly Proximity Proximity = new();
    public readonly TokenStream Names = new();

    /// <summary>A token that is a term.</summary>
    /// <param name="Stream">Number of the stream, see <see cref="Segment"/>.</param>
    /// <param name="Token">Index of the token.</param>
    /// <param name="Before">Index of the previous hit of the same term; -1 for the first.</param>
    public readonly record struct Hit(int Stream, int Token, int Before);

    public void Prepare(int terms)
    {
        for (var i = 0; i < PresentCount; i++) Present[PresentTerms[i] >> 6] = 0;
        PresentCount = 0;
        HitCount = 0;
        if (LastHits.Length >= terms) return;
        LastHits = new int[terms];
        Array.Resize(ref Present, (terms + 63) / 64);
    }

    public void AddHit(int term, int stream, int token)
    {
        ref var word = ref Present[term >> 6];
        var bit = 1ul << term;
        var before = -1;
        if ((word & bit) == 0)
        {
            word |= bit;
            if (PresentCount == PresentTerms.Length) Array.Resize(ref PresentTerms, PresentCount * 2);
            PresentTerms[PresentCount++] = term;
        }
        else
        {
            before = LastHits[term];
        }

        if (HitCount == Hits.Length) Array.Resize(ref Hits, HitCount * 2);
        LastHits[term] = HitCount;
        Hits[HitCount++] = new Hit(stream, token, before);
    }

    public int[] WordsOf(int stream) => _words[stream];

    public int[] WordsOf(int stream, int tokens)
    {
        if (_words[stream].Length < tokens) _words[stream] = new int[Math.Max(tokens, _words[stream].Length * 2)];
        return _words[stream];
    }

    public bool Has(int term) => (Present[term >> 6] >> term & 1) != 0;

    public void AddMatched(int ordinal)
    {
        if (MatchedCount == Matched.Length) Array.Resize(ref Matched, MatchedCount * 2);
        Matched[MatchedCount++] = ordinal;
    }

    /// <summary>A copy of ordinals, counted from <paramref name="first"/>; holds as long as the match does.</summary>
    public ReadOnlySpan<int> Rebase(ReadOnlySpan<int> ordinals, int first)
    {
        // A larger array replaces a full one; slices made before keep the old one alive.
        if (SlicedCount + ordinals.Length > Sliced.Length)
        {
            Sliced = new int[Math.Max(Sliced.Length * 2, ordinals.Length * 2)];
            SlicedCount = 0;
        }

        var copy = Sliced.AsSpan(SlicedCount, ordinals.Length);
        for (var i = 0; i < ordinals.Length; i++) copy[i] = ordinals[i] - first;
        SlicedCount += ordinals.Length;
        return copy;
    }
}

using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Queries.Matching;

/// <summary>The buffers of a match, kept in a workspace.</summary>
internal sealed class MatchScratch
{
    // Which items of the segment at work are there: a bit an item, cleared by way of the list of those set.
    public ulong[] Present = [];
    public int[] PresentItems = new int[64];
    public int PresentCount;

    // Those of them that pairs lead to.
    public int[] Partners = new int[64];
    public int PartnerCount;

    // The last hit of each present word and phrase, or the last member of each present list; each points to the one before.
    public int[] Last = [];
    public Hit[] Hits = new Hit[128];
    public int HitCount;
    public Member[] Members = new Member[64];
    public int MemberCount;

    // Of each position of each stream the word that stands there, see Segment, and the token that it is.
    private readonly int[][] _words = [new int[16], new int[128], new int[16], new int[16]];
    private readonly int[][] _tokens = [new int[16], new int[128], new int[16], new int[16]];
    private readonly int[] _positions = new int[4];

    // Nodes of the wildcard trie that are alive at a character of a token.
    public int[] Alive = new int[16];
    public int[] AliveNext = new int[16];

    public int[] Matched = new int[64];
    public int MatchedCount;

    // Ordinals counted from the beginning of a slice.
    public int[] Sliced = new int[64];
    public int SlicedCount;

    public readonly Proximity Proximity = new();
    public readonly ItemPlaces Left = new();
    public readonly ItemPlaces Right = new();
    public readonly TokenStream Names = new();
    public readonly List<Evidence> Evidence = [];

    /// <summary>The segment whose hits these are; null before the first match.</summary>
    public Segment? Segment;

    /// <summary>Changes with every match.</summary>
    public int Generation { get; private set; }

    /// <summary>A place where an item stands.</summary>
    /// <param name="Stream">Number of the stream, see <see cref="Segment"/>.</param>
    /// <param name="First">Position of the first word.</param>
    /// <param name="End">Position of the last word.</param>
    /// <param name="Before">Index of the previous hit of the same item; -1 for the first.</param>
    public readonly record struct Hit(int Stream, int First, int End, int Before);

    /// <summary>A present word or phrase of a present list.</summary>
    /// <param name="Item">The item.</param>
    /// <param name="Rank">Its place in the list.</param>
    /// <param name="Before">Index of the previous member of the same list; -1 for the first.</param>
    public readonly record struct Member(int Item, int Rank, int Before);

    public void Prepare(Segment segment, int items)
    {
        for (var i = 0; i < PresentCount; i++) Present[PresentItems[i] >> 6] = 0;
        PresentCount = 0;
        HitCount = 0;
        MemberCount = 0;
        _positions.AsSpan().Clear();
        Segment = segment;
        Generation++;
        if (Last.Length >= items) return;
        Last = new int[items];
        Array.Resize(ref Present, (items + 63) / 64);
    }

    public void AddHit(int item, int stream, int first, int end)
    {
        var before = SetPresent(item) ? -1 : Last[item];
        if (HitCount == Hits.Length) Array.Resize(ref Hits, HitCount * 2);
        Last[item] = HitCount;
        Hits[HitCount++] = new Hit(stream, first, end, before);
    }

    public void AddMember(int list, int item, int rank)
    {
        var before = SetPresent(list) ? -1 : Last[list];
        if (MemberCount == Members.Length) Array.Resize(ref Members, MemberCount * 2);
        Last[list] = MemberCount;
        Members[MemberCount++] = new Member(item, rank, before);
    }

    public bool Has(int item) => (Present[item >> 6] >> item & 1) != 0;

    /// <summary>Words and tokens of the positions of a stream, to be filled.</summary>
    public (int[] Words, int[] Tokens) BeginStream(int stream, int positions)
    {
        _positions[stream] = positions;
        if (_words[stream].Length < positions)
        {
            var length = Math.Max(positions, _words[stream].Length * 2);
            _words[stream] = new int[length];
            _tokens[stream] = new int[length];
        }

        return (_words[stream], _tokens[stream]);
    }

    /// <summary>How many positions of a stream have been read; 0 for one that no query looks at.</summary>
    public int PositionsOf(int stream) => _positions[stream];

    public ReadOnlySpan<int> WordsOf(int stream) => _words[stream].AsSpan(0, _positions[stream]);

    /// <summary>Index of the token at a position of a stream.</summary>
    public int TokenAt(int stream, int position) => _tokens[stream][position];

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

    /// <summary>Marks an item as there.</summary>
    /// <returns>Whether it was not before.</returns>
    private bool SetPresent(int item)
    {
        ref var word = ref Present[item >> 6];
        var bit = 1ul << item;
        if ((word & bit) != 0) return false;
        word |= bit;
        if (PresentCount == PresentItems.Length) Array.Resize(ref PresentItems, PresentCount * 2);
        PresentItems[PresentCount++] = item;
        return true;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Engagement.Star;

/// <summary>Sums the weights of what was found, all labels at once, and keeps what had weights.</summary>
internal struct StarMarginSink(StarModel model, StarParts parts) : IStarFeatureSink
{
    // So many weights of one byte cannot overflow a sum of two.
    private const int Safe = 255;

    private Vector128<short> _lower;
    private Vector128<short> _upper;
    private int _added;

    public void Word(int word, ulong hash, ReadOnlySpan<char> folded)
    {
        var row = model.RowOf(StarKeys.Word(hash));
        if (row >= 0) Add(row, word);
        else Unknown(word, folded);
    }

    public void Pair(int word, ulong key)
    {
        var row = model.RowOf(key);
        if (row < 0) return;
        parts.Add(row, word, word + 1);
        Add(row);
    }

    public void Concept(int concept, int first, int last)
    {
        var row = model.RowOfConcept(concept);
        if (row < 0) return;
        parts.Add(row, first, last);
        Add(row);
    }

    public readonly int NumberOf(int one, int other) => model.NumberOfPair(one, other);

    public void ConceptPair(int pair, (int First, int Last) one, (int First, int Last) other)
    {
        var row = model.RowOfPair(pair);
        parts.Add(row, one, other);
        Add(row);
    }

    public void Text(ulong key)
    {
        var row = model.RowOf(key);
        if (row >= 0) Add(row);
    }

    /// <summary>Adds what was found since the last time to the sums, one a label.</summary>
    public void AddTo(Span<int> sums)
    {
        // The first six numbers are what is left of keys.
        for (var label = 0; label < 2; label++) sums[label] += _lower[6 + label];
        for (var label = 2; label < StarLabel.Count; label++) sums[label] += _upper[label - 2];
        (_lower, _upper, _added) = (default, default, 0);
    }

    // A word that the texts of the training did not have: its stem and its pieces are known by others.
    private void Unknown(int word, ReadOnlySpan<char> folded)
    {
        var row = model.RowOf(StarKeys.Stem(folded));
        if (row >= 0) Add(row, word);
        var pieces = StarKeys.PiecesOf(folded);
        if (pieces == 0) return;
        Span<char> room = stackalloc char[StarKeys.PieceRoom];
        var marked = StarKeys.Marked(folded, room);
        for (var i = 0; i < pieces; i++)
        {
            row = model.RowOf(StarKeys.Piece(marked, i));
            if (row >= 0) Add(row, word);
        }
    }

    private void Add(int row, int word)
    {
        parts.Add(row, word, word);
        Add(row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int row)
    {
        var (lower, upper) = Vector128.Widen(model.RowAt(row));
        _lower += lower;
        _upper += upper;
        if (++_added == Safe) AddTo(parts.Sums);
    }
}

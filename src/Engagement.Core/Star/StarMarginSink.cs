using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Engagement.Star;

/// <summary>Sums the weights of what was found, all labels at once.</summary>
internal struct StarMarginSink(StarModel model) : IStarFeatureSink
{
    private Vector128<int> _first;
    private Vector128<int> _second;
    private Vector128<int> _third;

    public void Word(int word, ulong hash, ReadOnlySpan<char> folded)
    {
        var row = model.RowOf(StarKeys.Word(hash));
        if (row >= 0)
        {
            Add(model.RowAt(row));
            return;
        }

        Text(StarKeys.Stem(folded));
        var pieces = StarKeys.PiecesOf(folded);
        for (var i = 0; i < pieces; i++) Text(StarKeys.Piece(folded, i));
    }

    public void Pair(int word, ulong key) => Text(key);

    public void Concept(int concept, int first, int last) => Add(model.PairAt(StarConcepts.Shipped.PairOf(concept, concept)));

    public void ConceptPair(int pair, (int First, int Last) one, (int First, int Last) other) => Add(model.PairAt(pair));

    public void Text(ulong key)
    {
        var row = model.RowOf(key);
        if (row >= 0) Add(model.RowAt(row));
    }

    /// <summary>The sums, one a label.</summary>
    public readonly void CopyTo(Span<int> sums)
    {
        Span<int> all = stackalloc int[12];
        _first.CopyTo(all);
        _second.CopyTo(all[4..]);
        _third.CopyTo(all[8..]);
        all[..StarLabel.Count].CopyTo(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector128<sbyte> row)
    {
        var (lower, upper) = Vector128.Widen(row);
        _first += Vector128.WidenLower(lower);
        _second += Vector128.WidenUpper(lower);
        _third += Vector128.WidenLower(upper);
    }
}

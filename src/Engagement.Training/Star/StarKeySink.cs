using System.Runtime.InteropServices;
using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>Collects what a text has: keys and how often, and the words behind them.</summary>
internal readonly struct StarKeySink(Dictionary<ulong, int> counts, Dictionary<ulong, string> words) : IStarFeatureSink
{
    public void Word(int word, ulong hash, ReadOnlySpan<char> folded)
    {
        words.TryAdd(hash, folded.ToString());
        Text(StarKeys.Word(hash));
        Text(StarKeys.Stem(folded));
        var pieces = StarKeys.PiecesOf(folded);
        if (pieces == 0) return;
        var marked = StarKeys.Marked(folded, stackalloc char[StarKeys.PieceRoom]);
        for (var i = 0; i < pieces; i++) Text(StarKeys.Piece(marked, i));
    }

    public void Pair(int word, ulong key) => Text(key);

    public void Concept(int concept, int first, int last) => Text(StarKeys.Concept(StarConcepts.Shipped.Names[concept]));

    public int NumberOf(int one, int other) => StarConcepts.Shipped.PairOf(one, other);

    public void ConceptPair(int pair, (int First, int Last) one, (int First, int Last) other)
    {
        var ideas = StarConcepts.Shipped;
        Text(StarKeys.ConceptPair(ideas.Names[pair / ideas.Paired], ideas.Names[pair % ideas.Paired]));
    }

    public void Text(ulong key) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}

namespace Engagement.Star;

/// <summary>Takes what <see cref="StarFeatures"/> found, in the order of the text: sums it, shares it out or learns from it.</summary>
internal interface IStarFeatureSink
{
    /// <summary>A word, where it first occurs.</summary>
    /// <param name="word">Its place among the words.</param>
    /// <param name="hash">Hash of its folded characters.</param>
    /// <param name="folded">Its folded characters.</param>
    void Word(int word, ulong hash, ReadOnlySpan<char> folded);

    /// <summary>A word and the next, where the two first occur.</summary>
    /// <param name="word">The place of the first.</param>
    /// <param name="key">Their key.</param>
    void Pair(int word, ulong key);

    /// <summary>An idea, where it first occurs.</summary>
    /// <param name="concept">The idea.</param>
    /// <param name="first">Its first word.</param>
    /// <param name="last">Its last word.</param>
    void Concept(int concept, int first, int last);

    /// <summary>The number by which the sink knows two ideas, in either order: from 0, below <see cref="StarConcepts.PairCount"/>; -1 when they are nothing to it.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other, which may be the same.</param>
    int NumberOf(int one, int other);

    /// <summary>Two ideas in one sentence, where they first meet.</summary>
    /// <param name="pair">Their number.</param>
    /// <param name="one">The words of the one.</param>
    /// <param name="other">The words of the other.</param>
    void ConceptPair(int pair, (int First, int Last) one, (int First, int Last) other);

    /// <summary>Something of the whole text.</summary>
    /// <param name="key">Its key.</param>
    void Text(ulong key);
}

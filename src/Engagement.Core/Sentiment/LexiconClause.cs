namespace Engagement.Sentiment;

/// <summary>A part of a sentence between two marks or words of contrast.</summary>
internal struct LexiconClause
{
    /// <summary>Index of the first token.</summary>
    public int First;

    /// <summary>Index after the last token.</summary>
    public int End;

    /// <summary>Whether a sentence begins here.</summary>
    public bool BeginsSentence;

    /// <summary>What the word of contrast that opens it makes of the clause itself; 1 when none.</summary>
    public float Own;

    /// <summary>What the word of contrast that opens it makes of what stood before in the sentence; 1 when none.</summary>
    public float Before;

    /// <summary>How many exclamation marks close it, at most three.</summary>
    public int Exclamations;

    /// <summary>Whether a question mark closes it.</summary>
    public bool Question;

    /// <summary>The factor on its valences, from all of the above.</summary>
    public double Weight;
}

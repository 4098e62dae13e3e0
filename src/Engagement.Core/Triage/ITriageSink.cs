namespace Engagement.Triage;

/// <summary>Takes what <see cref="TriageScan"/> sees in a text. Places are numbers of tokens, those of the title first.</summary>
internal interface ITriageSink
{
    /// <summary>A word, the beginning of one, or two words in a row of which it is the second.</summary>
    void Word(ulong key, int at);

    /// <summary>Words that stand for ideas, one bit an idea.</summary>
    void Seen(UInt128 ideas, int first, int last);

    /// <summary>An idea for the first time.</summary>
    void Idea(int idea);

    /// <summary>Two ideas, the lower number first, for the first time in one statement or in two that follow each other.</summary>
    void Pair(int low, int high);
}

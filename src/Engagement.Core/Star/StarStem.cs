namespace Engagement.Star;

/// <summary>
/// The part of a word that its forms share, cut by its endings alone, in the spirit of M. F. Porter, "An algorithm for suffix stripping"
/// (1980), but always a beginning of the word, so that it is a slice and never a new text.
/// </summary>
internal static class StarStem
{
    private const int Shortest = 3;

    // Longer endings first.
    private static readonly string[] Endings = ["edly", "ings", "ment", "ness", "ers", "ies", "ing", "'s", "ed", "er", "es", "ly", "s"];

    /// <summary>The beginning of a folded word that stands for all its forms; words of three letters and fewer stay whole.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= Shortest) return word;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length < Shortest || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            break;
        }

        if (word[^1] is 'e' or 'y') word = word[..^1];
        return word.Length > Shortest && word[^1] == word[^2] ? word[..^1] : word;
    }
}

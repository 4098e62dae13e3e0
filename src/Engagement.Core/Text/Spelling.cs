namespace Engagement.Text;

/// <summary>Guesses what a misspelt key, field or word was meant to be.</summary>
internal static class Spelling
{
    private const int LongestWord = 64;

    /// <summary><c>; did you mean "…"?</c>, or nothing when no candidate is near.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";

    /// <summary>The nearest candidate within a third of the word's length in edits; null when none is.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord) return null;
        var best = Math.Max(1, word.Length / 3) + 1;
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestWord || Math.Abs(candidate.Length - word.Length) >= best) continue;
            var distance = Distance(word, candidate);
            if (distance >= best) continue;
            (best, nearest) = (distance, candidate);
        }

        return nearest;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two words, without regard to case.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Fold(a[i - 1]) == Fold(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                var swapped = i > 1 && j > 1 && Fold(a[i - 1]) == Fold(b[j - 2]) && Fold(a[i - 2]) == Fold(b[j - 1]);
                if (swapped) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            last.CopyTo(beforeLast);
            current.CopyTo(last);
        }

        return last[b.Length];
    }

    private static char Fold(char c) => char.ToLowerInvariant(c);
}

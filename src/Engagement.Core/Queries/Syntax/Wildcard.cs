namespace Engagement.Queries.Syntax;

/// <summary>Comparison with <c>?</c>, which stands for one character (both halves of a surrogate pair), and an open end.</summary>
internal static class Wildcard
{
    /// <summary>The single-character wildcard.</summary>
    public const char Any = '?';

    public static bool Matches(ReadOnlySpan<char> pattern, bool openEnd, ReadOnlySpan<char> word)
    {
        var at = 0;
        foreach (var c in pattern)
        {
            if (at == word.Length) return false;
            if (c == Any)
            {
                at += char.IsHighSurrogate(word[at]) && at + 1 < word.Length && char.IsLowSurrogate(word[at + 1]) ? 2 : 1;
            }
            else if (word[at] == c)
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        return openEnd || at == word.Length;
    }
}

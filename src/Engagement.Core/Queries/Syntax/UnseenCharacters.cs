using System.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Characters that have no business in a query because nobody sees them: spaces without width, marks of direction, halves of surrogate pairs.</summary>
internal static class UnseenCharacters
{
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>Place of the first one from <paramref name="from"/> on; -1 for none.</summary>
    public static int IndexIn(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] < '\u00AD') continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (IsUnseen(text, i)) return i;
        }

        return -1;
    }

    /// <summary>The text without any of them.</summary>
    public static string Without(string text)
    {
        var left = new StringBuilder(text.Length);
        for (var from = 0; ;)
        {
            var found = IndexIn(text, from);
            left.Append(text, from, (found < 0 ? text.Length : found) - from);
            if (found < 0) return left.ToString();
            from = found + 1;
        }
    }

    /// <summary>Whether one stands at a place.</summary>
    public static bool IsAt(string text, int i) => !(char.IsSurrogate(text[i]) && IsPaired(text, i)) && IsUnseen(text, i);

    private static bool IsPaired(string text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static bool IsUnseen(string text, int i) => text[i] switch
    {
        '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => true,
        >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u206F' => true,

        // Persian and Indic words are spelled with them, and emoji made of several are held together by one.
        NonJoiner or Joiner => IsNothingToJoin(i == 0 ? ' ' : text[i - 1]) || IsNothingToJoin(i + 1 == text.Length ? ' ' : text[i + 1]),
        var c => char.IsSurrogate(c),
    };

    private static bool IsNothingToJoin(char c) => char.IsWhiteSpace(c) || c < '\u0250' || c is NonJoiner or Joiner;
}

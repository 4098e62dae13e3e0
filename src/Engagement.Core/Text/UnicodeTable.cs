using System.Collections.Frozen;

namespace Engagement.Text;

/// <summary>Classes and foldings of code points, from the generated tables: the same on every machine, whatever its runtime knows of Unicode.</summary>
internal static class UnicodeTable
{
    /// <summary>Stands in the folding of a UTF-16 code unit that does not fold to exactly one other.</summary>
    private const char FoldsOtherwise = '\uFFFF';

    private static readonly CharClass[] Classes = new CharClass[0x10000];
    private static readonly char[] Foldings = new char[0x10000];
    private static readonly (int First, int Last, CharClass Class)[] AstralClasses;
    private static readonly FrozenDictionary<int, string> OtherFoldings;

    static UnicodeTable()
    {
        var astral = new List<(int, int, CharClass)>();
        foreach (var (first, last, letters) in DataTable.Ranges("Text.unicode-classes.txt"))
        {
            var value = Parse(letters);
            for (var i = first; i <= Math.Min(last, 0xFFFF); i++) Classes[i] = value;
            if (last > 0xFFFF) astral.Add((Math.Max(first, 0x10000), last, value));
        }

        AstralClasses = [.. astral];

        for (var i = 0; i < Foldings.Length; i++) Foldings[i] = (char)i;
        for (var c = 'A'; c <= 'Z'; c++) Foldings[c] = (char)(c | 0x20);
        Foldings['`'] = '\'';
        Foldings[FoldsOtherwise] = FoldsOtherwise;
        var others = new Dictionary<int, string> { [FoldsOtherwise] = FoldsOtherwise.ToString() };
        foreach (var line in DataTable.Lines("Text.unicode-folding.txt"))
        {
            var parts = line.Split(' ');
            var codePoint = DataTable.Hex(parts[0]);
            var folded = string.Concat(parts.Skip(1).Select(hex => (char)DataTable.Hex(hex)));
            if (codePoint <= 0xFFFF && folded.Length == 1)
            {
                Foldings[codePoint] = folded[0];
                continue;
            }

            if (codePoint <= 0xFFFF) Foldings[codePoint] = FoldsOtherwise;
            others[codePoint] = folded;
        }

        OtherFoldings = others.ToFrozenDictionary();
    }

    /// <summary>Class of a UTF-16 code unit; none for surrogates.</summary>
    public static CharClass Of(char c) => Classes[c];

    /// <summary>Class of the code point at <paramref name="index"/>, and its length in code units; a lone surrogate is one unit without class.</summary>
    public static CharClass Of(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1])) return Classes[c];
        length = 2;
        return OfAstral(char.ConvertToUtf32(c, text[index + 1]));
    }

    /// <summary>Class of the code point that ends before <paramref name="index"/>; none at the start of the text.</summary>
    public static CharClass Before(ReadOnlySpan<char> text, int index)
    {
        if (index == 0) return CharClass.None;
        var c = text[index - 1];
        return char.IsLowSurrogate(c) && index > 1 && char.IsHighSurrogate(text[index - 2])
            ? OfAstral(char.ConvertToUtf32(text[index - 2], c))
            : Classes[c];
    }

    /// <summary>Folding of a code unit that folds to exactly one, itself included.</summary>
    /// <returns>False for those that fold to none or several; see <see cref="FoldingOf"/>.</returns>
    public static bool TryFold(char c, out char folded)
    {
        folded = Foldings[c];
        return folded != FoldsOtherwise;
    }

    /// <summary>What a code point folds to, when not to exactly one code unit; null when to itself.</summary>
    public static string? FoldingOf(int codePoint) => OtherFoldings.GetValueOrDefault(codePoint);

    private static CharClass OfAstral(int codePoint)
    {
        var (low, high) = (0, AstralClasses.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var (first, last, value) = AstralClasses[middle];
            if (codePoint < first) high = middle - 1;
            else if (codePoint > last) low = middle + 1;
            else return value;
        }

        return CharClass.None;
    }

    private static CharClass Parse(string letters)
    {
        var value = CharClass.None;
        foreach (var letter in letters)
        {
            value |= letter switch
            {
                'L' => CharClass.Letter,
                'M' => CharClass.Mark,
                'D' => CharClass.Digit,
                'N' => CharClass.OtherNumber,
                'U' => CharClass.Upper,
                'S' => CharClass.Space,
                'R' => CharClass.LineBreak,
                'P' => CharClass.Punctuation,
                'C' => CharClass.Unspaced,
                'E' => CharClass.Emoji,
                'e' => CharClass.EmojiIfAsked,
                'I' => CharClass.Format,
                'Z' => CharClass.Joining,
                'a' => CharClass.Dropped,
                _ => CharClass.None,
            };
        }

        return value;
    }
}

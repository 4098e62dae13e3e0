using System.Collections.Frozen;
using System.Globalization;

namespace Engagement.Text;

/// <summary>What letters with marks canonically consist of, and what letters and marks become together: the same on every machine, with or without ICU.</summary>
internal static class CompositionTable
{
    // Hangul syllables are reckoned from their parts (The Unicode Standard, section 3.12).
    private const int Syllable = 0xAC00;
    private const int Leading = 0x1100;
    private const int Vowel = 0x1161;
    private const int Trailing = 0x11A7;
    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;
    private const int SyllableCount = LeadingCount * VowelCount * TrailingCount;

    private static readonly FrozenDictionary<int, byte> CombiningClasses;
    private static readonly FrozenDictionary<int, int[]> Decompositions;
    private static readonly FrozenDictionary<(int, int), int> Compositions;

    static CompositionTable()
    {
        var classes = new Dictionary<int, byte>();
        foreach (var (first, last, value) in DataTable.Ranges("Text.unicode-combining.txt"))
        {
            for (var i = first; i <= last; i++) classes[i] = byte.Parse(value, CultureInfo.InvariantCulture);
        }

        var steps = new Dictionary<int, int[]>();
        var compositions = new Dictionary<(int, int), int>();
        foreach (var line in DataTable.Lines("Text.unicode-decomposition.txt"))
        {
            var parts = line.Split(' ');
            var isNeverComposed = parts[^1] == "!";
            var codePoints = parts.Take(parts.Length - (isNeverComposed ? 1 : 0)).Select(part => DataTable.Hex(part)).ToArray();
            steps[codePoints[0]] = codePoints[1..];
            if (!isNeverComposed) compositions[(codePoints[1], codePoints[2])] = codePoints[0];
        }

        CombiningClasses = classes.ToFrozenDictionary();
        Decompositions = steps.Keys.ToFrozenDictionary(codePoint => codePoint, codePoint => Whole(codePoint, steps).ToArray());
        Compositions = compositions.ToFrozenDictionary();
    }

    /// <summary>Canonical combining class: 0 for what starts a letter, otherwise where a mark stands to it.</summary>
    public static byte ClassOf(int codePoint) => codePoint < 0x300 ? (byte)0 : CombiningClasses.GetValueOrDefault(codePoint);

    /// <summary>Adds what a code point consists of, in full; itself where it does not decompose.</summary>
    public static void Decompose(int codePoint, List<int> into)
    {
        var syllable = codePoint - Syllable;
        if (syllable is >= 0 and < SyllableCount)
        {
            into.Add(Leading + (syllable / (VowelCount * TrailingCount)));
            into.Add(Vowel + (syllable / TrailingCount % VowelCount));
            if (syllable % TrailingCount > 0) into.Add(Trailing + (syllable % TrailingCount));
        }
        else if (codePoint >= 0xC0 && Decompositions.TryGetValue(codePoint, out var parts))
        {
            into.AddRange(parts);
        }
        else
        {
            into.Add(codePoint);
        }
    }

    /// <summary>What two code points become together; null where they stay two.</summary>
    public static int? Compose(int first, int second)
    {
        if (first is >= Leading and < Leading + LeadingCount && second is >= Vowel and < Vowel + VowelCount)
            return Syllable + ((((first - Leading) * VowelCount) + second - Vowel) * TrailingCount);
        if (first is >= Syllable and < Syllable + SyllableCount && (first - Syllable) % TrailingCount == 0 && second is > Trailing and < Trailing + TrailingCount)
            return first + second - Trailing;
        return Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static IEnumerable<int> Whole(int codePoint, Dictionary<int, int[]> steps) =>
        steps.TryGetValue(codePoint, out var parts) ? parts.SelectMany(part => Whole(part, steps)) : [codePoint];
}

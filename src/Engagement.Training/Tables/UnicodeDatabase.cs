using System.Globalization;
using System.Text;

namespace Engagement.Training.Tables;

/// <summary>What the tables need of a Unicode character database.</summary>
internal sealed class UnicodeDatabase
{
    // Scripts whose words stand without spaces, so that only single code points can be tokens.
    private static readonly HashSet<string> UnspacedScripts =
        ["Han", "Hiragana", "Katakana", "Bopomofo", "Hangul", "Yi", "Thai", "Lao", "Khmer", "Myanmar", "Tai_Le", "New_Tai_Lue", "Tai_Tham", "Tai_Viet"];

    // Marks of sound length and repetition that several of those scripts share.
    private static readonly HashSet<int> UnspacedCommon = [0x3006, 0x303C, 0x30FC, 0xFF70, 0x3099, 0x309A, 0xFF9E, 0xFF9F];

    // Letters that Unicode does not decompose, but that people type without the stroke or as two letters.
    private static readonly Dictionary<int, string> Strokes =
        "ø=o ł=l đ=d ħ=h ŧ=t ı=i æ=ae œ=oe ð=d þ=th".Split(' ').ToDictionary(pair => (int)pair[0], pair => pair[2..]);

    // Kinds of apostrophe, hyphen and double quotation mark, each read as one character.
    private static readonly Dictionary<int, string> Marks = new (string One, int[] Kinds)[]
    {
        ("'", [0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x2B9, 0x2BB, 0x2BC, 0xA78C, 0xFF07]),
        ("-", [0x2010, 0x2011]),
        ("\"", [0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F]),
    }.SelectMany(mark => mark.Kinds, (mark, kind) => (kind, mark.One)).ToDictionary(pair => pair.kind, pair => pair.One);

    private readonly string[] _categories = new string[0x110000];
    private readonly int[] _combiningClasses = new int[0x110000];
    private readonly string?[] _scripts = new string?[0x110000];
    private readonly HashSet<int> _whiteSpace = [];
    private readonly HashSet<int> _variationSelectors = [];
    private readonly HashSet<int> _emoji = [];
    private readonly HashSet<int> _emojiPresentation = [];
    private readonly HashSet<int> _pictographic = [];
    private readonly Dictionary<int, string> _caseFolding = [];
    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly HashSet<int> _neverComposed = [];

    private UnicodeDatabase()
    {
    }

    public string Version { get; private set; } = "";

    public static UnicodeDatabase Read(string directory)
    {
        var database = new UnicodeDatabase { Version = VersionOf(Path.Combine(directory, "Scripts.txt")) };
        database.ReadCharacters(Path.Combine(directory, "UnicodeData.txt"));
        foreach (var (first, last, value) in Properties(Path.Combine(directory, "Scripts.txt")))
        {
            for (var i = first; i <= last; i++) database._scripts[i] = value;
        }

        Collect(Path.Combine(directory, "PropList.txt"), "White_Space", database._whiteSpace);
        Collect(Path.Combine(directory, "PropList.txt"), "Variation_Selector", database._variationSelectors);
        var emoji = Path.Combine(directory, "emoji", "emoji-data.txt");
        Collect(emoji, "Emoji", database._emoji);
        Collect(emoji, "Emoji_Presentation", database._emojiPresentation);
        Collect(emoji, "Extended_Pictographic", database._pictographic);
        Collect(Path.Combine(directory, "DerivedNormalizationProps.txt"), "Full_Composition_Exclusion", database._neverComposed);
        foreach (var fields in Lines(Path.Combine(directory, "CaseFolding.txt")))
        {
            if (fields[1] is not ("C" or "F")) continue;
            database._caseFolding[Hex(fields[0])] = string.Concat(fields[2].Split(' ').Select(hex => char.ConvertFromUtf32(Hex(hex))));
        }

        return database;
    }

    /// <summary>Class letters of a code point, in a fixed order; the meaning of each is in the header of the table.</summary>
    public string ClassesOf(int codePoint)
    {
        var category = _categories[codePoint] ?? "Cn";
        var classes = new StringBuilder();
        if (category[0] == 'L') classes.Append('L');
        if (category[0] == 'M') classes.Append('M');
        if (category == "Nd") classes.Append('D');
        if (category is "Nl" or "No") classes.Append('N');
        if (category is "Lu" or "Lt") classes.Append('U');
        if (_whiteSpace.Contains(codePoint) || codePoint == 0x180E) classes.Append('S');
        if (codePoint is '\n' or '\r' or 0x85 or 0x2028 or 0x2029) classes.Append('R');
        if (category[0] == 'P') classes.Append('P');
        if (IsUnspaced(codePoint, category)) classes.Append('C');
        if (_emoji.Contains(codePoint) && codePoint >= 0x80) classes.Append(IsEmojiByItself(codePoint) ? 'E' : 'e');
        else if (category == "Cn" && codePoint >= 0x1F000 && _pictographic.Contains(codePoint)) classes.Append('E');
        if (codePoint != 0x180E && (category == "Cf" || _variationSelectors.Contains(codePoint))) classes.Append('I');
        if (_variationSelectors.Contains(codePoint) || codePoint is 0xAD or 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF) classes.Append('Z');
        if (IsDropped(codePoint)) classes.Append('a');
        return classes.ToString();
    }

    /// <summary>Script of a letter; empty for what is none and for letters that scripts share.</summary>
    public string ScriptOfLetter(int codePoint) =>
        _categories[codePoint] is { } category && category[0] == 'L' && _scripts[codePoint] is { } script && script is not ("Common" or "Inherited")
            ? script
            : "";

    /// <summary>Canonical combining class: 0 for what starts a letter, otherwise where a mark stands to it.</summary>
    public int CombiningClassOf(int codePoint) => _combiningClasses[codePoint];

    /// <summary>The one or two code points that a code point canonically consists of, by one step; null where it does not, and for Hangul, which is reckoned.</summary>
    public int[]? DecompositionOf(int codePoint) => _decompositions.GetValueOrDefault(codePoint);

    /// <summary>Whether a code point that decomposes is never composed again.</summary>
    public bool IsNeverComposed(int codePoint) => _neverComposed.Contains(codePoint);

    /// <summary>What a code point folds to; null when to itself.</summary>
    public string? FoldingOf(int codePoint)
    {
        if (Marks.TryGetValue(codePoint, out var mark)) return mark;
        if (IsDropped(codePoint)) return "";
        var category = _categories[codePoint] ?? "Cn";
        var isWidthForm = codePoint is >= 0xFF01 and <= 0xFF5E;
        if (category[0] != 'L' && category is not ("Nd" or "Nl" or "Mn" or "Mc") && !isWidthForm) return null;

        var original = char.ConvertFromUtf32(codePoint);
        var folded = Fold(original);
        return folded == original ? null : folded;
    }

    private string Fold(string text)
    {
#pragma warning disable RS0030 // The program that makes the tables runs where there is ICU; what reads them need not.
        // Twice: a decomposition can yield a capital, and a capital's folding can be decomposed.
        for (var round = 0; round < 2; round++)
        {
            var decomposed = text.Normalize(NormalizationForm.FormKD);
            var folded = new StringBuilder();
            foreach (var rune in decomposed.EnumerateRunes())
            {
                if (IsDropped(rune.Value) || _categories[rune.Value] is "Zs") continue;

                // An apostrophe that only the decomposition brings in is no more part of the word than one that was typed.
                if (rune.Value == 0x02BC && text != "\u02BC") continue;
                var one = _caseFolding.GetValueOrDefault(rune.Value) ?? rune.ToString();
                foreach (var c in one) folded.Append(Strokes.GetValueOrDefault(c) ?? c.ToString());
            }

            text = folded.ToString().Normalize(NormalizationForm.FormKC);
        }
#pragma warning restore RS0030

        return text;
    }

    // Accents above, below and across letters, and the points of Hebrew, Arabic and Syriac. Vowel signs, viramas and the voicing marks of
    // kana (classes 0, 7, 8, 9 and those of Thai, Lao and Tibetan) make other words and stay.
    private bool IsDropped(int codePoint) =>
        _categories[codePoint] is "Mn" or "Me" && _combiningClasses[codePoint] is 1 or (>= 10 and <= 36) or >= 200;

    private bool IsUnspaced(int codePoint, string category) =>
        UnspacedCommon.Contains(codePoint)
        || (category[0] is 'L' or 'M' && _scripts[codePoint] is { } script && UnspacedScripts.Contains(script))
        || (category == "Nl" && _scripts[codePoint] == "Han");

    // Signs of the text itself (©, ™, ↔, ▪) are emoji only when the writer asks for it; hearts, hands and suns nearly always.
    private bool IsEmojiByItself(int codePoint) =>
        _emojiPresentation.Contains(codePoint) || codePoint is (>= 0x2600 and <= 0x27BF) or >= 0x1F000;

    private void ReadCharacters(string path)
    {
        var first = -1;
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split(';');
            var codePoint = Hex(fields[0]);
            if (fields[1].EndsWith(", First>", StringComparison.Ordinal))
            {
                first = codePoint;
                continue;
            }

            for (var i = first >= 0 ? first : codePoint; i <= codePoint; i++)
            {
                _categories[i] = fields[2];
                _combiningClasses[i] = int.Parse(fields[3], CultureInfo.InvariantCulture);
            }

            if (fields[5].Length > 0 && fields[5][0] != '<') _decompositions[codePoint] = [.. fields[5].Split(' ').Select(Hex)];
            first = -1;
        }
    }

    private static void Collect(string path, string property, HashSet<int> into)
    {
        foreach (var (first, last, value) in Properties(path))
        {
            if (value != property) continue;
            for (var i = first; i <= last; i++) into.Add(i);
        }
    }

    private static IEnumerable<(int First, int Last, string Value)> Properties(string path)
    {
        foreach (var fields in Lines(path))
        {
            var ends = fields[0].Split("..");
            yield return (Hex(ends[0]), Hex(ends[^1]), fields[1]);
        }
    }

    private static IEnumerable<string[]> Lines(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length > 0) yield return text.Split(';', StringSplitOptions.TrimEntries);
        }
    }

    private static string VersionOf(string path)
    {
        var first = File.ReadLines(path).First();
        return first[(first.IndexOf('-', StringComparison.Ordinal) + 1)..].Replace(".txt", "", StringComparison.Ordinal).Trim();
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

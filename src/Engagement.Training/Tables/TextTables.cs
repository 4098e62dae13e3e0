using System.Globalization;
using System.Text;

namespace Engagement.Training.Tables;

/// <summary>
/// Writes the Unicode and top-level-domain tables that Engagement.Core reads text by. Run when a new Unicode version or a newer list of
/// domains is to be taken in; the files written are part of the repository.
/// </summary>
public static class TextTables
{
    /// <summary>
    /// Command line: <c>tables UNICODE-DIRECTORY TOP-LEVEL-DOMAINS OUTPUT-DIRECTORY</c>. The first is a Unicode character database
    /// (<c>UnicodeData.txt</c>, <c>Scripts.txt</c>, <c>PropList.txt</c>, <c>CaseFolding.txt</c>, <c>DerivedNormalizationProps.txt</c>, <c>emoji/emoji-data.txt</c>; Debian's
    /// package unicode-data has one in <c>/usr/share/unicode</c>), the second IANA's list, one name a line, in Unicode form.
    /// </summary>
    /// <returns>0, or 2 when the arguments are not three.</returns>
    public static int Run(string[] arguments, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments.Length != 3)
        {
            errors.WriteLine("tables UNICODE-DIRECTORY TOP-LEVEL-DOMAINS OUTPUT-DIRECTORY");
            return 2;
        }

        var database = UnicodeDatabase.Read(arguments[0]);
        Write(Path.Combine(arguments[2], "unicode-classes.txt"), ClassLines(database));
        Write(Path.Combine(arguments[2], "unicode-scripts.txt"), ScriptLines(database));
        Write(Path.Combine(arguments[2], "unicode-folding.txt"), FoldingLines(database));
        Write(Path.Combine(arguments[2], "unicode-combining.txt"), CombiningLines(database));
        Write(Path.Combine(arguments[2], "unicode-decomposition.txt"), DecompositionLines(database));
        var domains = Path.Combine(arguments[2], "top-level-domains.txt");
        Write(domains, DomainLines(File.ReadLines(arguments[1]), File.Exists(domains) ? File.ReadLines(domains).ToList() : []));
        return 0;
    }

    /// <summary>Ranges of code points with their class letters; see the header that is written.</summary>
    private static IEnumerable<string> ClassLines(UnicodeDatabase database)
    {
        yield return $"# Classes of code points. Origin: Unicode character database {database.Version}. Made by Engagement.Training.Tables.TextTables.";
        yield return "# first..last (hexadecimal), then class letters:";
        yield return "# L letter, M mark, D decimal digit, N other number, U upper or title case, S white space, R line break, P punctuation,";
        yield return "# C script written without spaces (one token a code point), E emoji, e emoji only before U+FE0F, I format character or variation selector,";
        yield return "# Z format character that joins (zero-width space and joiners, soft hyphen, variation selectors), a accent or Hebrew or Arabic point that folding drops";
        foreach (var line in Ranges(database.ClassesOf)) yield return line;
    }

    private static IEnumerable<string> ScriptLines(UnicodeDatabase database)
    {
        yield return $"# Scripts of letters. Origin: Unicode character database {database.Version}, Scripts.txt. Made by Engagement.Training.Tables.TextTables.";
        yield return "# first..last (hexadecimal), then the script; Common and Inherited are left out.";
        foreach (var line in Ranges(database.ScriptOfLetter)) yield return line;
    }

    private static IEnumerable<string> FoldingLines(UnicodeDatabase database)
    {
        yield return $"# Folding of case, accents and width. Origin: Unicode character database {database.Version} (CaseFolding.txt C and F, decompositions), and the";
        yield return "# strokes and ligatures that Unicode does not decompose. Made by Engagement.Training.Tables.TextTables.";
        yield return "# code point (hexadecimal), then what it folds to in UTF-16 code units (hexadecimal); nothing means that it is dropped.";
        for (var codePoint = 0x80; codePoint <= 0x10FFFF; codePoint++)
        {
            if (database.FoldingOf(codePoint) is not { } folded) continue;
            yield return string.Create(CultureInfo.InvariantCulture, $"{codePoint:X4} {string.Join(' ', folded.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))}").TrimEnd();
        }
    }

    private static IEnumerable<string> CombiningLines(UnicodeDatabase database)
    {
        yield return $"# Canonical combining classes. Origin: Unicode character database {database.Version}, UnicodeData.txt. Made by Engagement.Training.Tables.TextTables.";
        yield return "# first..last (hexadecimal), then the class (decimal); class 0 is left out.";
        foreach (var line in Ranges(codePoint => database.CombiningClassOf(codePoint) is > 0 and var order ? order.ToString(CultureInfo.InvariantCulture) : "")) yield return line;
    }

    private static IEnumerable<string> DecompositionLines(UnicodeDatabase database)
    {
        yield return $"# Canonical decompositions, one step each. Origin: Unicode character database {database.Version}, UnicodeData.txt and DerivedNormalizationProps.txt.";
        yield return "# Made by Engagement.Training.Tables.TextTables. Hangul syllables are reckoned and left out.";
        yield return "# code point, then what it consists of (hexadecimal); ! where it is never composed again.";
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (database.DecompositionOf(codePoint) is not { } parts) continue;
            yield return string.Create(CultureInfo.InvariantCulture, $"{codePoint:X4} {string.Join(' ', parts.Select(part => part.ToString("X4", CultureInfo.InvariantCulture)))}{(database.IsNeverComposed(codePoint) ? " !" : "")}");
        }
    }

    /// <summary>What was once on the list stays, marked as retired: old posts keep their links.</summary>
    private static IEnumerable<string> DomainLines(IEnumerable<string> current, IReadOnlyList<string> previous)
    {
        var now = Names(current).ToHashSet(StringComparer.Ordinal);
        var before = Names(previous).Where(name => !now.Contains(name)).Distinct(StringComparer.Ordinal);
        yield return "# Top-level domains in Unicode form. Origin: IANA's root zone list as of October 2025, then a line '# retired' and names that were delegated";
        yield return "# or reserved once (IANA's lists from 2012 on, ISO 3166 codes without a zone, .onion). Made by Engagement.Training.Tables.TextTables.";
        foreach (var name in now.Order(StringComparer.Ordinal)) yield return name;
        yield return "# retired";
        foreach (var name in before.Order(StringComparer.Ordinal)) yield return name;
    }

    private static IEnumerable<string> Names(IEnumerable<string> lines) =>
        from line in lines
        let name = line.Trim().ToLowerInvariant()
        where name.Length > 0 && name[0] != '#' && !name.StartsWith("xn--", StringComparison.Ordinal)
        select name;

    private static IEnumerable<string> Ranges(Func<int, string> valueOf)
    {
        var start = 0;
        var value = valueOf(0);
        for (var codePoint = 1; codePoint <= 0x110000; codePoint++)
        {
            var next = codePoint == 0x110000 ? "\0" : valueOf(codePoint);
            if (next == value) continue;
            if (value.Length > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{start:X4}..{codePoint - 1:X4} {value}");
            (start, value) = (codePoint, next);
        }
    }

    private static void Write(string path, IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines) + "\n";
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}

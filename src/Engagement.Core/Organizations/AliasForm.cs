using System.Globalization;
using Engagement.Text;

namespace Engagement.Organizations;

/// <summary>
/// A name as people write it, and the spellings that mean the same: numbers in words, <c>&amp;</c> and "and", St and Saint, hospital and
/// hosp, with and without "the".
/// </summary>
internal sealed class AliasForm
{
    // A name with many parts that vary keeps its first variants: enough for any real name, and no profile can blow up.
    private const int MostVariants = 48;

    private static readonly string[] NumberedPlaces = ["ward", "unit", "clinic", "theatre", "bay", "level", "floor", "room", "suite", "pod", "area", "zone"];

    private static readonly string[] WordlikeAcronyms =
        ["who", "pet", "ace", "ice", "aim", "aid", "aids", "care", "hope", "red", "pals", "cast", "star", "lift", "bed", "may", "ear", "eye", "sun", "cats", "heart", "safe", "east"];

    private AliasForm(string key, IReadOnlyList<string> variants, bool isNumbered, bool keepsThe, bool isExact)
    {
        Key = key;
        Variants = variants;
        IsNumbered = isNumbered;
        KeepsThe = keepsThe;
        IsExact = isExact;
    }

    /// <summary>Equal for names that mean the same; empty when there is no word.</summary>
    public string Key { get; }

    /// <summary>The spellings to search for, words parted by one space, as written (not folded).</summary>
    public IReadOnlyList<string> Variants { get; }

    /// <summary>Whether it is a numbered place such as "Ward 7", which many hospitals have.</summary>
    public bool IsNumbered { get; }

    /// <summary>Whether "the" is part of it: "the General" without its "the" would be any general thing.</summary>
    public bool KeepsThe { get; }

    /// <summary>Whether case counts: an acronym that is also a word ("IT", "ED", "PALS").</summary>
    public bool IsExact { get; }

    /// <summary>The forms of a name: "Ward 7 (care of the elderly)" goes by what stands outside the brackets, and by the whole.</summary>
    public static IEnumerable<AliasForm> AllOf(string name)
    {
        var outside = Of(name);
        yield return outside;
        var whole = Read(name);
        if (whole.Key != outside.Key) yield return whole;
    }

    /// <summary>The form of a name without what stands in brackets.</summary>
    public static AliasForm Of(string name) => Read(WithoutBrackets(name));

    private static AliasForm Read(string name)
    {
        var parts = new List<Part>();
        var stream = TokenStream.Of(name, TextDialect.Neutral);
        for (var i = 0; i < stream.Count; i++)
        {
            ref readonly var token = ref stream[i];
            if (token.Kind == TokenKind.Punctuation)
            {
                if (stream.Source[token.Start] == '&') parts.Add(new Part("&", ["and", ""]));
                continue;
            }

            parts.Add(PartOf(stream, ref i));
        }

        var hasThe = parts.Count > 1 && parts[0].Key == "the";
        if (hasThe) parts.RemoveAt(0);
        var keepsThe = hasThe && parts.Count == 1;
        var numbered = parts.Count == 2 && NumberedPlaces.Contains(parts[0].Key) && IsNumber(parts[1].Key);
        if (numbered) parts[0] = new Part(parts[0].Key, [.. parts[0].Spellings, $"{parts[0].Spellings[0]} no", $"{parts[0].Spellings[0]} number"]);
        var key = string.Join(' ', parts.Select(part => part.Key).Where(part => part != "&"));
        var variants = Combine(parts);
        if (numbered && parts[1].Spellings.Count > 0) variants.Add(parts[0].Spellings[0] + parts[1].Key);
        if (keepsThe) variants = [.. variants.Select(variant => "the " + variant)];
        return new AliasForm(keepsThe ? "the " + key : key, variants, numbered, keepsThe, IsWordlikeAcronym(name, parts));
    }

    private static string WithoutBrackets(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var close = name.LastIndexOf(')');
        return open > 0 && close > open ? $"{name[..open]} {name[(close + 1)..]}" : name;
    }

    private static bool IsWordlikeAcronym(string name, List<Part> parts)
    {
        if (parts.Count != 1 || parts[0].Key is not { Length: > 1 and <= 5 } key || !name.Trim().All(char.IsAsciiLetterUpper)) return false;
        return key.Length == 2 || WordlikeAcronyms.Contains(key);
    }

    private static bool IsNumber(string key) => char.IsAsciiDigit(key[0]) || key is [>= 'a' and <= 'z'];

    private static Part PartOf(TokenStream stream, ref int index)
    {
        ref readonly var token = ref stream[index];
        var folded = stream.Folded(token);
        var written = stream.Original(token).ToString();
        if (NumberWords.TryFigures(folded, out var number)) return Number(number, written);
        if (NumberWords.TryWord(folded, out number, out var isTens))
        {
            var next = index + 1;
            while (isTens && next < stream.Count && stream.Original(stream[next]) is "-") next++;
            if (isTens && next < stream.Count && NumberWords.TryWord(stream.Folded(stream[next]), out var unit, out _) && unit is > 0 and < 10)
            {
                number += unit;
                index = next;
                written = NumberWords.InWords(number)!;
            }

            return Number(number, written);
        }

        return folded switch
        {
            "and" => new Part("&", ["and", ""]),
            "st" or "saint" => new Part("st", ["St", "Saint"]),
            "sts" or "saints" => new Part("sts", ["Sts", "Saints"]),
            "hosp" or "hospital" => new Part("hosp", ["hospital", "hosp"]),
            "dept" or "department" => new Part("dept", ["department", "dept"]),
            "centre" or "center" => new Part("centre", ["centre", "center"]),
            "uni" or "university" => new Part("uni", ["university", "uni"]),
            "gen" => new Part("gen", ["gen", "general"]),
            "a&e" => new Part("a&e", ["A&E", "A and E"]),
            _ => new Part(folded.ToString(), Possessives(written)),
        };
    }

    private static Part Number(int number, string written)
    {
        var figures = number.ToString(CultureInfo.InvariantCulture);
        var spellings = new List<string> { figures };
        if (NumberWords.InWords(number) is { } words) spellings.Add(words);
        if (!spellings.Contains(written, StringComparer.OrdinalIgnoreCase)) spellings.Add(written);
        return new Part(figures, spellings);
    }

    // St James's, St James', St James: people write all three.
    private static string[] Possessives(string written)
    {
        var cut = written.AsSpan().IndexOfAny('\'', '\u2019');
        return cut > 1 && cut == written.Length - 2 && written[^1] is 's' or 'S' ? [written, written[..cut]] : [written];
    }

    private static List<string> Combine(List<Part> parts)
    {
        var variants = new List<string> { "" };
        foreach (var part in parts)
        {
            var spellings = variants.Count * part.Spellings.Count <= MostVariants ? part.Spellings : [part.Spellings[0]];
            variants = [.. from variant in variants
                           from spelling in spellings
                           select spelling.Length == 0 ? variant : variant.Length == 0 ? spelling : $"{variant} {spelling}"];
        }

        return variants.Count == 1 && variants[0].Length == 0 ? [] : variants;
    }

    private readonly record struct Part(string Key, IReadOnlyList<string> Spellings);
}

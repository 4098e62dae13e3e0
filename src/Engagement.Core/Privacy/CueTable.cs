using System.Collections.Frozen;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>The words of <c>Data/cues.tsv</c>, and the postcode areas of <c>Data/postcode-areas.txt</c>.</summary>
internal static class CueTable
{
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, Cue> Words = ReadWords();

    private static readonly FrozenDictionary<string, Cue>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Areas =
        Lines("postcode-areas.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreaLookup = Areas.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<ulong, Cue> ByHash = ReadHashes();

    /// <summary>The cues of a whole token.</summary>
    public static Cue Of(ulong hash) => ByHash.TryGetValue(hash, out var cue) ? cue : Cue.None;

    /// <summary>The cues of a word as written, with or without a possessive <c>'s</c>.</summary>
    public static Cue Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return Cue.None;
        Span<char> folded = stackalloc char[LongestWord];
        for (var i = 0; i < word.Length; i++) folded[i] = word[i] == '\u2019' ? '\'' : char.ToLowerInvariant(word[i]);
        folded = folded[..word.Length];
        if (Lookup.TryGetValue(folded, out var cue)) return cue;
        return folded.EndsWith("'s") && Lookup.TryGetValue(folded[..^2], out cue) ? cue : Cue.None;
    }

    public static bool IsPostcodeArea(ReadOnlySpan<char> letters) => AreaLookup.Contains(letters);

    private static FrozenDictionary<string, Cue> ReadWords()
    {
        var words = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var line in Lines("cues.tsv"))
        {
            var columns = line.Split('\t');
            var cue = Enum.Parse<Cue>(columns[0], ignoreCase: true);
            foreach (var word in columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) words[word] = words.GetValueOrDefault(word) | cue;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // As the tokenizer folds them, with and without a possessive.
    private static FrozenDictionary<ulong, Cue> ReadHashes()
    {
        var hashes = new Dictionary<ulong, Cue>();
        foreach (var (word, cue) in Words)
        {
            foreach (var spelling in (string[])[word, word + "'s"])
            {
                var stream = TokenStream.Of(spelling, TextDialect.Neutral);
                if (stream.Count == 1) hashes[stream[0].Hash] = hashes.GetValueOrDefault(stream[0].Hash) | cue;
            }
        }

        return hashes.ToFrozenDictionary();
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(CueTable).Assembly.GetManifestResourceStream("Engagement.Privacy." + file)
            ?? throw new InvalidOperationException($"The table {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}

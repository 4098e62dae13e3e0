using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// Ideas that many words stand for ("a break", "somebody in charge"): a data file of words and phrases by name, so that what was
/// learned of one word holds for its like. Immutable.
/// </summary>
internal sealed class StarConcepts
{
    private readonly KeyTable _phrases;
    private readonly Phrase[] _entries;
    private readonly ushort[] _concepts;

    private StarConcepts(ulong[] names, KeyTable phrases, Phrase[] entries, ushort[] concepts)
    {
        Names = names;
        _phrases = phrases;
        _entries = entries;
        _concepts = concepts;
    }

    /// <summary>The shipped ideas.</summary>
    public static StarConcepts Shipped { get; } = Read("Star.concepts.tsv");

    /// <summary>Hashes of the ideas' names, in the order of the file, then <see cref="ProperName"/>: an idea's number is its place here.</summary>
    public ulong[] Names { get; }

    /// <summary>The idea of a proper name, which no list can hold: the last one, after those of the file.</summary>
    public int ProperName => Names.Length - 1;

    /// <summary>How many pairs of ideas there are, an idea with itself included.</summary>
    public int PairCount => Names.Length * Names.Length;

    /// <summary>The number of two ideas, in whichever order they stand.</summary>
    public int PairOf(int one, int other) => (Math.Min(one, other) * Names.Length) + Math.Max(one, other);

    /// <summary>The phrase that continues another; false when no phrase of the file begins so.</summary>
    /// <param name="before">The phrase so far, 0 for none; becomes the phrase with this word.</param>
    /// <param name="word">Hash of the next word.</param>
    /// <param name="concepts">The ideas that the phrase stands for; empty while it is only a beginning.</param>
    /// <param name="goesOn">Whether a longer phrase begins so.</param>
    public bool TryExtend(ref ulong before, ulong word, out ReadOnlySpan<ushort> concepts, out bool goesOn)
    {
        before = TokenHash.Combine(before, word);
        var index = _phrases.Find(before);
        if (index < 0)
        {
            concepts = default;
            goesOn = false;
            return false;
        }

        ref readonly var entry = ref _entries[index];
        concepts = _concepts.AsSpan(entry.Start, entry.Count);
        goesOn = entry.GoesOn;
        return true;
    }

    private static StarConcepts Read(string resource)
    {
        var names = new List<ulong>();
        var phrases = new SortedDictionary<ulong, (SortedSet<ushort> Concepts, bool GoesOn)>();
        foreach (var line in DataTable.Lines(resource))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 1) throw new InvalidDataException($"{resource}: '{line}' is not a name, a tab and words.");
            var name = TokenHash.Of(line.AsSpan(0, tab));
            if (names.Contains(name)) throw new InvalidDataException($"{resource}: the idea '{line[..tab]}' stands twice.");
            foreach (var entry in line[(tab + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var phrase in Forms(entry)) Put(phrases, phrase, (ushort)names.Count);
            }

            names.Add(name);
        }

        names.Add(TokenHash.Of("proper name"));
        var concepts = new List<ushort>();
        var entries = new List<Phrase>();
        foreach (var (found, goesOn) in phrases.Values)
        {
            entries.Add(new Phrase(concepts.Count, found.Count, goesOn));
            concepts.AddRange(found);
        }

        return new StarConcepts([.. names], new KeyTable([.. phrases.Keys]), [.. entries], [.. concepts]);
    }

    /// <summary><c>listen/s/ed</c> is listen, listens, listened; <c>argu/-e/es/ed</c> leaves out the bare beginning.</summary>
    private static IEnumerable<string> Forms(string entry)
    {
        var parts = entry.Split('/');
        if (parts.Length == 1 || !parts[1].StartsWith('-')) yield return parts[0];
        foreach (var ending in parts.Skip(1)) yield return parts[0] + ending.TrimStart('-');
    }

    private static void Put(SortedDictionary<ulong, (SortedSet<ushort> Concepts, bool GoesOn)> table, string phrase, ushort concept)
    {
        var key = 0ul;
        foreach (ref readonly var token in TokenStream.Of(phrase, TextDialect.Neutral).Tokens)
        {
            if (!token.TakesPosition) continue;
            if (key != 0) table[key] = (table[key].Concepts, true);
            key = TokenHash.Combine(key, token.Hash);
            table.TryAdd(key, ([], false));
        }

        if (key != 0) table[key].Concepts.Add(concept);
    }

    private readonly record struct Phrase(int Start, int Count, bool GoesOn);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// Ideas that many words stand for ("a break", "somebody in charge"): a data file of words and phrases by name, so that what was
/// learned of one word holds for its like. Immutable.
/// </summary>
internal sealed class StarConcepts
{
    private const int FilterBits = 1 << 15;

    // Begins the name of an idea that stands alone, in the file.
    private const char Alone = '=';

    // Phrases and their beginnings by their key; a key of 0 is no phrase. Most words begin none, and a bit for 15 bits of their hash says so.
    private readonly Phrase[] _phrases;
    private readonly ulong[] _firstWords = new ulong[FilterBits / 64];
    private readonly ushort[] _concepts;

    private StarConcepts(ulong[] names, int paired, SortedDictionary<ulong, (SortedSet<ushort> Concepts, bool GoesOn)> phrases, IEnumerable<ulong> firstWords)
    {
        Names = names;
        Paired = paired;
        _phrases = new Phrase[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, phrases.Count + (phrases.Count / 2)))];
        var concepts = new List<ushort>();
        foreach (var (key, (found, goesOn)) in phrases)
        {
            var at = (int)key & (_phrases.Length - 1);
            while (_phrases[at].Key != 0) at = (at + 1) & (_phrases.Length - 1);
            _phrases[at] = new Phrase(key, concepts.Count, (short)found.Count, goesOn);
            concepts.AddRange(found);
        }

        _concepts = [.. concepts];
        foreach (var word in firstWords) _firstWords[(int)(word & (FilterBits - 1)) >> 6] |= 1ul << ((int)word & 63);
    }

    /// <summary>The shipped ideas.</summary>
    public static StarConcepts Shipped { get; } = Read("Star.concepts.tsv");

    /// <summary>
    /// Hashes of the ideas' names: those of the file that meet others, in its order, then <see cref="ProperName"/>, then those of the file that
    /// stand alone. An idea's number is its place here.
    /// </summary>
    public ulong[] Names { get; }

    /// <summary>How many ideas meet others: the first ones.</summary>
    public int Paired { get; }

    /// <summary>The idea of a proper name, which no list can hold.</summary>
    public int ProperName => Paired - 1;

    /// <summary>How many pairs of ideas there are, an idea with itself included.</summary>
    public int PairCount => Paired * Paired;

    /// <summary>The number of two ideas that meet, in whichever order they stand.</summary>
    public int PairOf(int one, int other) => (Math.Min(one, other) * Paired) + Math.Max(one, other);

    /// <summary>False when no phrase begins with a word; true when a look is needed.</summary>
    /// <param name="word">Hash of the word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(ulong word) => (_firstWords[(int)(word & (FilterBits - 1)) >> 6] >> ((int)word & 63) & 1) != 0;

    /// <summary>The phrase that continues another; false when no phrase of the file begins so.</summary>
    /// <param name="before">The phrase so far, 0 for none; becomes the phrase with this word.</param>
    /// <param name="word">Hash of the next word.</param>
    /// <param name="concepts">The ideas that the phrase stands for; empty while it is only a beginning.</param>
    /// <param name="goesOn">Whether a longer phrase begins so.</param>
    public bool TryExtend(ref ulong before, ulong word, out ReadOnlySpan<ushort> concepts, out bool goesOn)
    {
        before = TokenHash.Combine(before, word);
        for (var at = (int)before & (_phrases.Length - 1); ; at = (at + 1) & (_phrases.Length - 1))
        {
            ref readonly var phrase = ref _phrases[at];
            if (phrase.Key != before && phrase.Key != 0) continue;
            concepts = _concepts.AsSpan(phrase.Start, phrase.Count);
            goesOn = phrase.GoesOn;
            return phrase.Key != 0;
        }
    }

    private static StarConcepts Read(string resource)
    {
        var names = new List<ulong>();
        var phrases = new SortedDictionary<ulong, (SortedSet<ushort> Concepts, bool GoesOn)>();
        var firstWords = new HashSet<ulong>();
        var paired = 0;
        foreach (var line in DataTable.Lines(resource))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 1) throw new InvalidDataException($"{resource}: '{line}' is not a name, a tab and words.");
            // An idea that stands alone: what it meets is told by others.
            var isAlone = line[0] == Alone;
            if (isAlone && paired == 0) paired = AddProperName(names);
            if (!isAlone && paired > 0) throw new InvalidDataException($"{resource}: '{line[..tab]}' stands after ideas that stand alone.");
            var name = TokenHash.Of(line.AsSpan(0, tab).TrimStart(Alone));
            if (names.Contains(name)) throw new InvalidDataException($"{resource}: the idea '{line[..tab]}' stands twice.");
            foreach (var entry in line[(tab + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var phrase in Forms(entry)) Put(phrases, firstWords, phrase, (ushort)names.Count);
            }

            names.Add(name);
        }

        if (paired == 0) paired = AddProperName(names);
        return new StarConcepts([.. names], paired, phrases, firstWords);
    }

    private static int AddProperName(List<ulong> names)
    {
        names.Add(TokenHash.Of("proper name"));
        return names.Count;
    }

    /// <summary><c>listen/s/ed</c> is listen, listens, listened; <c>argu/-e/es/ed</c> leaves out the bare beginning.</summary>
    private static IEnumerable<string> Forms(string entry)
    {
        var parts = entry.Split('/');
        if (parts.Length == 1 || !parts[1].StartsWith('-')) yield return parts[0];
        foreach (var ending in parts.Skip(1)) yield return parts[0] + ending.TrimStart('-');
    }

    private static void Put(SortedDictionary<ulong, (SortedSet<ushort> Concepts, bool GoesOn)> table, HashSet<ulong> firstWords, string phrase, ushort concept)
    {
        var key = 0ul;
        foreach (ref readonly var token in TokenStream.Of(phrase, TextDialect.Neutral).Tokens)
        {
            if (!token.TakesPosition) continue;
            if (key != 0) table[key] = (table[key].Concepts, true);
            else firstWords.Add(token.Hash);
            key = TokenHash.Combine(key, token.Hash);
            table.TryAdd(key, ([], false));
        }

        if (key != 0) table[key].Concepts.Add(concept);
    }

    private readonly record struct Phrase(ulong Key, int Start, short Count, bool GoesOn);
}

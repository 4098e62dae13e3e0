using System.Numerics;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// Ideas that many words stand for (somebody of the family, a weapon, a wrong dose, a figure of speech): a data file of words and phrases
/// by name, so that what was learned of one word holds for its like. At most 127 ideas: a set of them is one number.
/// </summary>
internal sealed class TriageIdeas
{
    /// <summary>How many ideas there may be: one bit each, and one for <see cref="Longer"/>.</summary>
    public const int Most = 127;

    private const int FilterBits = 1 << 15;

    private static readonly UInt128 Longer = UInt128.One << Most;

    // Words and beginnings of phrases, by the combined hashes of their words: the ideas they stand for, and whether a longer phrase begins so.
    private readonly (ulong Key, UInt128 Ideas)[] _slots;
    private readonly int _shift;
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    private TriageIdeas(IReadOnlyList<string> names, Dictionary<ulong, UInt128> phrases, IEnumerable<ulong> firstWords)
    {
        Names = names;
        var size = BitOperations.RoundUpToPowerOf2((uint)phrases.Count * 2);
        _shift = 64 - BitOperations.Log2(size);
        _slots = new (ulong, UInt128)[size];
        foreach (var (key, ideas) in phrases)
        {
            var slot = (int)(key >> _shift);
            while (_slots[slot & (_slots.Length - 1)].Ideas != 0) slot++;
            _slots[slot & (_slots.Length - 1)] = (key, ideas);
        }

        foreach (var word in firstWords)
        {
            var bit = (int)word & (FilterBits - 1);
            _filter[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    /// <summary>The shipped ideas.</summary>
    public static TriageIdeas Shipped { get; } = Read("Triage.concepts.tsv", DataTable.Lines("Triage.concepts.tsv"));

    /// <summary>Names, in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads ideas of the file's form.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    internal static TriageIdeas Read(string name, IEnumerable<string> lines)
    {
        var names = new List<string>();
        var phrases = new Dictionary<ulong, UInt128>();
        var firstWords = new HashSet<ulong>();
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 1 || names.Contains(line[..tab])) throw new InvalidDataException($"{name}: '{line}' is not a new name, a tab and words.");
            if (names.Count == Most) throw new InvalidDataException($"{name}: there is room for {Most} ideas, and '{line[..tab]}' is one more.");
            var idea = UInt128.One << names.Count;
            names.Add(line[..tab]);
            foreach (var entry in line[(tab + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var phrase in Forms(entry)) Put(phrases, firstWords, phrase, idea);
            }
        }

        return new TriageIdeas(names, phrases, firstWords);
    }

    /// <summary>The ideas that words from here on stand for, the longest phrase reaching to <paramref name="last"/>.</summary>
    public UInt128 From(TokenStream stream, int index, ref int last)
    {
        var key = stream[index].Hash;
        var bit = (int)key & (FilterBits - 1);
        if ((_filter[bit >> 6] >> (bit & 63) & 1) == 0) return 0;
        UInt128 found = 0;
        last = index;
        for (var at = index; ;)
        {
            var ideas = Of(key);
            if ((ideas & ~Longer) != 0)
            {
                found |= ideas & ~Longer;
                last = at;
            }

            if ((ideas & Longer) == 0) return found;
            at = Next(stream, at);
            if (at < 0) return found;
            key = TokenHash.Combine(key, stream[at].Hash);
        }
    }

    private UInt128 Of(ulong key)
    {
        var slots = _slots;
        for (var at = (int)(key >> _shift); ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Ideas == 0 || slot.Key == key) return slot.Ideas;
        }
    }

    private static int Next(TokenStream stream, int index)
    {
        for (var i = index + 1; i < stream.Count; i++)
        {
            if (TriageScan.BeginsStatement(stream, i)) return -1;
            if (stream[i].TakesPosition) return i;
        }

        return -1;
    }

    /// <summary><c>bruise/s/d</c> is bruise, bruises, bruised; <c>bull/-y/ied</c> leaves out the bare beginning.</summary>
    private static IEnumerable<string> Forms(string entry)
    {
        var parts = entry.Split('/');
        if (parts.Length == 1 || !parts[1].StartsWith('-')) yield return parts[0];
        foreach (var ending in parts.Skip(1)) yield return parts[0] + ending.TrimStart('-');
    }

    private static void Put(Dictionary<ulong, UInt128> phrases, HashSet<ulong> firstWords, string phrase, UInt128 idea)
    {
        var key = 0ul;
        var first = true;
        foreach (ref readonly var token in TokenStream.Of(phrase, TextDialect.Neutral).Tokens)
        {
            if (!token.TakesPosition) continue;
            if (first) firstWords.Add(token.Hash);
            else phrases[key] = phrases.GetValueOrDefault(key) | Longer;
            key = first ? token.Hash : TokenHash.Combine(key, token.Hash);
            first = false;
        }

        if (!first) phrases[key] = phrases.GetValueOrDefault(key) | idea;
    }
}

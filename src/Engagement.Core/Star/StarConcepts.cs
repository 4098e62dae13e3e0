using System.Collections.Frozen;
using Engagement.Text;

namespace Engagement.Star;

/// <summary>
/// Ideas that many words stand for ("a break", "somebody in charge"): a data file of words and phrases by name, so that what was
/// learned of one word holds for its like.
/// </summary>
internal sealed class StarConcepts
{
    /// <summary>The longest phrase of the file, in words.</summary>
    public const int LongestPhrase = 4;

    private readonly FrozenDictionary<ulong, ulong[]> _table;

    private StarConcepts(FrozenDictionary<ulong, ulong[]> table) => _table = table;

    /// <summary>The shipped ideas.</summary>
    public static StarConcepts Shipped { get; } = Read("Star.concepts.tsv");

    /// <summary>The ideas that a phrase stands for, by the combined hashes of its words.</summary>
    public ReadOnlySpan<ulong> Of(ulong phrase) => _table.TryGetValue(phrase, out var ids) ? ids : [];

    private static StarConcepts Read(string resource)
    {
        var table = new Dictionary<ulong, List<ulong>>();
        foreach (var line in DataTable.Lines(resource))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 1) throw new InvalidDataException($"{resource}: '{line}' is not a name, a tab and words.");
            var id = TokenHash.Of(line.AsSpan(0, tab));
            foreach (var entry in line[(tab + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var phrase in Forms(entry)) Put(table, phrase, id);
            }
        }

        return new StarConcepts(table.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray()).ToFrozenDictionary());
    }

    /// <summary><c>listen/s/ed</c> is listen, listens, listened; <c>argu/-e/es/ed</c> leaves out the bare beginning.</summary>
    private static IEnumerable<string> Forms(string entry)
    {
        var parts = entry.Split('/');
        if (parts.Length == 1 || !parts[1].StartsWith('-')) yield return parts[0];
        foreach (var ending in parts.Skip(1)) yield return parts[0] + ending.TrimStart('-');
    }

    private static void Put(Dictionary<ulong, List<ulong>> table, string phrase, ulong id)
    {
        var key = 0ul;
        foreach (ref readonly var token in TokenStream.Of(phrase, TextDialect.Neutral).Tokens)
        {
            if (token.TakesPosition) key = TokenHash.Combine(key, token.Hash);
        }

        if (!table.TryGetValue(key, out var ids)) table[key] = ids = [];
        if (!ids.Contains(id)) ids.Add(id);
    }
}

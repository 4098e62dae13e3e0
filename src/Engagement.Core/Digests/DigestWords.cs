using System.Text;
using Engagement.Text;

namespace Engagement.Digests;

/// <summary>The word tables of the digest: common words, words of achievement, words of pledging. Immutable.</summary>
internal sealed class DigestWords
{
    private readonly HashSet<ulong> _common = [];
    private readonly HashSet<ulong> _pledges = [.. new[] { "pledge", "pledges", "pledged", "pledging" }.Select(word => TokenHash.Of(word))];
    private readonly Dictionary<ulong, List<(ulong[] Words, AchievementKind Kind)>> _achievements = [];

    private DigestWords()
    {
        foreach (var line in Lines("commonwords.txt"))
        {
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) _common.Add(TokenHash.Of(word));
        }

        foreach (var line in Lines("celebrations.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var words = line[(tab + 1)..].Split(' ').Select(word => TokenHash.Of(word)).ToArray();
            if (!_achievements.TryGetValue(words[0], out var list)) _achievements[words[0]] = list = [];
            list.Add((words, Enum.Parse<AchievementKind>(line[..tab])));
        }
    }

    public static DigestWords Shipped { get; } = new();

    public bool IsCommon(in Token word) => _common.Contains(word.Hash);

    public bool IsPledge(in Token word) => _pledges.Contains(word.Hash);

    /// <summary>The kind of the achievement whose words start at a token, as a number; -1 when none do.</summary>
    public int AchievementAt(TokenStream stream, int index)
    {
        if (!_achievements.TryGetValue(stream[index].Hash, out var list)) return -1;
        foreach (var (words, kind) in list)
        {
            var i = 1;
            while (i < words.Length && index + i < stream.Count && stream[index + i].Hash == words[i]) i++;
            if (i == words.Length) return (int)kind;
        }

        return -1;
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DigestWords).Assembly.GetManifestResourceStream("Engagement.Digests." + name)
            ?? throw new InvalidOperationException("The library was built without its table " + name + ".");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}

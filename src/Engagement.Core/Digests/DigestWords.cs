using System.Text;
using Engagement.Text;

namespace Engagement.Digests;

/// <summary>The word tables of the digest: common words, words of achievement, words of pledging. Immutable.</summary>
internal sealed class DigestWords
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _common;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pledges;
    private readonly Dictionary<string, List<(string[] Words, AchievementKind Kind)>>.AlternateLookup<ReadOnlySpan<char>> _achievements;

    private DigestWords()
    {
        var common = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Lines("commonwords.txt"))
        {
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) common.Add(word);
        }

        var pledges = new HashSet<string>(StringComparer.Ordinal) { "pledge", "pledges", "pledged", "pledging" };
        var achievements = new Dictionary<string, List<(string[], AchievementKind)>>(StringComparer.Ordinal);
        foreach (var line in Lines("celebrations.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var words = line[(tab + 1)..].Split(' ');
            if (!achievements.TryGetValue(words[0], out var list)) achievements[words[0]] = list = [];
            list.Add((words, Enum.Parse<AchievementKind>(line[..tab])));
        }

        _common = common.GetAlternateLookup<ReadOnlySpan<char>>();
        _pledges = pledges.GetAlternateLookup<ReadOnlySpan<char>>();
        _achievements = achievements.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static DigestWords Shipped { get; } = new();

    public bool IsCommon(ReadOnlySpan<char> word) => _common.Contains(word);

    public bool IsPledge(ReadOnlySpan<char> word) => _pledges.Contains(word);

    /// <summary>The kind of the achievement whose words start at a token, as a number; -1 when none do.</summary>
    public int AchievementAt(TokenStream stream, int index)
    {
        if (!_achievements.TryGetValue(stream.Folded(stream[index]), out var list)) return -1;
        foreach (var (words, kind) in list)
        {
            var i = 1;
            while (i < words.Length && index + i < stream.Count && stream.Folded(stream[index + i]).SequenceEqual(words[i])) i++;
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

using System.Collections.Frozen;

namespace Engagement.Text;

/// <summary>The top-level domains that exist or existed, in Unicode form; see the header of the table.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Names = DataTable.Lines("Text.top-level-domains.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByCharacters = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the longest name, in UTF-16 code units.</summary>
    public static int Longest { get; } = Names.Max(name => name.Length);

    /// <summary>Length of the longest name that is not ASCII.</summary>
    public static int LongestBeyondAscii { get; } = Names.Where(name => !System.Text.Ascii.IsValid(name)).Max(name => name.Length);

    private static readonly FrozenSet<char> FirstBeyondAscii = Names.Where(name => !System.Text.Ascii.IsValid(name)).Select(name => name[0]).ToFrozenSet();

    /// <summary>Whether a name that is not all ASCII may start with this character, in lower case: most do not, and then nothing need be looked up.</summary>
    public static bool MayStartBeyondAscii(char c) => FirstBeyondAscii.Contains(char.ToLowerInvariant(c));

    /// <summary>Whether <paramref name="name"/> is on the list, in any case.</summary>
    public static bool Contains(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > Longest) return false;
        Span<char> lower = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++) lower[i] = char.ToLowerInvariant(name[i]);
        return ByCharacters.Contains(lower);
    }

    /// <summary>Every name, for tests and for the linter.</summary>
    public static IReadOnlyCollection<string> All => Names;
}

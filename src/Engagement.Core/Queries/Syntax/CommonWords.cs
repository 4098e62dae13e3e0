using System.Collections.Frozen;

namespace Engagement.Queries.Syntax;

/// <summary>Words that stand in so many posts that they single out none. From <c>Data/common-words.txt</c>.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = WordFile.Read("common-words.txt").ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folded) => Words.Contains(folded);
}

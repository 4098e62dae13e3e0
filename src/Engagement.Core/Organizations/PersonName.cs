namespace Engagement.Organizations;

/// <summary>The parts of a person's name.</summary>
internal static class PersonName
{
    // First names that are also words: at the head of a sentence their capital says nothing.
    private static readonly string[] Wordlike =
    [
        "amber", "april", "art", "bill", "bob", "clay", "dawn", "drew", "earnest", "faith", "frank", "gene", "grace", "grant", "guy", "hope", "iris", "ivy",
        "jack", "joy", "june", "mark", "may", "merry", "mike", "miles", "nick", "olive", "pat", "patience", "penny", "peter", "pierce", "rich", "rob", "rose",
        "ruby", "sandy", "sky", "sue", "summer", "tim", "tony", "violet", "ward", "will",
    ];

    public static bool IsWordlike(string first) => Array.BinarySearch(Wordlike, first.ToLowerInvariant(), StringComparer.Ordinal) >= 0;

    public static string? FirstOf(string name) => PartsOf(name) is { Length: > 1 } parts && parts[0].Length > 1 ? parts[0] : null;

    public static string? LastOf(string name) => PartsOf(name) is { Length: > 1 } parts ? parts[^1] : null;

    private static string[] PartsOf(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

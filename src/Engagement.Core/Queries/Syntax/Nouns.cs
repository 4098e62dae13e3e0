using System.Collections.Frozen;

namespace Engagement.Queries.Syntax;

/// <summary>Nouns of health care of which a search for one form hardly ever means that form alone. From <c>Data/nouns.txt</c>.</summary>
internal static class Nouns
{
    private static readonly FrozenDictionary<string, string> Forms = ReadForms();

    /// <summary>The plural of a singular and the other way round; null for a word that is not in the list.</summary>
    public static string? OtherForm(string folded) => Forms.GetValueOrDefault(folded);

    private static FrozenDictionary<string, string> ReadForms()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in WordFile.Read("nouns.txt"))
        {
            var pair = line.Split(' ');
            forms[pair[0]] = pair[1];
            forms[pair[1]] = pair[0];
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

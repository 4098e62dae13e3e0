using System.Text;
using Engagement.Organizations;

namespace Engagement.Digests;

/// <summary>
/// Names of the trust's people: taken out of criticism, cut to first names in praise. A second line of defence behind the reader's redaction, which knows more
/// of the text.
/// </summary>
internal sealed class StaffNames(IReadOnlyList<Person> people)
{
    private const string Gap = "[member of staff]";

    private static readonly string[] Titles = ["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sister", "sir", "dame", "nurse", "matron"];

    private readonly Dictionary<string, Person> _byId = people.GroupBy(person => person.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The first name, or the whole name where it starts with a title.</summary>
    public static string FirstName(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return name;
        var first = name[..space];
        return Titles.Contains(first.TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal) ? name : first;
    }

    public IReadOnlyList<string> FirstNames(IEnumerable<string> ids) =>
        [.. ids.Where(_byId.ContainsKey).Select(id => FirstName(_byId[id].Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Text of praise: whole names become first names.</summary>
    public string InPraise(string text)
    {
        foreach (var person in people)
        {
            var first = FirstName(person.Name);
            if (first.Length < person.Name.Length) text = Replace(text, person.Name, first);
        }

        return text;
    }

    /// <summary>Text of criticism: whole names and accounts of everybody, and also the parts of the names of those the mention is about.</summary>
    public string InCriticism(string text, IReadOnlyList<string> about)
    {
        foreach (var person in people)
        {
            text = Replace(text, person.Name, Gap);
            text = ReplaceTitled(text, person.Name);
            foreach (var account in person.Accounts) text = Replace(text, "@" + account.Handle, Gap);
        }

        foreach (var id in about)
        {
            if (!_byId.TryGetValue(id, out var person)) continue;
            foreach (var part in person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.Length >= 3 && !Titles.Contains(part.TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal)) text = Replace(text, part, Gap);
            }
        }

        return text;
    }

    /// <summary>"Dr Lowthwaite" is as good as a whole name.</summary>
    private static string ReplaceTitled(string text, string name)
    {
        var surname = name[(name.LastIndexOf(' ') + 1)..];
        if (surname.Length < 3 || surname.Length == name.Length || !text.Contains(surname, StringComparison.OrdinalIgnoreCase)) return text;
        foreach (var title in Titles)
        {
            text = Replace(text, $"{title} {surname}", Gap);
            text = Replace(text, $"{title}. {surname}", Gap);
        }

        return text;
    }

    private static string Replace(string text, string name, string by)
    {
        if (name.Length < 3) return text;
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return text;
        var result = new StringBuilder();
        var from = 0;
        for (; at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            result.Append(text, from, at - from).Append(by);
            from = end;
        }

        return from == 0 ? text : result.Append(text, from, text.Length - from).ToString();
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Conformance.Queries;

/// <summary>A document as PostgreSQL keeps it: words with places and weights; put into a mention whose parts are the weights.</summary>
internal static partial class TsVector
{
    // Words that PostgreSQL knows no place of are near nothing.
    private const int FarApart = 12;

    // No word of theirs, and no beginning of one, but a word to us.
    private const string Filler = TsQuery.Stem + "0filler";

    /// <summary>The field that a weight is kept in. We have three that stand for themselves beside the text, and no query asks for all four weights.</summary>
    /// <param name="weight">A to D.</param>
    /// <param name="query">The tsquery that will be asked.</param>
    public static string PartOf(char weight, string query) => weight switch
    {
        'A' => "title:",
        'B' => "bio:",
        'C' when !AsksFor('D', query) => "place:",
        'D' when AsksFor('D', query) => "place:",
        _ => "",
    };

    /// <summary>Reads <c>'word:1A,2 other'</c>, or a plain text whose words stand one after another.</summary>
    public static ParsedMention Read(string vector, string query)
    {
        var parts = new Dictionary<string, SortedDictionary<int, string>>();
        var next = FarApart;
        foreach (var entry in vector.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = entry.IndexOf(':');
            if (colon < 0)
            {
                foreach (var part in (string[])["", "title:", "bio:", "place:"]) Put(part, next, entry);
                next += FarApart;
                continue;
            }

            foreach (var place in entry[(colon + 1)..].Split(','))
            {
                var weight = char.IsAsciiLetter(place[^1]) ? char.ToUpperInvariant(place[^1]) : 'D';
                Put(PartOf(weight, query), int.Parse(Digits().Match(place).Value, CultureInfo.InvariantCulture), entry[..colon]);
            }
        }

        return MentionParser.Default.Parse(new Mention
        {
            Id = "1",
            Language = "en",
            Text = TextOf(""),
            Title = TextOf("title:"),
            Place = TextOf("place:"),
            Author = new Author { Biography = TextOf("bio:") },
        });

        void Put(string part, int place, string word)
        {
            if (!parts.TryGetValue(part, out var words)) parts[part] = words = [];
            words[place] = TsQuery.Stem + word;
        }

        string TextOf(string part)
        {
            if (!parts.TryGetValue(part, out var words)) return "";
            var text = new List<string>();
            foreach (var (place, word) in words)
            {
                while (text.Count < place - 1) text.Add(Filler);
                text.Add(word);
            }

            return string.Join(' ', text);
        }
    }

    public static string OfText(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => $"{word}:{i + 1}"));

    private static bool AsksFor(char weight, string query) => Regex.IsMatch(query, $":\\*?[A-D]*{weight}");

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Digits();
}

using System.Collections.Frozen;
using Engagement.Mentions;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Organizations;

/// <summary>
/// The names, accounts and hashtags of all entries by their first word. The shared set tells which mentions hold any; this finds all of
/// them with their places in one more look at the tokens, instead of one look a name.
/// </summary>
internal sealed class RoutePhrases
{
    private readonly FrozenDictionary<ulong, Phrase[]> _byFirst;

    private RoutePhrases(FrozenDictionary<ulong, Phrase[]> byFirst) => _byFirst = byFirst;

    /// <summary>Indexes phrases.</summary>
    /// <param name="phrases">Number of the entry, its words, and whether they count in the place that the source names.</param>
    public static RoutePhrases Of(IEnumerable<(int Entry, Term[] Terms, bool InPlace)> phrases) => new(phrases
        .Select(phrase => new Phrase(phrase.Entry, phrase.Terms, phrase.InPlace))
        .GroupBy(phrase => phrase.Terms[0].Hash)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray()));

    /// <summary>Every occurrence, by part of the mention and place.</summary>
    public void Find(ParsedMention mention, List<(int Entry, Evidence Evidence)> found)
    {
        Find(mention.Text, MentionField.Text, found);
        Find(mention.Title, MentionField.Title, found);
        Find(mention.Place, MentionField.Place, found);
    }

    private void Find(TokenStream stream, MentionField field, List<(int Entry, Evidence Evidence)> found)
    {
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].TakesPosition || !_byFirst.TryGetValue(tokens[i].Hash, out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                if (field == MentionField.Place && !phrase.InPlace) continue;
                var last = Phrases.EndOf(stream, i, phrase.Terms);
                if (last >= 0) found.Add((phrase.Entry, new Evidence(field, new TextSpan(tokens[i].Start, tokens[last].End))));
            }
        }
    }

    private readonly record struct Phrase(int Entry, Term[] Terms, bool InPlace);
}

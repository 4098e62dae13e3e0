using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// Tells text that is not English, so that it is not scored. Counts common words of English and of other languages; says nothing
/// against a text too short to judge.
/// </summary>
internal sealed class LanguageGuess
{
    // Below so many words only the platform's own language tag, borne out by the words, speaks against English.
    private const int FewestWords = 4;
    private const int EnoughWords = 40;
    private const int EnoughEnglish = 4;

    private const int TableSize = 4096;

    // Open addressing by the low bits of the hash: a word's hash, and in its lowest bit whether it is English.
    private readonly ulong[] _words = new ulong[TableSize];

    private LanguageGuess()
    {
        var languages = new Dictionary<ulong, bool>();
        var shared = new HashSet<ulong>();
        foreach (var row in DataTable.Rows("languages.tsv"))
        {
            var english = row[0] == "en";
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var stream = TokenStream.Of(word, TextDialect.Neutral);
                if (stream.Count != 1) continue;
                var hash = stream[0].Hash;
                if (languages.TryGetValue(hash, out var before) && before != english) shared.Add(hash);
                languages[hash] = english;
            }
        }

        foreach (var (hash, english) in languages)
        {
            if (shared.Contains(hash)) continue;
            var i = (int)(hash >> 1) & (TableSize - 1);
            while (_words[i] != 0) i = (i + 1) & (TableSize - 1);
            _words[i] = (hash & ~1UL) | (english ? 1UL : 0);
        }
    }

    /// <summary>The guess from the shipped table.</summary>
    public static LanguageGuess Shipped { get; } = new();

    /// <summary>Whether the text is in another language than English.</summary>
    /// <param name="mention">The mention; its title, text and language tag speak.</param>
    /// <param name="knownPhrases">How many words or phrases of the lexicon were found: a text with some is English enough when nothing else is known.</param>
    public bool IsForeign(ParsedMention mention, int knownPhrases)
    {
        int words = 0, english = 0, other = 0, otherScript = 0;
        Count(mention.Title, ref words, ref english, ref other, ref otherScript);
        Count(mention.Text, ref words, ref english, ref other, ref otherScript);
        if (words == 0) return false;

        if (IsTaggedForeign(mention.Mention.Language))
            return words >= 2 && english <= other && (other + otherScript > 0 || knownPhrases == 0);
        if (words < FewestWords) return false;
        if (otherScript * 2 > words) return true;
        if (other >= 2 && other > english) return true;
        return words >= 10 && english == 0 && knownPhrases == 0;
    }

    private static bool IsTaggedForeign(string? language) =>
        language is { Length: >= 2 } && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && !language.StartsWith("un", StringComparison.OrdinalIgnoreCase)
        && (language.Length == 2 || language[2] is '-' or '_') && language != "zx" && language != "qm";

    private void Count(TokenStream stream, ref int words, ref int english, ref int other, ref int otherScript)
    {
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            words++;
            if (TryFind(token.Hash, out var isEnglish))
            {
                if (isEnglish) english++;
                else other++;
            }
            else if (stream.Source[token.Start] >= '\u0370' && !char.IsSurrogate(stream.Source[token.Start]))
            {
                // Greek and everything after it in Unicode: scripts that English is not written in.
                // Where words are not set apart by spaces, a run of them counts for several.
                var several = (token.End - token.Start) / 4;
                otherScript += 1 + several;
                words += several;
            }

            if (words >= EnoughWords || (english >= EnoughEnglish && other == 0)) return;
        }
    }

    private bool TryFind(ulong hash, out bool isEnglish)
    {
        for (var i = (int)(hash >> 1) & (TableSize - 1); _words[i] != 0; i = (i + 1) & (TableSize - 1))
        {
            if ((_words[i] ^ hash) >> 1 != 0) continue;
            isEnglish = (_words[i] & 1) != 0;
            return true;
        }

        isEnglish = false;
        return false;
    }
}

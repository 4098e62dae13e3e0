using System.Globalization;
using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// The words, phrases, emoticons, modifiers, masks and answers that the rules know: the shipped tables with a trust's overrides laid
/// over them. Immutable.
/// </summary>
internal sealed class Lexicon
{
    private const double LargestValence = 4;

    private Lexicon(PhraseTable phrases, EmoticonTable emoticons)
    {
        Phrases = phrases;
        Emoticons = emoticons;
    }

    /// <summary>Words and phrases.</summary>
    public PhraseTable Phrases { get; }

    /// <summary>Emoticons.</summary>
    public EmoticonTable Emoticons { get; }

    /// <summary>The shipped lexicon under the overrides.</summary>
    /// <exception cref="ArgumentException">An override is empty, named twice, or out of range; every fault is listed.</exception>
    public static Lexicon Create(LexiconOverrides? overrides)
    {
        var faults = FaultsOf(overrides);
        if (faults.Count > 0) throw new ArgumentException("The lexicon overrides have faults: " + string.Join("; ", faults), nameof(overrides));

        var phrases = new PhraseTable();
        var emoticons = new EmoticonTable();
        foreach (var row in DataTable.Rows("lexicon.tsv")) AddEntry(phrases, emoticons, row[0], Hundredths(row[1]), overridden: false);
        foreach (var row in DataTable.Rows("modifiers.tsv"))
        {
            if (Read(row[0]) is not { Count: > 0 } modifier) continue;
            ref var node = ref phrases.Add(modifier);
            node.Modifier = Enum.Parse<ModifierKind>(row[1], ignoreCase: true);
            node.Factor = float.Parse(row[2], NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        foreach (var row in DataTable.Rows("masks.tsv"))
        {
            if (Read(row[0]) is { Count: > 0 } mask) phrases.Add(mask).Mask = true;
        }

        foreach (var row in DataTable.Rows("answers.tsv"))
        {
            ref var node = ref phrases.Add(Read(row[0]));
            node.Answer = true;
            node.ImproveAnswer = Hundredths(row[1]);
            node.GoodAnswer = Hundredths(row[2]);
        }

        foreach (var entry in overrides?.Entries ?? []) AddEntry(phrases, emoticons, entry.Text.Trim(), (short)Math.Round(entry.Valence * 100), overridden: true);
        foreach (var mask in overrides?.Masks ?? [])
        {
            ref var node = ref phrases.Add(Read(mask));
            node.Mask = true;
            node.Valence = 0;
        }

        return new Lexicon(phrases.Seal(), emoticons);
    }

    /// <summary>What is wrong with overrides, in plain English; empty when nothing is.</summary>
    public static IReadOnlyList<string> FaultsOf(LexiconOverrides? overrides)
    {
        if (overrides is null) return [];
        var faults = new List<string>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in overrides.Entries)
        {
            if (entry is null || string.IsNullOrWhiteSpace(entry.Text))
            {
                faults.Add("an entry has no text");
                continue;
            }

            if (!(Math.Abs(entry.Valence) <= LargestValence))
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"'{entry.Text}' has valence {entry.Valence}; expected a number from -4 to 4"));
            Name(entry.Text, "an entry");
        }

        foreach (var mask in overrides.Masks)
        {
            if (string.IsNullOrWhiteSpace(mask)) faults.Add("a mask has no text");
            else Name(mask, "a mask");
        }

        return faults;

        void Name(string text, string what)
        {
            if (Read(text).PositionCount == 0 && what == "a mask")
            {
                faults.Add($"the mask '{text}' has no word");
                return;
            }

            var key = KeyOf(text);
            if (!seen.TryAdd(key, what)) faults.Add(seen[key] == what ? $"'{text}' is named twice" : $"'{text}' is both an entry and a mask");
        }
    }

    private static void AddEntry(PhraseTable phrases, EmoticonTable emoticons, string text, short valence, bool overridden)
    {
        if (char.IsPunctuation(text[0]) || char.IsSymbol(text[0]))
        {
            if (emoticons.Add(text, valence)) return;
        }

        var entry = Read(text);
        if (entry.Count == 0) return;
        ref var node = ref phrases.Add(entry);
        node.Valence = valence;
        if (!overridden) return;
        node.Mask = false;
        node.Overridden = true;
        if (valence == 0) node.Mask = true;
    }

    private static TokenStream Read(string phrase) => TokenStream.Of(phrase, TextDialect.Neutral);

    private static string KeyOf(string text)
    {
        var stream = Read(text);
        if (stream.PositionCount == 0) return text.Trim();
        var words = new List<string>();
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.TakesPosition) words.Add(stream.Folded(token).ToString());
        }

        return string.Join(' ', words);
    }

    private static short Hundredths(string value) =>
        (short)Math.Round(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture) * 100);
}

using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>How long a post is on X, and whether it may be posted.</summary>
public sealed record XLength
{
    private XLength()
    {
    }

    /// <summary>Length in weighted characters of the composed form (NFC), links at their fixed length.</summary>
    public int Weighted { get; private init; }

    /// <summary>Whether it may be posted: not empty, not over the maximum, no character that X refuses (U+FFFE, U+FEFF, U+FFFF).</summary>
    public bool IsValid { get; private init; }

    /// <summary>Length in thousandths of the maximum, rounded down; over 1,000 when too long.</summary>
    public int Permillage { get; private init; }

    /// <summary>What is shown: the whole text, in UTF-16, half-open.</summary>
    public TextSpan DisplayRange { get; private init; }

    /// <summary>What fits, from the start, in UTF-16 of the text as given, half-open; never ends between a letter and a mark that are one character together.</summary>
    public TextSpan ValidRange { get; private init; }

    /// <summary>Measures a text by the rules in force.</summary>
    public static XLength Of(string text) => Of(text, XLengthRules.Version3);

    /// <summary>Measures a text.</summary>
    /// <param name="text">Any text; a lone surrogate counts as one character.</param>
    /// <param name="rules">Whose weights and maximum.</param>
    public static XLength Of(string text, XLengthRules rules)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        var composed = ComposedText.Of(text);
        var normalized = composed.Text;
        var tokens = TokenStream.Of(normalized, TextDialect.X);
        var (weight, validEnd, isValid, token) = (0L, 0, true, 0);
        for (var i = 0; i < normalized.Length;)
        {
            while (token < tokens.Count && tokens[token].End <= i) token++;
            var whole = token < tokens.Count && tokens[token].Start == i ? tokens[token].Kind : TokenKind.Word;
            var end = i + (i + 1 < normalized.Length && char.IsSurrogatePair(normalized[i], normalized[i + 1]) ? 2 : 1);
            if (whole == TokenKind.Link)
            {
                weight += (long)rules.LinkLength * rules.Scale;
                end = tokens[token].End;
            }
            else if (whole == TokenKind.Emoji && rules.EmojiCountAsOne)
            {
                weight += rules.DefaultWeight;
                end = tokens[token].End;
            }
            else
            {
                weight += rules.WeightOf(end - i == 2 ? char.ConvertToUtf32(normalized[i], normalized[i + 1]) : normalized[i]);
            }

            isValid &= normalized[end - 1] is not ('\uFFFE' or '\uFEFF' or '\uFFFF');
            i = end;
            if (isValid && weight <= (long)rules.Maximum * rules.Scale) validEnd = i;
        }

        var weighted = (int)(weight / rules.Scale);
        return new XLength
        {
            Weighted = weighted,
            IsValid = isValid && weighted > 0 && weighted <= rules.Maximum,
            Permillage = (int)(weighted * 1000L / rules.Maximum),
            DisplayRange = new TextSpan(0, text.Length),
            ValidRange = new TextSpan(0, composed.ToOriginal(validEnd)),
        };
    }
}

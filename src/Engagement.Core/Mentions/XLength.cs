using System.Text;
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

    /// <summary>What fits, from the start, in UTF-16 of the text as given, half-open.</summary>
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

    /// <summary>A text in composed form, with the way back.</summary>
    private sealed class ComposedText
    {
        // Reordering a pile of marks takes more than linear time; no letter of any language bears as many.
        private const int LongestStretch = 256;

        // Where each stretch that was normalized by itself starts, in both forms.
        private readonly List<(int Composed, int Original)>? _stretches;
        private readonly int _originalLength;

        private ComposedText(string text, List<(int, int)>? stretches, int originalLength)
        {
            Text = text;
            _stretches = stretches;
            _originalLength = originalLength;
        }

        public string Text { get; }

        public static ComposedText Of(string text)
        {
            if (Ascii.IsValid(text)) return new ComposedText(text, null, text.Length);
            var composed = new StringBuilder(text.Length);
            var stretches = new List<(int, int)>();
            for (var start = 0; start < text.Length;)
            {
                // No character below U+0300 ever composes with one before it, so a stretch may end there.
                var end = start + 1;
                while (end < text.Length && text[end] >= '\u0300' && (end - start < LongestStretch || char.IsLowSurrogate(text[end]))) end++;
                stretches.Add((composed.Length, start));
                var stretch = text[start..end];
                composed.Append(end - start > 1 && IsNormalizable(stretch) ? stretch.Normalize() : stretch);
                start = end;
            }

            return new ComposedText(composed.ToString(), stretches, text.Length);
        }

        public int ToOriginal(int offset)
        {
            if (_stretches is null) return offset;
            if (offset >= Text.Length) return _originalLength;
            var (low, high) = (0, _stretches.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) >> 1;
                if (_stretches[middle].Composed <= offset) low = middle;
                else high = middle - 1;
            }

            var (composed, original) = _stretches[low];
            var (nextComposed, nextOriginal) = low + 1 < _stretches.Count ? _stretches[low + 1] : (Text.Length, _originalLength);

            // Inside a stretch that changed its length there is no exact answer; count from its start, and stay within.
            return nextComposed - composed == nextOriginal - original || offset == composed
                ? original + offset - composed
                : Math.Min(original + offset - composed, nextOriginal);
        }

        // .NET refuses to normalize lone surrogates and some code points that are no characters.
        private static bool IsNormalizable(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] is '\uFFFE' or '\uFFFF') return false;
                if (!char.IsSurrogate(text[i])) continue;
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
                i++;
            }

            return true;
        }
    }
}

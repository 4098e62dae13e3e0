using System.Globalization;
using System.Text;

namespace Engagement.Text;

/// <summary>Cuts a text into tokens in one pass.</summary>
internal static class Tokenizer
{
    public static void Read(string text, TextDialect dialect, ref TokenSink sink)
    {
        _ = dialect;
        var flags = TokenFlags.SpaceBefore | TokenFlags.NewlineBefore;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                flags |= TokenFlags.SpaceBefore;
                if (c is '\n' or '\r') flags |= TokenFlags.NewlineBefore;
                i++;
                continue;
            }

            var start = i;
            var foldedStart = sink.FoldedCount;
            if (c is '#' or '@' && i + 1 < text.Length && IsWord(text[i + 1]))
            {
                for (i++; i < text.Length && IsWord(text[i]); i++) Fold(text[i], ref sink);
                sink.Add(start, i, foldedStart, c == '#' ? TokenKind.Hashtag : TokenKind.Handle, flags);
            }
            else if (text.AsSpan(i).StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                     || text.AsSpan(i).StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                for (; i < text.Length && !char.IsWhiteSpace(text[i]); i++) Fold(text[i], ref sink);
                sink.Add(start, i, foldedStart, TokenKind.Link, flags);
            }
            else if (IsWord(c))
            {
                for (; i < text.Length && (IsWord(text[i]) || (IsApostrophe(text[i]) && i + 1 < text.Length && IsWord(text[i + 1]))); i++)
                {
                    if (!IsApostrophe(text[i])) Fold(text[i], ref sink);
                }

                sink.Add(start, i, foldedStart, char.IsAsciiDigit(c) ? TokenKind.Number : TokenKind.Word, flags);
            }
            else if (Rune.TryGetRuneAt(text, i, out var rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol)
            {
                for (var end = i + rune.Utf16SequenceLength; i < end; i++) sink.Append(text[i]);
                sink.Add(start, i, foldedStart, TokenKind.Emoji, flags);
            }
            else
            {
                sink.Append(c);
                while (i < text.Length && text[i] == c) i++;
                sink.Add(start, i, foldedStart, TokenKind.Punctuation, flags);
            }

            flags = TokenFlags.None;
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07';

    private static void Fold(char c, ref TokenSink sink) => sink.Append(char.ToLowerInvariant(c));
}

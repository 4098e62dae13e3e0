using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>Finds what <see cref="MentionFlags"/> names.</summary>
internal static class DeceptionFinder
{
    // Scripts whose writers have no use for a joiner inside a word.
    private static readonly HashSet<string> UnjoinedScripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Hebrew", "Cherokee", "Coptic"];

    public static List<FlaggedSpan> Find(ParsedMention mention)
    {
        var found = new List<FlaggedSpan>();
        Find(mention.Title, MentionField.Title, found);
        Find(mention.Text, MentionField.Text, found);
        if (mention.Mention.Author?.Handle is { Length: > 0 } handle && IsMixed(handle, 0, handle.Length))
        {
            found.Add(new FlaggedSpan(MentionFlags.MixedScriptHandle, MentionField.Handle, new TextSpan(0, handle.Length)));
        }

        return found;
    }

    private static void Find(TokenStream stream, MentionField field, List<FlaggedSpan> found)
    {
        var text = stream.Source;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '@' or '＠')
            {
                var end = HandleEnd(text, i + 1);
                if (end > i + 1 && IsMixed(text, i + 1, end)) found.Add(new FlaggedSpan(MentionFlags.MixedScriptHandle, field, new TextSpan(i, end)));
            }
            else if (c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                found.Add(new FlaggedSpan(MentionFlags.BidirectionalControls, field, new TextSpan(i, i + 1)));
            }
        }

        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Hashtag or TokenKind.Handle)) continue;
            FindZeroWidth(text, token, field, found);
        }
    }

    private static void FindZeroWidth(string text, in Token token, MentionField field, List<FlaggedSpan> found)
    {
        var script = "";
        for (var i = token.Start; i < token.End;)
        {
            var kind = UnicodeTable.Of(text, i, out var length);
            var isJoiner = text[i] is '\u200C' or '\u200D';
            if (text[i] is '\u200B' or '\u2060' or '\uFEFF' || (isJoiner && (UnjoinedScripts.Contains(script) || IsPlain(text, i - 1))))
            {
                found.Add(new FlaggedSpan(MentionFlags.ZeroWidthInsideWord, field, new TextSpan(i, i + 1)));
            }

            if ((kind & CharClass.Letter) != 0) script = UnicodeScripts.Of(text, i);
            else if ((kind & CharClass.Mark) == 0 && !isJoiner) script = "";
            i += length;
        }
    }

    private static bool IsPlain(string text, int index) => index >= 0 && text[index] < 0x80;

    private static int HandleEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var kind = UnicodeTable.Of(text, end, out var length);
            if ((kind & (CharClass.WordPart | CharClass.Joining)) == 0 && text[end] is not ('_' or '.' or '-')) break;
            if ((kind & CharClass.Unspaced) != 0) break;
            end += length;
        }

        return end;
    }

    private static bool IsMixed(string text, int start, int end)
    {
        var first = "";
        for (var i = start; i < end;)
        {
            var kind = UnicodeTable.Of(text, i, out var length);
            if ((kind & CharClass.Letter) != 0 && (kind & CharClass.Unspaced) == 0 && UnicodeScripts.Of(text, i) is { Length: > 0 } script)
            {
                if (first.Length == 0) first = script;
                else if (script != first) return true;
            }

            i += length;
        }

        return false;
    }
}

using System.Globalization;
using System.Text;
using Engagement.Mentions;
using Engagement.Privacy;

namespace Engagement.Digests;

/// <summary>Text of strangers made fit to be shown: no controls, no bidirectional tricks, no lone surrogates, bounded length. Never the original: what is redacted stays so.</summary>
internal static class DigestText
{
    private const int MostMarksInARow = 4;

    /// <summary>One line, white space collapsed, cut at a word (never inside a character sequence such as a family emoji) with an ellipsis.</summary>
    public static string Clean(ReadOnlySpan<char> text, int most)
    {
        if (IsPlain(text, most)) return text.ToString();
        var clean = new StringBuilder(Math.Min(text.Length, most + 8));
        var (safe, lastSpace, marks, space, joined) = (0, -1, 0, false, false);
        while (text.Length > 0)
        {
            var ok = Rune.DecodeFromUtf16(text, out var rune, out var used);
            text = text[used..];
            var category = Rune.GetUnicodeCategory(rune);
            if (ok != System.Buffers.OperationStatus.Done || category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                space = clean.Length > 0;
                joined = false;
                continue;
            }

            var isJoiner = rune.Value == 0x200D;
            if (category is UnicodeCategory.Format && !isJoiner && rune.Value is not (0x200C or (>= 0xE0020 and <= 0xE007F))) continue;
            if (rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE) continue;
            var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
            var extends = isMark || isJoiner || joined || rune.Value is (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F) or 0x200C;
            marks = isMark ? marks + 1 : 0;
            if (marks > MostMarksInARow) continue;
            if (space)
            {
                lastSpace = clean.Length;
                clean.Append(' ');
                (space, extends) = (false, false);
            }

            if (!extends) safe = clean.Length;
            if (clean.Length + rune.Utf16SequenceLength > most) return Cut(clean, safe, lastSpace);
            clean.Append(rune.ToString());
            joined = isJoiner;
        }

        return clean.ToString();
    }

    /// <summary>The sentence of the shown text around a place of the original, cut to <paramref name="most"/>; the start of the text where the place is in a gap.</summary>
    public static string SentenceAt(RedactedText shown, Evidence evidence, int most)
    {
        var text = shown.Text;
        var at = Map(shown, evidence.Span.Start);
        if (at < 0 || at >= text.Length) return Clean(text, most);
        var (start, end) = (at, at);
        while (start > 0 && !EndsSentence(text, start - 1)) start--;
        while (end < text.Length && !EndsSentence(text, end)) end++;
        if (end < text.Length) end++;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '.' or '!' or '?')) start++;
        // A sentence without end: begin shortly before the words themselves.
        if (at - start > most / 2)
        {
            start = at - (most / 4);
            while (start < at && !char.IsWhiteSpace(text[start - 1])) start++;
            return "… " + Clean(text.AsSpan(start, end - start), most - 2);
        }

        return Clean(text.AsSpan(start, end - start), most);
    }

    /// <summary>The text with the gaps of redaction blanked, so that their labels are not counted as anybody's words.</summary>
    public static string WithoutGaps(RedactedText shown)
    {
        if (shown.Redactions.Count == 0) return shown.Text;
        var text = new StringBuilder(shown.Text);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '[') depth++;
            var inside = depth > 0;
            if (text[i] == ']' && depth > 0) depth--;
            if (inside) text[i] = ' ';
        }

        return text.ToString();
    }

    /// <summary>Where a place of the original stands in the shown text; -1 when it cannot be told.</summary>
    private static int Map(RedactedText shown, int original)
    {
        var shift = 0;
        foreach (var redaction in shown.Redactions)
        {
            if (original < redaction.Span.Start) break;
            if (original < redaction.Span.End) return redaction.Span.Start + shift;
            var gap = redaction.Span.Start + shift;
            if (gap < 0 || gap >= shown.Text.Length || shown.Text[gap] != '[') return -1;
            var close = shown.Text.IndexOf(']', gap);
            if (close < 0) return -1;
            shift += close + 1 - gap - redaction.Span.Length;
        }

        return original + shift;
    }

    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '\n' => true,
        '.' or '!' or '?' => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };

    private static bool IsPlain(ReadOnlySpan<char> text, int most)
    {
        if (text.Length > most || text.Length == 0 || text[0] == ' ' || text[^1] == ' ') return text.Length == 0;
        var before = 'x';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && before == ' ')) return false;
            before = c;
        }

        return true;
    }

    private static string Cut(StringBuilder clean, int safe, int lastSpace)
    {
        clean.Length = Math.Max(0, lastSpace > safe - 40 && lastSpace > 0 ? Math.Min(lastSpace, safe) : safe);
        while (clean.Length > 0 && clean[^1] is ' ' or ',' or ';' or ':') clean.Length--;
        return clean.Append('…').ToString();
    }
}

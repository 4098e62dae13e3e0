namespace Engagement.Text;

/// <content>Emoji: sequences, flags, keycaps, tags and skin tones, each one token.</content>
internal ref partial struct Tokenizer
{
    private const char EmojiSelector = '\uFE0F';
    private const char TextSelector = '\uFE0E';
    private const char Joiner = '\u200D';
    private const char Keycap = '\u20E3';

    /// <summary>End of the emoji that starts at <paramref name="start"/>; <paramref name="start"/> when there is none.</summary>
    private readonly int EmojiEnd(int start)
    {
        if (IsKeycapAt(start)) return start + (_text[start + 1] == Keycap ? 2 : 3);
        var end = ElementEnd(start);
        if (end == start) return start;
        while (CharAt(end) == Joiner)
        {
            var next = ElementEnd(end + 1);
            if (next == end + 1) break;
            end = next;
        }

        return end;
    }

    /// <summary>One pictograph with what modifies it, or a flag of two letters.</summary>
    private readonly int ElementEnd(int start)
    {
        if (start >= _text.Length || _text[start] < 0x80) return start;
        var kind = UnicodeTable.Of(_text, start, out var length);
        var end = start + length;
        if ((kind & CharClass.EmojiIfAsked) != 0) return CharAt(end) == EmojiSelector ? end + 1 : start;
        if ((kind & CharClass.Emoji) == 0) return start;
        if (IsRegionalIndicator(start)) return IsRegionalIndicator(end) ? end + 2 : end;

        if (IsSkinTone(end)) end += 2;
        if (CharAt(end) is EmojiSelector or TextSelector) end++;
        if (IsSkinTone(end)) end += 2;
        if (CharAt(end) == Keycap) end++;
        while (IsTag(end)) end += 2;
        return end;
    }

    private int AddEmoji(int start, int end, TokenFlags flags)
    {
        var foldedStart = _foldedCount;
        for (var i = start; i < end; i++)
        {
            if (_text[i] is EmojiSelector or TextSelector) continue;
            if (IsSkinTone(i))
            {
                i++;
                continue;
            }

            Append(_text[i]);
        }

        // A skin tone that stands alone is all there is.
        for (var i = start; _foldedCount == foldedStart && i < start + 2; i++) _folded[_foldedCount + i - start] = _text[i];
        if (_foldedCount == foldedStart) _foldedCount += 2;
        Reserve(end);
        Add(start, end, foldedStart, TokenKind.Emoji, flags);
        return end;
    }

    private readonly bool IsKeycapAt(int index) =>
        index + 1 < _text.Length
        && (char.IsAsciiDigit(_text[index]) || _text[index] is '#' or '*')
        && (_text[index + 1] == Keycap || (_text[index + 1] == EmojiSelector && CharAt(index + 2) == Keycap));

    private readonly bool IsRegionalIndicator(int index) => CharAt(index) == '\uD83C' && CharAt(index + 1) is >= '\uDDE6' and <= '\uDDFF';

    private readonly bool IsSkinTone(int index) => CharAt(index) == '\uD83C' && CharAt(index + 1) is >= '\uDFFB' and <= '\uDFFF';

    // U+E0020 to U+E007F, which spell out the flags of England, Scotland and Wales.
    private readonly bool IsTag(int index) => CharAt(index) == '\uDB40' && CharAt(index + 1) is >= '\uDC20' and <= '\uDC7F';
}

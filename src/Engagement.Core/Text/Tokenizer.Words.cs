namespace Engagement.Text;

/// <content>Words and numbers.</content>
internal ref partial struct Tokenizer
{
    /// <summary>The fast path: letters and digits of ASCII. Anything else that may belong to the word sends it to <see cref="ReadWord"/>.</summary>
    private int ReadAsciiWord(int start, TokenFlags flags)
    {
        var text = _text;
        var folded = _folded.AsSpan(_foldedCount);
        var folding = WordFolding;
        var i = start;
        uint c = 0;
        uint upper = 0;
        uint previous = 0;
        uint repeated = 0;
        uint elongated = 0;
        var count = 0;
        for (; (uint)i < (uint)text.Length; i++)
        {
            c = text[i];
            if (c >= (uint)folding.Length) break;
            uint lower = folding[(int)c];
            if (lower == 0) break;
            folded[count++] = (char)lower;
            upper += (c ^ lower) >> 5;
            repeated = lower == previous ? repeated + 1 : 0;
            elongated |= repeated >> 1;
            previous = lower;
        }

        if (i < text.Length && NeedsCloserLook(c, i)) return ReadWord(start, flags);

        var first = text[start];
        var kind = TokenKind.Word;
        if (first <= '9')
        {
            kind = TokenKind.Number;
            if (count > 1 || upper > 0) flags |= LetterFlags(start, i);
        }
        else
        {
            if (elongated != 0 && IsElongated(start, i)) flags |= TokenFlags.Elongated;
            if (upper != 0) flags |= upper == 1 ? (first <= 'Z' ? TokenFlags.Capitalized : TokenFlags.None) : LetterFlags(start, i);
        }

        var foldedStart = _foldedCount;
        _foldedCount += count;
        Add(start, i, foldedStart, kind, flags);
        return i;
    }

    /// <summary>Whether the character after an ASCII word may belong to it, or to an address that the word begins.</summary>
    private readonly bool NeedsCloserLook(uint c, int index)
    {
        if (c >= 0x80)
        {
            var kind = UnicodeTable.Of(_text, index, out _);
            if ((kind & CharClass.Unspaced) != 0) return false;
            return (kind & (CharClass.WordPart | CharClass.Joining)) != 0 || IsApostrophe((char)c);
        }

        if (!MayContinue[(int)c]) return false;

        // A full stop, comma, colon, slash or apostrophe at the end of a word is the common case.
        var next = CharAt(index + 1);
        return c switch
        {
            '.' or ',' or '\'' or '`' => next >= 0x80 || (next < 0x80 && (WordFolding[next] != 0 || next is '_' or '.' or '-' or '@')),
            ':' or '/' => next == '/' || char.IsAsciiDigit(next),
            _ => true,
        };
    }

    /// <summary>The thorough path: any letters, inner apostrophes, and the addresses that a word may begin.</summary>
    private int ReadWord(int start, TokenFlags flags)
    {
        if (EmojiEnd(start) is var emojiEnd && emojiEnd > start) return AddEmoji(start, emojiEnd, flags);
        if (TryReadAddress(start, flags, out var addressEnd)) return addressEnd;

        var foldedStart = _foldedCount;
        var isNumber = (UnicodeTable.Of(_text, start, out _) & (CharClass.Digit | CharClass.OtherNumber)) != 0;
        var apostrophes = 0;
        var apostropheAt = 0;
        var hasAmpersand = false;
        var i = start;
        while (i < _text.Length)
        {
            var kind = UnicodeTable.Of(_text, i, out var length);
            var c = _text[i];
            if (IsApostrophe(c))
            {
                if (i == start || !ContinuesWord(i + 1)) break;
                apostrophes++;
                apostropheAt = _foldedCount - foldedStart;
                i++;
                continue;
            }

            if ((kind & CharClass.WordPart) != 0 && (kind & CharClass.Joining) == 0)
            {
                if ((kind & CharClass.Unspaced) != 0 || (i > start && (IsKeycapAt(i) || IsGluedLink(i)))) break;
                AppendFolded(i, length, i + length);
                i += length;
                continue;
            }

            if ((kind & CharClass.Joining) != 0)
            {
                var next = SkipJoining(i);
                if (!ContinuesWord(next)) break;
                i = next;
            }
            else if (c == '_')
            {
                var next = i;
                while (CharAt(next) == '_') next++;
                if (!ContinuesWord(next)) break;
                for (; i < next; i++) Append('_');
            }
            else if (isNumber && c is '.' or ',' or ':' or '/' && char.IsAsciiDigit(CharAt(i - 1)) && char.IsAsciiDigit(CharAt(i + 1)))
            {
                Append(c);
                i++;
            }
            else if (c == '&' && !hasAmpersand && apostrophes == 0 && AmpersandEnd(start, i) is var end && end > 0)
            {
                hasAmpersand = true;
                Append('&');
                i++;
            }
            else
            {
                break;
            }
        }

        i = ReadSigns(start, i);
        if (apostrophes == 1 && IsDistinctWithApostrophe(_folded.AsSpan(foldedStart, _foldedCount - foldedStart), apostropheAt))
        {
            Append('\'');
            var word = _folded.AsSpan(foldedStart, _foldedCount - foldedStart);
            word[apostropheAt..^1].CopyTo(word[(apostropheAt + 1)..]);
            word[apostropheAt] = '\'';
        }

        if (_foldedCount == foldedStart)
        {
            // A mark with nothing to stand on, which folding drops.
            Append(_text[start]);
            Reserve(i);
            Add(start, i, foldedStart, TokenKind.Punctuation, flags);
            return i;
        }

        Reserve(i);
        if (IsElongated(start, i)) flags |= TokenFlags.Elongated;
        Add(start, i, foldedStart, isNumber ? TokenKind.Number : TokenKind.Word, flags | LetterFlags(start, i));
        return i;
    }

    /// <summary><c>C++</c>, <c>C#</c>: signs that make another word of a single letter.</summary>
    private int ReadSigns(int start, int end)
    {
        if (end - start != 1 || !char.IsAsciiLetter(_text[start])) return end;
        if (CharAt(end) == '+' && CharAt(end + 1) == '+' && CharAt(end + 2) != '+' && !ContinuesWord(end + 2))
        {
            Append('+');
            Append('+');
            return end + 2;
        }

        if (CharAt(end) != '#' || CharAt(end + 1) is '#' or '\uFE0F' or '\u20E3' || ContinuesWord(end + 1)) return end;
        Append('#');
        return end + 1;
    }

    /// <summary><c>A&amp;E</c>, <c>R&amp;D</c>: one or two letters on either side. Returns the end, 0 when it is no such word.</summary>
    private readonly int AmpersandEnd(int start, int ampersand)
    {
        if (ampersand - start is < 1 or > 2) return 0;
        for (var i = start; i < ampersand; i++)
        {
            if (!char.IsAsciiLetter(_text[i])) return 0;
        }

        var end = ampersand + 1;
        while (end <= ampersand + 2 && char.IsAsciiLetter(CharAt(end))) end++;
        return end == ampersand + 1 || ContinuesWord(end) || CharAt(end) == ';' ? 0 : end;
    }

    private readonly bool ContinuesWord(int index) =>
        index < _text.Length
        && UnicodeTable.Of(_text, index, out _) is var kind
        && (kind & CharClass.WordPart) != 0
        && (kind & (CharClass.Unspaced | CharClass.Joining)) == 0
        && !IsApostrophe(_text[index]);

    // "Caféhttps://…": on all platforms but one a link may follow any letter that is not of ASCII.
    private readonly bool IsGluedLink(int index) => _text[index - 1] >= 0x80 && _dialect != TextDialect.Bluesky && ProtocolLength(index) > 0;

    private readonly int SkipJoining(int index)
    {
        while (index < _text.Length && (UnicodeTable.Of(_text, index, out var length) & CharClass.Joining) != 0) index += length;
        return index;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '`' || (c >= 0x80 && UnicodeTable.TryFold(c, out var folded) && folded == '\'');

    /// <summary>The closed list of words that are other words without their apostrophe.</summary>
    private static bool IsDistinctWithApostrophe(ReadOnlySpan<char> folded, int apostropheAt) => folded switch
    {
        "ill" or "id" => apostropheAt == 1,
        "well" or "hell" or "were" or "wed" or "hed" => apostropheAt == 2,
        "shell" or "shed" or "whore" => apostropheAt == 3,
        _ => false,
    };

    private readonly TokenFlags LetterFlags(int start, int end)
    {
        var letters = 0;
        var upper = 0;
        var startsUpper = false;
        for (var i = start; i < end;)
        {
            var kind = UnicodeTable.Of(_text, i, out var length);
            i += length;
            if ((kind & CharClass.Letter) == 0) continue;
            if ((kind & CharClass.Upper) != 0)
            {
                startsUpper |= letters == 0;
                upper++;
            }

            letters++;
        }

        if (upper == letters && letters >= 2) return TokenFlags.AllCapitals;
        return startsUpper ? TokenFlags.Capitalized : TokenFlags.None;
    }

    private readonly bool IsElongated(int start, int end)
    {
        var run = 0;
        var previous = '\0';
        for (var i = start; i < end; i++)
        {
            if ((UnicodeTable.Of(_text[i]) & CharClass.Letter) == 0)
            {
                previous = '\0';
                continue;
            }

            _ = UnicodeTable.TryFold(_text[i], out var folded);
            run = folded == previous ? run + 1 : 1;
            previous = folded;
            if (run == 3) return true;
        }

        return false;
    }

    private static bool IsWordCharacter(CharClass kind) => (kind & CharClass.WordPart) != 0;
}

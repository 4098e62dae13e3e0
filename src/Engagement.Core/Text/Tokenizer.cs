using System.Runtime.CompilerServices;

namespace Engagement.Text;

/// <summary>
/// Cuts a text into words, numbers, punctuation and entities in one pass. No regular expression, no backtracking: what a failed
/// attempt has looked at is remembered, so that no character is looked at more than a fixed number of times.
/// </summary>
internal ref partial struct Tokenizer
{
    // What to do at a character, for the 128 of ASCII.
    private const byte Other = 0;
    private const byte Letter = 1;
    private const byte Digit = 2;
    private const byte Space = 3;
    private const byte LineBreak = 4;
    private const byte At = 5;
    private const byte Hash = 6;
    private const byte Dollar = 7;
    private const byte Star = 8;

    private static readonly byte[] Kinds = MakeKinds();

    // Lower case of letters and digits, 0 for everything else.
    private static readonly byte[] WordFolding = MakeWordFolding();

    // Characters that may continue a word or number when they follow it: these need a closer look.
    private static readonly bool[] MayContinue = MakeMayContinue();

    private readonly ReadOnlySpan<char> _text;
    private readonly TextDialect _dialect;
    private Token[] _tokens;
    private char[] _folded;
    private int _count;
    private int _foldedCount;
    private int _positions;

    // No link, link without protocol, or e-mail address starts before these offsets: an attempt has already seen that far.
    private int _noLinkBefore;
    private int _noBareLinkBefore;
    private int _noEmailBefore;

    private Tokenizer(ReadOnlySpan<char> text, TextDialect dialect, Token[] tokens, char[] folded)
    {
        _text = text;
        _dialect = dialect;
        _tokens = tokens;
        _folded = folded;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; any code units.</param>
    /// <param name="dialect">Whose rules decide what an entity is.</param>
    /// <param name="tokens">Where the tokens go; replaced by a larger array when there are more.</param>
    /// <param name="folded">Where the folded characters go; replaced by a larger array when there are more.</param>
    /// <returns>How many tokens, folded characters and positions there are.</returns>
    public static (int Tokens, int Folded, int Positions) Read(ReadOnlySpan<char> text, TextDialect dialect, ref Token[] tokens, ref char[] folded)
    {
        var tokenizer = new Tokenizer(text, dialect, tokens, folded);
        tokenizer.Reserve(0);
        tokenizer.ReadAll();
        (tokens, folded) = (tokenizer._tokens, tokenizer._folded);
        return (tokenizer._count, tokenizer._foldedCount, tokenizer._positions);
    }

    private void ReadAll()
    {
        var flags = TokenFlags.SpaceBefore | TokenFlags.NewlineBefore;
        for (var i = 0; i < _text.Length;)
        {
            var c = _text[i];
            if (c >= 0x80)
            {
                var next = ReadBeyondAscii(i, ref flags);
                i = next;
                continue;
            }

            switch (Kinds[c])
            {
                case Letter:
                case Digit:
                    i = ReadAsciiWord(i, flags);
                    break;
                case Space:
                    flags |= TokenFlags.SpaceBefore;
                    i++;
                    continue;
                case LineBreak:
                    flags |= TokenFlags.SpaceBefore | TokenFlags.NewlineBefore;
                    i++;
                    continue;
                case At:
                    i = ReadAt(i, flags);
                    break;
                case Hash:
                    i = ReadHash(i, flags);
                    break;
                case Dollar:
                    i = ReadDollar(i, flags);
                    break;
                case Star when EmojiEnd(i) is var end && end > i:
                    i = AddEmoji(i, end, flags);
                    break;
                default:
                    i = ReadPunctuation(i, flags);
                    break;
            }

            flags = TokenFlags.None;
        }
    }

    /// <summary>Reads at a code unit beyond ASCII; white space and format characters add to or keep the flags of the token to come.</summary>
    private int ReadBeyondAscii(int start, ref TokenFlags flags)
    {
        var kind = UnicodeTable.Of(_text, start, out var length);
        if ((kind & CharClass.Space) != 0)
        {
            flags |= (kind & CharClass.LineBreak) != 0 ? TokenFlags.SpaceBefore | TokenFlags.NewlineBefore : TokenFlags.SpaceBefore;
            return start + length;
        }

        var end = start;
        if ((kind & (CharClass.Emoji | CharClass.EmojiIfAsked)) != 0 && EmojiEnd(start) is var emojiEnd && emojiEnd > start)
        {
            end = AddEmoji(start, emojiEnd, flags);
        }
        else if ((kind & CharClass.Format) != 0)
        {
            return start + length;
        }
        else if ((kind & CharClass.Unspaced) != 0)
        {
            end = start + length;
            var foldedStart = _foldedCount;
            AppendFolded(start, length, end);
            if (_foldedCount == foldedStart) Append(_text[start]);
            Add(start, end, foldedStart, TokenKind.Word, flags);
        }
        else if ((kind & CharClass.WordPart) != 0 && !IsApostrophe(_text[start]))
        {
            end = ReadWord(start, flags);
        }
        else
        {
            end = _text[start] switch
            {
                '＠' => ReadAt(start, flags),
                '＃' => ReadHash(start, flags),
                _ => ReadPunctuation(start, flags),
            };
        }

        flags = TokenFlags.None;
        return end;
    }

    /// <summary>A run of one character. Takes no position.</summary>
    private int ReadPunctuation(int start, TokenFlags flags)
    {
        var foldedStart = _foldedCount;
        UnicodeTable.Of(_text, start, out var length);
        var one = _text.Slice(start, length);
        var end = start + length;

        // The second of two like surrogates may be the first half of a pair.
        while (!char.IsSurrogate(one[0]) && end < _text.Length && _text[end] == one[0]) end++;
        while (length == 2 && _text[end..].StartsWith(one)) end += length;
        AppendFolded(start, length, end);
        if (_foldedCount == foldedStart) Append(_text[start]);
        Add(start, end, foldedStart, TokenKind.Punctuation, flags);
        return end;
    }

    private void Add(int start, int end, int foldedStart, TokenKind kind, TokenFlags flags)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, Math.Max(32, _count * 2));
        var length = _foldedCount - foldedStart;
        var hash = TokenHash.Of(_folded.AsSpan(foldedStart, length));
        _tokens[_count++] = new Token(hash, start, end, foldedStart, length, _positions, kind, flags);
        if (kind != TokenKind.Punctuation) _positions++;
    }

    /// <summary>Makes room for one folded character for each character from <paramref name="index"/> on, which is what the fast path relies on.</summary>
    private void Reserve(int index)
    {
        var needed = _foldedCount + (_text.Length - index) + 4;
        if (_folded.Length < needed) Array.Resize(ref _folded, Math.Max(needed, _folded.Length + (_folded.Length >> 1)));
    }

    /// <summary>Appends the folding of one code point, and keeps the promise of <see cref="Reserve"/> from <paramref name="next"/> on.</summary>
    private void AppendFolded(int index, int length, int next)
    {
        if (length == 1 && UnicodeTable.TryFold(_text[index], out var one))
        {
            _folded[_foldedCount++] = one;
            return;
        }

        var codePoint = length == 2 ? char.ConvertToUtf32(_text[index], _text[index + 1]) : _text[index];
        if (UnicodeTable.FoldingOf(codePoint) is not { } several)
        {
            _text.Slice(index, length).CopyTo(_folded.AsSpan(_foldedCount));
            _foldedCount += length;
            return;
        }

        foreach (var c in several) Append(c);
        Reserve(next);
    }

    private void Append(char c)
    {
        if (_foldedCount == _folded.Length) Array.Resize(ref _folded, Math.Max(32, _folded.Length * 2));
        _folded[_foldedCount++] = c;
    }

    /// <summary>Appends characters in lower case, for addresses, where accents count.</summary>
    private void AppendLower(int start, int end)
    {
        for (var i = start; i < end; i++) Append(char.ToLowerInvariant(_text[i]));
        Reserve(end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly char CharAt(int index) => (uint)index < (uint)_text.Length ? _text[index] : '\0';

    private readonly CharClass ClassAt(int index) => index < _text.Length ? UnicodeTable.Of(_text, index, out _) : CharClass.None;

    private static byte[] MakeKinds()
    {
        var kinds = new byte[0x80];
        for (var c = 'a'; c <= 'z'; c++) kinds[c] = kinds[c & ~0x20] = Letter;
        for (var c = '0'; c <= '9'; c++) kinds[c] = Digit;
        kinds[' '] = kinds['\t'] = kinds['\v'] = kinds['\f'] = Space;
        kinds['\n'] = kinds['\r'] = LineBreak;
        kinds['@'] = At;
        kinds['#'] = Hash;
        kinds['$'] = Dollar;
        kinds['*'] = Star;
        return kinds;
    }

    private static byte[] MakeWordFolding()
    {
        var folding = new byte[0x80];
        for (var c = 'a'; c <= 'z'; c++) folding[c] = folding[c & ~0x20] = (byte)c;
        for (var c = '0'; c <= '9'; c++) folding[c] = (byte)c;
        return folding;
    }

    private static bool[] MakeMayContinue()
    {
        var may = new bool[0x80];
        foreach (var c in "'`_.,:/@-+%&#") may[c] = true;
        return may;
    }
}

using System.Globalization;

namespace Engagement.Text;

/// <content>Handles, lists, hashtags and cashtags: what <c>@</c>, <c>#</c> and <c>$</c> begin.</content>
internal ref partial struct Tokenizer
{
    private const int LongestHandleOnX = 20;
    private const int LongestListOnX = 25;
    private const int LongestTagOnBluesky = 64;

    private int ReadAt(int start, TokenFlags flags)
    {
        var kind = TokenKind.Handle;
        var end = _dialect switch
        {
            TextDialect.X => HandleOnXEnd(start, out kind),
            TextDialect.Mastodon => HandleWithHostEnd(start, isPlain: false),
            TextDialect.Bluesky => HandleOnBlueskyEnd(start),
            _ => HandleWithHostEnd(start, isPlain: true),
        };
        return end == start ? ReadPunctuation(start, flags) : AddTag(start, end, kind, flags);
    }

    private int ReadHash(int start, TokenFlags flags)
    {
        if (EmojiEnd(start) is var emojiEnd && emojiEnd > start) return AddEmoji(start, emojiEnd, flags);
        var end = _dialect switch
        {
            TextDialect.Mastodon => HashtagOnMastodonEnd(start),
            TextDialect.Bluesky => HashtagOnBlueskyEnd(start),
            _ => HashtagOnXEnd(start),
        };
        return end == start ? ReadPunctuation(start, flags) : AddTag(start, end, TokenKind.Hashtag, flags);
    }

    private int ReadDollar(int start, TokenFlags flags)
    {
        var end = _dialect switch
        {
            TextDialect.X => CashtagOnXEnd(start),
            TextDialect.Bluesky => CashtagOnBlueskyEnd(start),
            _ => start,
        };
        return end == start ? ReadPunctuation(start, flags) : AddTag(start, end, TokenKind.Cashtag, flags);
    }

    /// <summary>Folds the body only, so that a tag and the word share their hash.</summary>
    private int AddTag(int start, int end, TokenKind kind, TokenFlags flags)
    {
        var foldedStart = _foldedCount;
        for (var i = start + 1; i < end;)
        {
            var kindOfCharacter = UnicodeTable.Of(_text, i, out var length);
            if ((kindOfCharacter & CharClass.Format) == 0) AppendFolded(i, length, i + length);
            i += length;
        }

        if (_foldedCount == foldedStart) Append(_text[start]);
        Reserve(end);
        Add(start, end, foldedStart, kind, flags | LetterFlags(start, end));
        return end;
    }

    private readonly int HandleOnXEnd(int at, out TokenKind kind)
    {
        kind = TokenKind.Handle;
        if (!MayPrecedeHandleOnX(at)) return at;
        var end = at + 1;
        while (end - at <= LongestHandleOnX && IsHandleCharacter(CharAt(end))) end++;
        if (end == at + 1) return at;

        if (CharAt(end) == '/' && char.IsAsciiLetter(CharAt(end + 1)))
        {
            kind = TokenKind.List;
            var list = end + 1;
            end = list;
            while (end - list < LongestListOnX && (IsHandleCharacter(CharAt(end)) || CharAt(end) == '-')) end++;
        }

        var next = CharAt(end);
        return next is '@' or '＠' || IsLatinAccent(next) || _text[end..].StartsWith("://") ? at : end;
    }

    private readonly bool MayPrecedeHandleOnX(int at)
    {
        if (at == 0) return true;
        var before = _text[at - 1];
        if (!char.IsAsciiLetterOrDigit(before) && !"_!#$%&*@＠".Contains(before, StringComparison.Ordinal)) return true;

        // The retweet mark may touch the handle: RT@name.
        if (before is not ('t' or 'T') || at < 2 || _text[at - 2] is not ('r' or 'R')) return false;
        return at == 2 || !(char.IsAsciiLetterOrDigit(_text[at - 3]) || _text[at - 3] is '_' or '+' or '~' or '.' or '-');
    }

    /// <summary><c>@name</c> or <c>@name@host</c>. In plain text only after white space, an opening bracket or a quotation mark, with a letter in it.</summary>
    private readonly int HandleWithHostEnd(int at, bool isPlain)
    {
        if (isPlain ? !MayPrecedePlainHandle(at) : !MayPrecedeHandleOnMastodon(at)) return at;
        var end = NameEnd(at + 1, allowMarks: false);
        if (end == at + 1) return at;
        if (CharAt(end) is '@' or '＠')
        {
            var host = NameEnd(end + 1, allowMarks: true);
            if (host > end + 1) end = host;
            else if (isPlain) return at;
        }

        if (!isPlain) return end;
        if (_text[end..].StartsWith("://")) return at;
        for (var i = at + 1; i < end; i++)
        {
            if (char.IsAsciiLetter(_text[i])) return end;
        }

        return at;
    }

    /// <summary>Name or host characters, with dots and hyphens only inside.</summary>
    private readonly int NameEnd(int start, bool allowMarks)
    {
        var end = start;
        for (var i = start; i < _text.Length;)
        {
            var c = _text[i];
            var length = 1;
            if (IsHandleCharacter(c) || (allowMarks && c >= 0x80 && IsWordCharacter(UnicodeTable.Of(_text, i, out length))))
            {
                i += length;
                end = i;
            }
            else if (c is '.' or '-' && end > start)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private readonly bool MayPrecedeHandleOnMastodon(int at) =>
        at == 0 || (_text[at - 1] is not ('=' or '/' or '_') && !IsWordCharacter(UnicodeTable.Before(_text, at)));

    private readonly bool MayPrecedePlainHandle(int at) => FollowsSpace(at) || "([{<\"'“‘«:,;".Contains(_text[at - 1], StringComparison.Ordinal)
        || (_text[at - 1] == '.' && FollowsSpace(at - 1));

    /// <summary>A domain name with a top-level domain that exists.</summary>
    private readonly int HandleOnBlueskyEnd(int at)
    {
        if (!FollowsSpaceOrBracket(at)) return at;
        var end = at + 1;
        while (char.IsAsciiLetterOrDigit(CharAt(end)) || CharAt(end) is '.' or '-') end++;

        // The name ends where a word does.
        if (IsHandleCharacter(CharAt(end)))
        {
            while (end > at + 1 && char.IsAsciiLetterOrDigit(_text[end - 1])) end--;
        }

        while (end > at + 1 && _text[end - 1] is '.' or '-') end--;
        var name = _text[(at + 1)..end];
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || !AreLabels(name)) return at;
        var last = name[(dot + 1)..];
        return TopLevelDomains.Contains(last) || last.Equals("test", StringComparison.OrdinalIgnoreCase) ? end : at;
    }

    /// <summary>Whether each label of a domain name has a length that a label may have, and hyphens only inside.</summary>
    private static bool AreLabels(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split('.'))
        {
            var label = name[range];
            if (label.Length is < 1 or > Punycode.LongestLabel || label[0] == '-' || label[^1] == '-') return false;
        }

        return true;
    }

    private readonly int HashtagOnXEnd(int hash)
    {
        if (hash > 0 && _text[hash - 1] is not ('\uFE0E' or '\uFE0F') && (_text[hash - 1] == '&' || IsHashtagCharacter(UnicodeTable.Before(_text, hash), _text[hash - 1]))) return hash;
        if (CharAt(hash + 1) is '\uFE0F' or '\u20E3') return hash;

        var hasLetter = false;
        var end = hash + 1;
        while (end < _text.Length)
        {
            var kind = UnicodeTable.Of(_text, end, out var length);
            if (!IsHashtagCharacter(kind, _text[end])) break;
            hasLetter |= (kind & (CharClass.Letter | CharClass.Mark)) != 0;
            end += length;
        }

        return hasLetter && CharAt(end) is not ('#' or '＃') && !_text[end..].StartsWith("://") ? end : hash;
    }

    private static bool IsHashtagCharacter(CharClass kind, char c) =>
        (kind & (CharClass.Letter | CharClass.Mark | CharClass.Digit)) != 0
        || c is '_' or '\u200C' or '\u200D' or '\uA67E' or '\u05BE' or '\u05F3' or '\u05F4' or '\uFF5E' or '\u301C' or '\u309B' or '\u309C'
            or '\u30A0' or '\u30FB' or '\u3003' or '\u0F0B' or '\u0F0C' or '\u00B7';

    /// <summary>
    /// Word characters, and separators between them. Purely numeric is none: a letter is needed, or a separator within (Mastodon's HASHTAG_NAME_PAT).
    /// </summary>
    private readonly int HashtagOnMastodonEnd(int hash)
    {
        if (!FollowsSpace(hash)) return hash;
        var hasLetter = false;
        var separator = -1;
        var end = hash + 1;
        for (var i = end; i < _text.Length;)
        {
            var kind = UnicodeTable.Of(_text, i, out var length);
            var isWord = IsTagWordOnMastodon(kind, _text[i]);
            if (!isWord && (i == hash + 1 || _text[i] is not ('\u00B7' or '\u30FB' or '\u200C'))) break;
            if (i > hash + 1 && separator < 0 && (!isWord || _text[i] == '_')) separator = i;
            hasLetter |= (kind & CharClass.Letter) != 0;
            i += length;
            if (isWord) end = i;
        }

        return hasLetter || (separator > 0 && separator < end - 1) ? end : hash;
    }

    private static bool IsTagWordOnMastodon(CharClass kind, char c) =>
        (kind & (CharClass.Letter | CharClass.Mark | CharClass.Digit)) != 0
        || c == '_' || (c >= 0x80 && char.GetUnicodeCategory(c) == UnicodeCategory.ConnectorPunctuation);

    /// <summary>Anything up to white space, without punctuation at the end; not only digits and punctuation; at most 64 graphemes.</summary>
    private readonly int HashtagOnBlueskyEnd(int hash)
    {
        if (!FollowsSpace(hash) || CharAt(hash + 1) is '\uFE0F' or '\u20E3') return hash;
        var end = hash + 1;
        var hasOther = false;
        for (var i = end; i < _text.Length;)
        {
            var kind = UnicodeTable.Of(_text, i, out var length);
            if ((kind & CharClass.Space) != 0 || _text[i] is '\u00AD' or '\u2060' or '\u200A' or '\u200B' or '\u200C' or '\u200D' or '\u20E2')
            {
                // A joiner belongs to an emoji.
                if (_text[i] != Joiner || EmojiEndAround(hash + 1, i) <= i) break;
            }

            i += length;
            if ((kind & CharClass.Punctuation) != 0) continue;

            // A direction mark alone is nothing that a reader sees as a tag.
            hasOther |= (kind & CharClass.Digit) == 0 && CharUnicodeInfo.GetUnicodeCategory(_text[i - length]) != UnicodeCategory.Format;
            end = i;
        }

        if (!hasOther) return hash;
        var graphemes = 0;
        for (var i = hash + 1; i < end; graphemes++)
        {
            if (graphemes == LongestTagOnBluesky) return hash;
            i += StringInfo.GetNextTextElementLength(_text[i..end]);
        }

        return end;
    }

    private readonly int EmojiEndAround(int from, int joiner)
    {
        // The pictograph before a joiner is at most a base, a skin tone and a selector away.
        for (var start = Math.Max(from, joiner - 5); start < joiner; start++)
        {
            if (ElementEnd(start) == joiner && ElementEnd(joiner + 1) is var end && end > joiner + 1) return end;
        }

        return joiner;
    }

    private readonly int CashtagOnXEnd(int dollar)
    {
        if (!FollowsSpace(dollar)) return dollar;
        var end = dollar + 1;
        while (end - dollar <= 6 && char.IsAsciiLetter(CharAt(end))) end++;
        if (end == dollar + 1) return dollar;
        if (CharAt(end) is '.' or '_' && char.IsAsciiLetter(CharAt(end + 1)))
        {
            var suffix = char.IsAsciiLetter(CharAt(end + 2)) ? end + 3 : end + 2;
            if (EndsCashtagOnX(suffix)) return suffix;
        }

        return EndsCashtagOnX(end) ? end : dollar;
    }

    private readonly bool EndsCashtagOnX(int index) =>
        index >= _text.Length || "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$".Contains(_text[index], StringComparison.Ordinal)
        || (UnicodeTable.Of(_text[index]) & CharClass.Space) != 0;

    private readonly int CashtagOnBlueskyEnd(int dollar)
    {
        if (!FollowsSpaceOrBracket(dollar) || !char.IsAsciiLetter(CharAt(dollar + 1))) return dollar;
        var end = dollar + 2;
        while (end - dollar <= 5 && char.IsAsciiLetterOrDigit(CharAt(end))) end++;
        return end == _text.Length || ".,;:!?)\"'’".Contains(_text[end], StringComparison.Ordinal)
            || (UnicodeTable.Of(_text[end]) & CharClass.Space) != 0 ? end : dollar;
    }

    private static bool IsHandleCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}

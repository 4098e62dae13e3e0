namespace Engagement.Text;

/// <content>Links and e-mail addresses.</content>
internal ref partial struct Tokenizer
{
    private const int LongestLink = 4096;
    private const int LongestEmailName = 64;
    private const int LongestShortLinkSlug = 40;

    // Plain text has sentences without a space after the full stop ("so kind.It was"), so that only domains that are no English word make
    // a link by themselves there; any other needs www. before or a path after it.
    private static readonly string[] PlainTextDomains = ["com", "org", "net", "edu", "gov", "info", "biz", "uk", "ie", "eu", "scot", "wales", "cymru"];

    /// <summary>Reads the link or e-mail address that starts at a letter or digit, if there is one.</summary>
    private bool TryReadAddress(int start, TokenFlags flags, out int end)
    {
        end = start;
        if (start >= _noEmailBefore && TryFindEmail(start, out end))
        {
            AddAddress(start, end, TokenKind.Email, flags);
            return true;
        }

        if (start < _noLinkBefore) return false;
        var protocol = ProtocolLength(start);
        var found = protocol > 0 ? TryFindLink(start, start + protocol, out end)
            : start >= _noBareLinkBefore && _dialect != TextDialect.Mastodon && TryFindBareLink(start, out end);
        if (found) AddAddress(start, end, TokenKind.Link, flags);
        return found;
    }

    private void AddAddress(int start, int end, TokenKind kind, TokenFlags flags)
    {
        var foldedStart = _foldedCount;
        AppendLower(start, end);
        Add(start, end, foldedStart, kind, flags);
    }

    private readonly int ProtocolLength(int start)
    {
        if ((CharAt(start) | 0x20) != 'h') return 0;
        var rest = _text[start..];
        if (rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return 8;
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
    }

    private bool TryFindEmail(int start, out int end)
    {
        end = start;
        var i = start;
        while (IsEmailNameCharacter(CharAt(i))) i++;
        _noEmailBefore = Math.Max(i, start + 1);
        if (CharAt(i) != '@' || i == start || i - start > LongestEmailName || _text[i - 1] == '.') return false;
        if (start > 0 && _text[start - 1] is '@' or '＠' or '/') return false;

        var best = 0;
        for (var label = i + 1; ;)
        {
            var labelEnd = label;
            while (char.IsAsciiLetterOrDigit(CharAt(labelEnd)) || CharAt(labelEnd) == '-') labelEnd++;
            if (labelEnd == label || _text[label] == '-') break;
            if (label > i + 1 && CharAt(labelEnd) is not ('@' or '_') && TopLevelDomains.Contains(_text[label..labelEnd])) best = labelEnd;
            if (labelEnd - label > Punycode.LongestLabel || CharAt(labelEnd) != '.') break;
            label = labelEnd + 1;
        }

        if (best == 0) return false;
        end = best;
        return true;
    }

    private static bool IsEmailNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';

    /// <summary>A link with protocol, whose host starts at <paramref name="host"/>.</summary>
    private bool TryFindLink(int start, int host, out int end)
    {
        end = start;
        if (_dialect == TextDialect.Bluesky)
        {
            if (!FollowsSpaceOrBracket(start)) return false;
            end = TrimmedEnd(start, NextSpace(start));
            return end > host;
        }

        if (!MayPrecedeLink(start)) return false;
        var hostEnd = HostEnd(host, out var seen);
        if (hostEnd < 0)
        {
            _noLinkBefore = seen;
            return false;
        }

        end = AfterPort(hostEnd);
        end = PathEnd(end);
        var query = end;
        end = QueryEnd(end);
        if (!IsEncodable(host, hostEnd) || end - start > LongestLink)
        {
            _noLinkBefore = end;
            return false;
        }

        return _dialect != TextDialect.X || TryCutShortLink(start, host, hostEnd, query, ref end);
    }

    /// <summary>The platform's own short links end with their slug, whatever is written after it; with a slug over 40 they are none.</summary>
    private bool TryCutShortLink(int start, int host, int hostEnd, int query, ref int end)
    {
        if (!_text[host..hostEnd].Equals("t.co", StringComparison.OrdinalIgnoreCase) || CharAt(hostEnd) != '/') return true;
        var slugEnd = hostEnd + 1;
        while (char.IsAsciiLetterOrDigit(CharAt(slugEnd))) slugEnd++;
        if (slugEnd == hostEnd + 1) return true;
        if (slugEnd - hostEnd - 1 > LongestShortLinkSlug)
        {
            _noLinkBefore = end;
            end = start;
            return false;
        }

        if (slugEnd != query) end = slugEnd;
        return true;
    }

    /// <summary>A link without protocol.</summary>
    private bool TryFindBareLink(int start, out int end)
    {
        end = start;
        if (_dialect == TextDialect.Bluesky ? !FollowsSpaceOrBracket(start) || !char.IsAsciiLetter(_text[start]) : !MayPrecedeBareLink(start)) return false;

        var best = -1;
        var isEncodable = true;
        var isEncodableAtBest = true;
        var previousHasUnderscore = false;
        var label = start;
        var lastLabel = start;
        var i = start;
        while (true)
        {
            var hasUnderscore = false;
            for (i = label; IsBareHostCharacter(CharAt(i)); i++) hasUnderscore |= _text[i] == '_';
            if (label > start && !previousHasUnderscore && TopLevelDomainEnd(label) is var domainEnd && domainEnd > 0)
            {
                best = domainEnd;
                lastLabel = label;
                isEncodableAtBest = isEncodable;
            }

            isEncodable &= i - label <= Punycode.LongestLabel;
            if (i == label || _text[label] is '-' or '_' || _text[i - 1] is '-' or '_' || CharAt(i) != '.') break;
            previousHasUnderscore = hasUnderscore;
            label = i + 1;
        }

        while (IsBareHostCharacter(CharAt(i)) || CharAt(i) == '.') i++;
        if (best < 0)
        {
            _noBareLinkBefore = i;
            return false;
        }

        if (_dialect == TextDialect.Bluesky)
        {
            // The whole host must end with the domain; whatever follows it without a space belongs to the link.
            end = TrimmedEnd(start, NextSpace(start));
            if (best <= end && !char.IsAsciiLetterOrDigit(CharAt(best)) && !(CharAt(best) == '.' && char.IsAsciiLetterOrDigit(CharAt(best + 1)))) return true;
            _noBareLinkBefore = i;
            end = start;
            return false;
        }

        end = best;
        var path = PathEnd(AfterPort(best));
        var hasPath = path > AfterPort(best);
        if (hasPath) end = QueryEnd(path);
        if (!isEncodableAtBest || end - start > LongestLink)
        {
            _noBareLinkBefore = end;
            end = start;
            return false;
        }

        if (_dialect != TextDialect.Neutral || hasPath || IsPlainTextHost(start, lastLabel, best)) return true;
        _noBareLinkBefore = end;
        end = start;
        return false;
    }

    private readonly bool IsPlainTextHost(int start, int lastLabel, int end)
    {
        if (_text[start..end].StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var domain in PlainTextDomains)
        {
            if (_text[lastLabel..end].Equals(domain, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>End of a host after a protocol: labels of any script, the last of them a known domain. -1 when there is none.</summary>
    private readonly int HostEnd(int start, out int seen)
    {
        var best = -1;
        var previousHasUnderscore = false;
        var label = start;
        while (true)
        {
            var i = label;
            var hasUnderscore = false;
            for (; i < _text.Length && (IsHostCharacter(_text[i]) || _text[i] is '-' or '_'); i++) hasUnderscore |= _text[i] == '_';
            if (label > start && !previousHasUnderscore && TopLevelDomainEnd(label) is var domainEnd && domainEnd > 0) best = domainEnd;
            seen = i;
            if (i == label || _text[label] is '-' or '_' || _text[i - 1] is '-' or '_' || CharAt(i) != '.') return best;
            previousHasUnderscore = hasUnderscore;
            label = i + 1;
        }
    }

    /// <summary>End of the top-level domain that starts a label and is followed by what may follow one; -1 when there is none.</summary>
    private readonly int TopLevelDomainEnd(int label)
    {
        var c = CharAt(label);
        if (c is '\0' or '-' or '_' or '.') return -1;
        if (c < 0x80)
        {
            var end = label;
            if (_text[label..].StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            {
                end = label + 4;
                while (char.IsAsciiLetterOrDigit(CharAt(end)) || CharAt(end) == '-') end++;
                return end > label + 4 ? end : -1;
            }

            while (char.IsAsciiLetterOrDigit(CharAt(end))) end++;
            if (end < _text.Length && _text[end] >= 0x80 && LongestDomainEnd(label) is var mixed && mixed > end) return mixed;
            return CharAt(end) is '@' or '+' or '-' || !TopLevelDomains.Contains(_text[label..end]) ? -1 : end;
        }

        return LongestDomainEnd(label);
    }

    private readonly int LongestDomainEnd(int label)
    {
        if (!TopLevelDomains.MayStartBeyondAscii(_text[label])) return -1;
        for (var length = Math.Min(TopLevelDomains.LongestBeyondAscii, _text.Length - label); length > 0; length--)
        {
            var next = CharAt(label + length);
            if (next is '@' or '+' or '-' || char.IsAsciiLetterOrDigit(next)) continue;
            if (TopLevelDomains.Contains(_text.Slice(label, length))) return label + length;
        }

        return -1;
    }

    /// <summary>Whether every label of the host fits the domain name system, encoded.</summary>
    private readonly bool IsEncodable(int start, int end)
    {
        Span<char> encoded = stackalloc char[Punycode.LongestLabel + 1];
        for (var label = start; label < end;)
        {
            var labelEnd = label;
            var isAscii = true;
            for (; labelEnd < end && _text[labelEnd] != '.'; labelEnd++) isAscii &= _text[labelEnd] < 0x80;
            if (isAscii ? labelEnd - label > Punycode.LongestLabel : Punycode.Encode(_text[label..labelEnd], encoded) == 0) return false;
            label = labelEnd + 1;
        }

        return true;
    }

    private readonly int AfterPort(int index)
    {
        if (CharAt(index) != ':' || !char.IsAsciiDigit(CharAt(index + 1))) return index;
        index += 2;
        while (char.IsAsciiDigit(CharAt(index))) index++;
        return index;
    }

    /// <summary>End of a path: the last character that may end one, parentheses only in pairs and one inside another at most.</summary>
    private readonly int PathEnd(int start)
    {
        if (CharAt(start) != '/') return start;
        var end = start + 1;
        for (var i = end; i < _text.Length;)
        {
            var c = _text[i];
            if (c == '(')
            {
                var closed = ParenthesesEnd(i);
                if (closed == i) break;
                end = i = closed;
                continue;
            }

            if (!IsPathCharacter(c)) break;
            i++;
            if (IsPathEnd(c)) end = i;
        }

        return end;
    }

    /// <summary>End of balanced parentheses with at most one pair inside; the start when they are not.</summary>
    private readonly int ParenthesesEnd(int start)
    {
        var isNested = false;
        var inside = 0;
        for (var i = start + 1; i < _text.Length; i++)
        {
            var c = _text[i];
            if (c == ')') return inside > 0 || isNested ? i + 1 : start;
            if (c == '(' && !isNested)
            {
                isNested = true;
                var inner = i + 1;
                while (inner < _text.Length && IsPathCharacter(_text[inner])) inner++;
                if (inner == i + 1 || CharAt(inner) != ')') return start;
                i = inner;
                continue;
            }

            if (!IsPathCharacter(c)) return start;
            inside++;
        }

        return start;
    }

    private readonly int QueryEnd(int start)
    {
        if (CharAt(start) != '?') return start;
        var end = start;
        for (var i = start + 1; i < _text.Length && IsQueryCharacter(_text[i]); i++)
        {
            if (char.IsAsciiLetterOrDigit(_text[i]) || _text[i] is '-' or '_' or '&' or '=' or '#' or '/') end = i + 1;
        }

        return end;
    }

    private readonly int NextSpace(int index)
    {
        while (index < _text.Length && (UnicodeTable.Of(_text[index]) & CharClass.Space) == 0) index++;
        return index;
    }

    /// <summary>Without punctuation at the end, and without a bracket that was opened outside.</summary>
    private readonly int TrimmedEnd(int start, int end)
    {
        while (end > start && _text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?') end--;
        if (end > start && _text[end - 1] == ')' && !_text[start..end].Contains('(')) end--;
        return end;
    }

    private readonly bool MayPrecedeLink(int start)
    {
        if (start == 0) return true;
        var c = _text[start - 1];
        return !char.IsAsciiLetterOrDigit(c) && c is not ('@' or '＠' or '$' or '#' or '＃' or '\uFFFE' or '\uFEFF' or '\uFFFF');
    }

    private readonly bool MayPrecedeBareLink(int start) => MayPrecedeLink(start) && (start == 0 || _text[start - 1] is not ('-' or '_' or '.' or '/'));

    private readonly bool FollowsSpaceOrBracket(int start) => FollowsSpace(start) || _text[start - 1] == '(';

    private readonly bool FollowsSpace(int start) => start == 0 || (UnicodeTable.Of(_text[start - 1]) & CharClass.Space) != 0;

    private static bool IsBareHostCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c >= 0x80 && IsLatinAccent(c));

    private static bool IsHostCharacter(char c)
    {
        if (c < 0x80) return char.IsAsciiLetterOrDigit(c);
        if (c is '\uFFFE' or '\uFEFF' or '\uFFFF' || IsDirectional(c)) return false;
        return (UnicodeTable.Of(c) & CharClass.Space) == 0;
    }

    private static bool IsPathCharacter(char c) =>
        c < 0x80
            ? char.IsAsciiLetterOrDigit(c) || "!*';:=+,.$/%#[]-_~@|&".Contains(c, StringComparison.Ordinal)
            : c is '\u2013' || c is >= '\u0400' and <= '\u04FF' || IsLatinAccent(c);

    private static bool IsPathEnd(char c) =>
        c < 0x80 ? char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '=' or '_' or '#' or '/' : c != '\u2013';

    private static bool IsQueryCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!?*'@();:&=+$/%#[]-_.,~|".Contains(c, StringComparison.Ordinal);

    private static bool IsDirectional(char c) => c is (>= '\u202A' and <= '\u202E') or '\u061C' or '\u200E' or '\u200F' or (>= '\u2066' and <= '\u2069');

    /// <summary>Accented Latin letters and accents, as X counts them.</summary>
    private static bool IsLatinAccent(char c) => c switch
    {
        < '\u00C0' => false,
        <= '\u024F' => c is not ('\u00D7' or '\u00F7'),
        '\u0253' or '\u0254' or '\u0256' or '\u0257' or '\u0259' or '\u025B' or '\u0263' or '\u0268' or '\u026F' or '\u0272' or '\u0289' or '\u028B' or '\u02BB' => true,
        >= '\u0300' and <= '\u036F' => true,
        >= '\u1E00' and <= '\u1EFF' => true,
        _ => false,
    };
}

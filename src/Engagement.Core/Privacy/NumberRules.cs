using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>
/// What a number is. Each rule starts at a piece of digits and answers with the index after what it took, or 0. Bounded reading, so
/// that the whole is linear.
/// </summary>
internal sealed class NumberRules(PieceList pieces, List<Redaction> found)
{
    /// <summary>Tries every rule at a piece of digits; returns the index to go on from.</summary>
    public int At(int index)
    {
        var end = Card(index);
        if (end == 0) end = NhsNumber(index);
        if (end == 0) end = DateOfBirth(index);
        if (end == 0) end = Phone(index);
        if (end == 0) end = Bank(index);
        if (end == 0) end = HospitalNumber(index);
        return Math.Max(end, index + 1);
    }

    /// <summary>An IBAN that starts at a piece of letters; the index after it, or 0.</summary>
    public int AtLetters(int index)
    {
        var isStart = pieces[index].Length == 2 && !pieces.IsGlued(index) && pieces.Is(index + 1, PieceKind.Digits) && pieces.IsGlued(index + 1);
        if (!isStart || pieces[index + 1].Length < 2 || IbanLength(pieces.Of(index)) is not (var whole and > 0)) return 0;
        Span<char> text = stackalloc char[34];
        var length = 0;
        for (var i = index; i < pieces.Count && pieces[i].Kind is PieceKind.Letters or PieceKind.Digits && length + pieces[i].Length <= text.Length; i++)
        {
            pieces.Of(i).CopyTo(text[length..]);
            length += pieces[i].Length;
            if (length == whole && !pieces.IsGlued(i + 1) && Checksums.IsIban(text[..length])) return Take(RedactionKind.BankAccount, index, i + 1);
        }

        return 0;
    }

    // Lengths from the IBAN registry (SWIFT, release 99) for the countries whose numbers turn up here most.
    private static int IbanLength(ReadOnlySpan<char> country) => country switch
    {
        "NL" => 18,
        "AT" or "LT" => 20,
        "CH" or "LV" => 21,
        "GB" or "IE" or "DE" or "BG" => 22,
        "ES" or "RO" or "SE" or "SK" or "CZ" => 24,
        "PT" => 25,
        "FR" or "IT" or "GR" => 27,
        "PL" or "CY" or "HU" => 28,
        _ => 0,
    };

    // A checksum alone is right for one number in eleven by chance: the usual 3-3-4 grouping or a word must speak for it too.
    private int NhsNumber(int index)
    {
        Span<byte> digits = stackalloc byte[DigitGroups.Most + 1];
        Span<byte> groups = stackalloc byte[DigitGroups.MostGroups];
        var number = DigitGroups.Read(pieces, index, 10, digits, groups, overSlashes: true);
        if (number.Count != 10 || !number.IsWhole || !Checksums.IsNhsNumber(number.Digits)) return 0;
        var named = pieces.Before(index, Cue.Nhs, 9) >= 0 || pieces.After(number.End - 1, Cue.Nhs, 6) >= 0 || IsSpelt(index, "nhs") || IsOfPatient(index, number.End);
        if (pieces.IsStuck(index) && !named) return 0;
        var usual = number.GroupCount == 3 && number.GroupLength(0) == 3 && number.GroupLength(1) == 3 && !HasSlash(index, number.End);
        var start = pieces.IsMark(index - 1, '(') && IsClosed(index, number.End) ? index - 1 : index;
        // "999 7200 314": three groups of any length, where no other kind of number is named.
        var parted = number.GroupCount is 3 && number.GroupLength(0) >= 2 && number.GroupLength(1) >= 2 && number.Digits[0] is not 0
            && !HasSlash(index, number.End) && pieces.Before(index, Cue.Other | Cue.Phone | Cue.Account | Cue.Bank | Cue.Paid, 6) < 0;
        return named || ((usual || parted) && !IsMoney(index)) ? Take(RedactionKind.NhsNumber, start, number.End) : 0;
    }

    // "my patient number, 9434765919", "the card says 9434765919"; not "my order number".
    private bool IsOfPatient(int index, int end)
    {
        if (pieces.Before(index, Cue.Other, 6) >= 0) return false;
        if (pieces.Before(index, Cue.Patient | Cue.Holder | Cue.HospitalId | Cue.Card, 6) >= 0 || pieces.After(end - 1, Cue.HospitalId, 6) >= 0) return true;

        // "my NHS number is, hang on while I find the letter, 9434765919"; "9434765919 my number".
        if (pieces.Before(index, Cue.Nhs, 20) is var nhs and >= 0 && pieces.Has(nhs + 1, Cue.Label)) return true;
        var own = pieces.After(end - 1, Cue.Own, 2, withinSentence: true);
        return (own > 0 && pieces.Has(own + 1, Cue.Label)) || IsOwnNumber(index);
    }

    // "my number is".
    private bool IsOwnNumber(int index) =>
        pieces.Before(index, Cue.Label, 3) is var label and >= 0 && pieces.Before(label, Cue.Own, 3) >= 0 && pieces.Before(index, Cue.Other, 6) < 0;

    private bool HasSlash(int index, int end)
    {
        for (var i = index; i < end; i++)
        {
            if (pieces.IsMark(i, '/')) return true;
        }

        return false;
    }

    private int Card(int index)
    {
        if (pieces.IsStuck(index)) return 0;
        Span<byte> digits = stackalloc byte[DigitGroups.Most + 1];
        Span<byte> groups = stackalloc byte[DigitGroups.MostGroups];
        for (var wanted = 16; wanted >= 13; wanted--)
        {
            var number = DigitGroups.Read(pieces, index, wanted, digits, groups);
            if (number.Count < wanted || !number.IsWhole || !Checksums.IsCard(number.Digits)) continue;
            var fours = number is { Count: 16, GroupCount: 4 } && number.GroupLength(0) == 4 && number.GroupLength(1) == 4 && number.GroupLength(2) == 4;
            var express = number is { Count: 15, GroupCount: 3 } && number.GroupLength(0) == 4 && number.GroupLength(1) == 6;
            var named = pieces.Before(index, Cue.Card, wanted == 16 ? 14 : 8) >= 0 || pieces.After(number.End - 1, Cue.Card, 6) >= 0;
            var plain = wanted == 16 && number.GroupCount == 1 && number.Digits[0] is 4 or 5 && pieces.Before(index, Cue.Other, 6) < 0;
            if (fours || express || named || plain) return Take(RedactionKind.CardNumber, index, number.End);
        }

        return 0;
    }

    private int Phone(int index)
    {
        if (IsMoney(index) || AfterSlash(index)) return 0;
        if (pieces.IsStuck(index) || pieces.IsGlued(index + 1)) return InSmallLetters(index);
        Span<byte> digits = stackalloc byte[DigitGroups.Most + 1];
        Span<byte> groups = stackalloc byte[DigitGroups.MostGroups];
        var start = index;
        var hasBracket = pieces.IsMark(index - 1, '(') && !pieces[index].SpaceBefore;
        if (hasBracket) start--;
        var hasPlus = pieces.IsMark(start - 1, '+') && !pieces[start].SpaceBefore;
        if (hasPlus) start--;
        var first = pieces.Of(index);
        if (IsNought(index) && IsNought(index + 1)) return 0;
        if (hasPlus || (first.StartsWith("00") && pieces.Before(index, Cue.Other, 3) < 0))
        {
            var (end, count) = International(index, hasPlus);
            // "(+44) 7700 900224".
            if (hasPlus && !hasBracket && pieces.IsMark(start - 1, '(') && IsClosed(index, end)) start--;
            if (count is >= 10 and <= 15) return TakePhone(start, end);
        }

        var called = pieces.Before(index, Cue.Phone, 5) >= 0 || IsOwnNumber(index);
        if (!called && pieces.Before(index, Cue.Other, 3) >= 0) return 0;
        var number = DigitGroups.Read(pieces, index, 11, digits, groups, overSlashes: called);
        if (hasBracket && !IsClosed(index, number.End)) start = index;
        if (number.Count == 11 && number.IsWhole && number.Digits[0] == 0 && number.Digits[1] is 1 or 2 or 7 && (number.GroupLength(0) >= 3 || called))
        {
            return TakePhone(start, number.End);
        }

        if (number.Count == 10 && number.IsWhole && number.Digits[0] == 0 && number.Digits[1] == 1 && number.GroupLength(0) >= 4 && called) return TakePhone(start, number.End);

        // Without its first nought, "7700 900156"; with the code of the country and no sign for it, "447700900157".
        if (number is { Count: 10, IsWhole: true } && number.Digits[0] == 7 && number.GroupLength(0) >= 4 && called) return TakePhone(start, number.End);
        if (number.StartsWith(4, 4, 7))
        {
            var (end, count) = International(index, hasPlus: true);
            if (count == 12) return TakePhone(start, end);
        }

        // A local number, without its area code, only right beside a word for it.
        var near = pieces.Before(index, Cue.Phone, 3);
        var local = near >= 0 && number.Count is >= 6 and <= 8 && number.IsWhole && number.GroupCount <= 2 && number.Digits[0] is not (0 or 1)
            && number.GroupLength(0) >= 3 && pieces.Before(index, Cue.Label | Cue.Own, 4) >= 0
            && pieces.Before(index, Cue.Account | Cue.Holder | Cue.SortCode | Cue.Bank, 4) < 0;
        return local ? TakePhone(start, number.End) : 0;
    }

    // "on07700900664please": a mobile number that small letters run into.
    private int InSmallLetters(int index)
    {
        var isMobile = pieces[index].Length == 11 && pieces.Of(index).StartsWith("07");
        var before = !pieces.IsGlued(index) || (pieces[index - 1].Length > 1 && char.IsLower(pieces.Of(index - 1)[^1]));
        var after = !pieces.IsGlued(index + 1) || (pieces[index + 1].Length > 1 && char.IsLower(pieces.Of(index + 1)[0]));
        return isMobile && before && after && pieces.Before(index, Cue.Other, 3) < 0 ? Take(RedactionKind.Phone, index, index + 1) : 0;
    }

    // +44 (0)161 496 0555, 0044 7700 900661, +353 1 234 5678.
    private (int End, int Count) International(int index, bool hasPlus)
    {
        var count = 0;
        var end = index;
        for (var i = index; i < pieces.Count && count < 16; i++)
        {
            if (pieces.Is(i, PieceKind.Digits))
            {
                count += pieces[i].Length;
                end = i + 1;
                continue;
            }

            var joins = pieces.Is(i, PieceKind.Mark) && pieces.Source[pieces[i].Start] is '(' or ')' or '-' or '.' && pieces.Is(i + 1, PieceKind.Digits);
            var isClosing = pieces.IsMark(i, ')');
            if (!joins && !isClosing) break;
        }

        return (pieces.IsGlued(end) ? 0 : end, hasPlus ? count : count - 2);
    }

    private bool IsClosed(int index, int end)
    {
        for (var i = index; i < end; i++)
        {
            if (pieces.IsMark(i, ')')) return true;
        }

        return false;
    }

    private int TakePhone(int start, int end)
    {
        if (end <= start) return 0;
        var extension = end;
        if (pieces.Is(end, PieceKind.Letters) && pieces.Of(end) is "ext" or "extn" or "extension" or "x" or "Ext" or "EXT") extension++;
        if (pieces.IsMark(extension, '.')) extension++;
        var hasExtension = extension > end && pieces.Is(extension, PieceKind.Digits) && pieces[extension].Length <= 5;
        return Take(RedactionKind.Phone, start, hasExtension ? extension + 1 : end);
    }

    private int DateOfBirth(int index)
    {
        if (pieces.IsStuck(index)) return 0;
        var (start, end, hasYear) = Date(index);
        if (end == 0) return 0;
        var bornAt = hasYear ? pieces.Before(start, Cue.Born, 4) : -1;
        // "The NHS, born 5 July 1948"; "NHS 75, born 5 July".
        var isService = bornAt >= 0 && (pieces.Before(bornAt, Cue.Nhs, 2) >= 0
            || (pieces.Is(bornAt - 2, PieceKind.Digits) && pieces[bornAt - 2].Length < 3 && pieces.Has(bornAt - 3, Cue.Nhs)));
        if (isService) return 0;
        var birth = pieces.Before(start, Cue.Birth, 6) >= 0 || pieces.After(end - 1, Cue.Birth, 4, withinSentence: true) >= 0 || IsSpelt(start, "dob");
        return birth || bornAt >= 0 || (hasYear && IsOfPerson(start, end)) ? Take(RedactionKind.DateOfBirth, start, end) : 0;
    }

    // "I'm 16/10/1996", "the wife's 08/07/1944", "b. 4/5/61": a whole date that is said of a person, and nothing done on that day.
    private bool IsOfPerson(int start, int end)
    {
        if (pieces.IsMark(start - 1, '.') && IsLetter(start - 2, 'b')) return true;
        if (pieces.Is(end, PieceKind.Letters) && !IsWord(end, "and") && !IsWord(end, "not") && !IsWord(end, "but")) return false;
        var isSelf = IsWord(start - 1, "i'm") || IsWord(start - 1, "i\u2019m") || (IsWord(start - 1, "am") && IsWord(start - 2, "i"));
        return isSelf || (pieces.Has(start - 1, Cue.Kin) && pieces.Of(start - 1) is [.., '\'' or '\u2019', 's']);
    }

    private bool IsWord(int index, string word) => pieces.Is(index, PieceKind.Letters) && pieces.Of(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A date of birth in words, "the third of March 1939", that starts at its day; the index after it, or 0.</summary>
    public int DateInWords(int index)
    {
        if (!pieces.Has(index, Cue.Ordinal)) return 0;
        // "twenty-first", "thirty first".
        var tens = pieces.IsMark(index - 1, '-') ? index - 2 : index - 1;
        var start = IsWord(tens, "twenty") || IsWord(tens, "thirty") ? tens : index;
        var month = index + 1;
        if (IsWord(month, "of")) month++;
        if (!pieces.Has(month, Cue.Month)) return 0;
        var end = YearAfter(month + 1);
        if (end == 0) end = YearInWords(month + 1);
        var isBirth = end > 0 && (pieces.Before(index, Cue.Birth, 6) >= 0 || pieces.Before(index, Cue.Born, 5) >= 0 || IsSpelt(index, "dob"));
        return isBirth ? Take(RedactionKind.DateOfBirth, start, end) : 0;
    }

    // "nineteen thirty-nine", "two thousand and nine".
    private int YearInWords(int index)
    {
        if (pieces.IsMark(index, ',')) index++;
        if (!IsWord(index, "nineteen") && !(IsWord(index, "two") && IsWord(index + 1, "thousand")) && !(IsWord(index, "twenty") && pieces.Has(index + 1, Cue.YearWord))) return 0;
        var end = index + 1;
        while (end < index + 7 && (pieces.Has(end, Cue.YearWord) || (pieces.IsMark(end, '-') && pieces.Has(end + 1, Cue.YearWord)))) end++;
        while (IsWord(end - 1, "and")) end--;
        return end;
    }

    // "d.o.b.", "N.H.S.", "d o b": three letters, shortly before. ("date of birth" is known by its last word.)
    private bool IsSpelt(int index, string initials)
    {
        for (var i = index - 1; i >= 2 && i >= index - 20; i--)
        {
            if (!IsLetter(i, initials[2])) continue;
            var second = pieces.Is(i - 1, PieceKind.Mark) ? i - 2 : i - 1;
            if (!IsLetter(second, initials[1])) continue;
            var first = pieces.Is(second - 1, PieceKind.Mark) ? second - 2 : second - 1;
            if (IsLetter(first, initials[0])) return true;
        }

        return false;
    }

    private bool IsLetter(int index, char letter) =>
        pieces.Is(index, PieceKind.Letters) && pieces[index].Length == 1 && char.ToLowerInvariant(pieces.Of(index)[0]) == letter;

    // 12/03/1951, 4.7.48, 1951-03-12, 3 March 1962, 21st of June 1939, August 9, 1970 (from its day), 12 03 1951, 12031951.
    private (int Start, int End, bool HasYear) Date(int index)
    {
        if (NumericDate(index) is var numeric and > 0) return (index, numeric, true);
        if (!IsNumber(index, 1, 31)) return default;
        var i = index + 1;
        if (pieces.Is(i, PieceKind.Letters) && pieces.IsGlued(i) && IsOrdinal(pieces.Of(i))) i++;
        if (pieces.Has(index - 1, Cue.Month))
        {
            var afterDay = YearAfter(i);
            return (index - 1, Math.Max(afterDay, i), afterDay > 0);
        }

        if (pieces.Is(i, PieceKind.Letters) && pieces.Of(i).Equals("of", StringComparison.OrdinalIgnoreCase)) i++;
        if (pieces.IsMark(i, '-') || pieces.IsMark(i, '/')) i++;
        if (!pieces.Has(i, Cue.Month)) return default;
        i++;
        if (YearAfter(i) is var end and > 0) return (index, end, true);
        return (index, i, false);
    }

    private int YearAfter(int index)
    {
        if (pieces.Is(index, PieceKind.Mark) && pieces.Source[pieces[index].Start] is ',' or '-' or '/' or '.' or '\'' or '\u2019') index++;
        return pieces.Is(index, PieceKind.Digits) && pieces[index].Length is 2 or 4 && !pieces.IsGlued(index + 1) ? index + 1 : 0;
    }

    private int NumericDate(int index)
    {
        if (pieces[index].Length is 6 or 8 && !pieces.IsGlued(index + 1))
        {
            // Without separators only where the word stands right before it.
            return pieces.Before(index, Cue.Birth, 3) >= 0 || IsSpelt(index, "dob") ? index + 1 : 0;
        }

        var second = Part(index + 1);
        if (second == 0) return 0;
        var third = Part(second + 1);
        if (third == 0 || pieces.IsGlued(third + 1)) return 0;
        var yearFirst = pieces[index].Length == 4;
        var valid = yearFirst
            ? IsNumber(index, 1850, 2100) && IsNumber(second, 1, 12) && IsNumber(third, 1, 31)
            : IsNumber(index, 1, 31) && IsNumber(second, 1, 31) && (IsNumber(index, 1, 12) || IsNumber(second, 1, 12)) && pieces[third].Length is 2 or 4;
        return valid ? third + 1 : 0;

        // The index of the digits after a separator, or after a space where a word for birth stands before; 0 for none.
        int Part(int at)
        {
            if (pieces.Is(at, PieceKind.Digits)) return pieces.Before(index, Cue.Birth, 3) >= 0 || IsSpelt(index, "dob") ? at : 0;
            var joins = pieces.Is(at, PieceKind.Mark) && pieces[at].Length == 1 && pieces.Source[pieces[at].Start] is '/' or '-' or '.' or '\u2013';
            return joins && pieces.Is(at + 1, PieceKind.Digits) ? at + 1 : 0;
        }
    }

    private bool IsNumber(int index, int least, int most)
    {
        if (!pieces.Is(index, PieceKind.Digits) || pieces[index].Length > 4) return false;
        var value = 0;
        foreach (var c in pieces.Of(index)) value = value * 10 + PieceList.ValueOf(c);
        return value >= least && value <= most;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> letters) =>
        letters.Equals("st", StringComparison.OrdinalIgnoreCase) || letters.Equals("nd", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("rd", StringComparison.OrdinalIgnoreCase) || letters.Equals("th", StringComparison.OrdinalIgnoreCase);

    private int Bank(int index)
    {
        if (pieces.IsStuck(index)) return 0;
        Span<byte> digits = stackalloc byte[DigitGroups.Most + 1];
        Span<byte> groups = stackalloc byte[DigitGroups.MostGroups];
        var inPairs = DigitGroups.Read(pieces, index, 8, digits, groups);

        // "08-92-99 65 11 20 47": in pairs only right after the sort code.
        if (inPairs is { Count: 8, IsWhole: true, GroupCount: 4 } && Follows(RedactionKind.BankAccount, index)) return Take(RedactionKind.BankAccount, index, inPairs.End);
        var code = DigitGroups.Read(pieces, index, 6, digits, groups);
        var pairs = code is { Count: 6, GroupCount: 3 } && code.GroupLength(0) == 2 && code.GroupLength(1) == 2;
        if (code.Count == 6 && (pairs || code.GroupCount == 1))
        {
            var named = pieces.Before(index, Cue.SortCode, 4) >= 0 || IsSortCode(index);
            if (named && !pieces.IsGlued(code.End)) return Take(RedactionKind.BankAccount, index, code.End);
            var beside = pairs && (IsAccountNear(code.End) || Follows(RedactionKind.BankAccount, index));
            var paid = pairs && pieces.IsMark(index + 1, '-') && !IsNumber(index + 2, 1, 12) && pieces.Before(index, Cue.Bank | Cue.Account | Cue.Paid, 8) >= 0;
            if (beside || paid) return Take(RedactionKind.BankAccount, index, code.End);
        }

        var account = DigitGroups.Read(pieces, index, 8, digits, groups);
        if (account is not ({ Count: 8 or 7, IsWhole: true } and { GroupCount: <= 2 })) return 0;
        var isAccount = pieces.Before(index, Cue.Account | Cue.Bank, 5) >= 0 || IsAccount(index) || Follows(RedactionKind.BankAccount, index);
        return isAccount ? Take(RedactionKind.BankAccount, index, account.End) : 0;
    }

    // "40-11-20 and 31245567", "60-24-77, account 58119302": eight digits soon after the sort code.
    private bool IsAccountNear(int end)
    {
        for (var i = end; i < end + 8; i++)
        {
            if (pieces.Is(i, PieceKind.Digits)) return pieces[i].Length == 8 || (pieces[i].Length == 4 && pieces.Is(i + 1, PieceKind.Digits) && pieces[i + 1].Length == 4);
        }

        return false;
    }

    // "s/c" and "a/c" are three pieces.
    private bool IsSortCode(int index) => IsSlashed(index, 's');

    private bool IsAccount(int index) => IsSlashed(index, 'a');

    private bool IsSlashed(int index, char letter)
    {
        for (var i = index - 1; i >= 2 && i >= index - 6; i--)
        {
            if (pieces.IsMark(i - 1, '/') && pieces.Of(i).Equals("c", StringComparison.OrdinalIgnoreCase)
                && pieces[i - 2].Length == 1 && char.ToLowerInvariant(pieces.Of(i - 2)[0]) == letter) return true;
        }

        return false;
    }

    private bool Follows(RedactionKind kind, int index) => found.Count > 0 && found[^1].Kind == kind && pieces[index].Start - found[^1].Span.End <= 24;

    private int HospitalNumber(int index)
    {
        var start = index;
        if (pieces.IsStuck(index) && pieces.Is(index - 1, PieceKind.Letters))
        {
            if (pieces[index - 1].Length > 4 || pieces.IsGlued(index - 1)) return 0;
            start--;
        }
        else if (IsPrefix(index - 2) && (pieces.IsMark(index - 1, '-') || pieces.IsMark(index - 1, '/')) && !pieces[index].SpaceBefore)
        {
            start -= 2;
        }
        else if (IsPrefix(index - 1) && pieces[index - 1].Length == 1 && pieces.Has(index - 2, Cue.Label) && pieces.Has(index - 3, Cue.Holder | Cue.Patient))
        {
            start--;
        }
        else if (IsPrefix(index - 1) && pieces[index].Length is >= 5 and <= 8 && IsBesidePaper(index - 1, index + 1))
        {
            start--;
        }

        var end = index + 1;
        var count = pieces[index].Length;
        while (count < 12)
        {
            var joined = pieces.IsMark(end, '-') || pieces.IsMark(end, '/') ? end + 1 : end;
            if (!pieces.Is(joined, PieceKind.Digits) || (joined > end && pieces[joined].SpaceBefore)) break;
            if (count + pieces[joined].Length > 12) break;
            count += pieces[joined].Length;
            end = joined + 1;
        }

        if (pieces.IsGlued(end) && pieces.Is(end, PieceKind.Letters) && pieces[end].Length <= 2) end++;
        if (count is < 5 or > 12 || pieces.IsGlued(end) || IsMoney(index)) return 0;
        return IsNamedAsHospitalNumber(start) || IsBesidePaper(start, end) || IsFormer(start) || (start < index && pieces.Has(start - 1, Cue.Holder)) ? Take(RedactionKind.HospitalNumber, start, end) : 0;
    }

    // "D/61/40277", "RXH-00118204", "M 204 118": one to four capital letters.
    private bool IsPrefix(int index) =>
        pieces.Is(index, PieceKind.Letters) && pieces[index].Length <= 4 && !pieces.IsGlued(index) && pieces.Of(index).IndexOfAnyExceptInRange('A', 'Z') < 0 && pieces.Of(index) is not "I";

    // "hospital number", "unit no.", "patient ID", "hosp ref", "K number": a holder, then a label, then soon the number.
    private bool IsNamedAsHospitalNumber(int start)
    {
        if (pieces.Before(start, Cue.HospitalId, 3) >= 0 || pieces.Has(start - 1, Cue.Patient)) return true;

        // "the MRN on my armband was 20175563".
        if (pieces.Has(start - 1, Cue.Is) && pieces.Before(start, Cue.HospitalId, 7, withinSentence: true) >= 0) return true;
        var label = pieces.Before(start, Cue.Label, 7, withinSentence: false);
        if (label < 0) return false;
        var holder = pieces.Before(label, Cue.Holder | Cue.Patient, 2);
        if (holder >= 0) return true;
        var isLetter = pieces.Is(label - 1, PieceKind.Letters) && pieces[label - 1].Length == 1 && char.IsUpper(pieces.Of(label - 1)[0]) && pieces.Of(label - 1)[0] != 'I';
        return isLetter;
    }

    // "RXX 204519 is the number on my wristband", "my notes say K553018", "NHS 999 718 1476, K553018": letters and digits beside what carries them.
    private bool IsBesidePaper(int start, int end)
    {
        if (!IsPrefix(start) || pieces.Has(start, Cue.Postcode | Cue.Bank | Cue.Month) || pieces.Before(start, Cue.Other | Cue.Phone, 4) >= 0) return false;
        if (Follows(RedactionKind.NhsNumber, start) || IsShapedLikeLast(start)) return true;
        if (pieces.Before(start, Cue.HospitalId, 12, withinSentence: true) >= 0 || pieces.After(end - 1, Cue.HospitalId, 8, withinSentence: true) >= 0) return true;
        return pieces.Before(start, Cue.Holder, 3, withinSentence: true) >= 0 || pieces.After(end - 1, Cue.Paper, 3, withinSentence: true) >= 0;
    }

    // "the wristband read K900217 and the chart at the end of the bed K900271": the same letters once more.
    private bool IsShapedLikeLast(int start) =>
        found.Count > 0 && found[^1] is { Kind: RedactionKind.HospitalNumber } last && pieces[start].Start - last.Span.End <= 80
        && pieces.Source.AsSpan(last.Span.Start, last.Span.Length).StartsWith(pieces.Of(start));

    // "old number 226104, new number K811592": the number a person had and the one they have.
    private bool IsFormer(int start) =>
        pieces.Has(start - 1, Cue.Label) && pieces.Has(start - 2, Cue.Former)
        && pieces.Before(start, Cue.Other | Cue.Phone | Cue.Account | Cue.Bank | Cue.Card | Cue.SortCode, 8) < 0
        && pieces.After(start, Cue.Other | Cue.Phone | Cue.Public, 4) < 0;

    // "0000 0000 0000" on a screen.
    private bool IsNought(int index) => pieces.Is(index, PieceKind.Digits) && pieces.Of(index).IndexOfAnyExcept('0') < 0;

    private bool IsMoney(int index) => pieces.Is(index - 1, PieceKind.Mark) && pieces.Source[pieces[index - 1].Start] is '£' or '$' or '€';

    private bool AfterSlash(int index) => pieces.IsMark(index - 1, '/') && !pieces[index].SpaceBefore && pieces.Is(index - 2, PieceKind.Digits);

    private int Take(RedactionKind kind, int first, int end)
    {
        found.Add(new Redaction(kind, new TextSpan(pieces[first].Start, pieces[end - 1].End)));
        return end;
    }
}

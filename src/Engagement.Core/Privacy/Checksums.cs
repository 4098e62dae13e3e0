namespace Engagement.Privacy;

/// <summary>The check digits by which a number proves what it is.</summary>
internal static class Checksums
{
    /// <summary>NHS number: ten digits, weights 10 to 2, modulus 11 (NHS Data Dictionary, "NHS NUMBER"). None is all one digit or starts with nought.</summary>
    public static bool IsNhsNumber(ReadOnlySpan<byte> digits)
    {
        if (digits.Length != 10 || digits[0] == 0 || digits.IndexOfAnyExcept(digits[0]) < 0) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += digits[i] * (10 - i);
        var check = 11 - sum % 11;
        return check != 10 && (check == 11 ? 0 : check) == digits[9];
    }

    /// <summary>Payment card: 13 to 19 digits that start with 3 to 6, Luhn (ISO/IEC 7812-1).</summary>
    public static bool IsCard(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < 13 or > 19 || digits[0] is < 2 or > 6) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>International bank account number: modulus 97 (ISO 13616), given without spaces.</summary>
    public static bool IsIban(ReadOnlySpan<char> text)
    {
        if (text.Length is < 15 or > 34) return false;
        var remainder = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = char.ToUpperInvariant(text[(i + 4) % text.Length]);
            if (char.IsAsciiDigit(c)) remainder = (remainder * 10 + (c - '0')) % 97;
            else if (char.IsAsciiLetterUpper(c)) remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
            else return false;
        }

        return remainder == 1;
    }
}

namespace Engagement.Organizations;

/// <summary>Numbers from 0 to 99 as people spell them, in figures and in English words: wards go by both.</summary>
internal static class NumberWords
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The number in words, <c>twenty one</c>; null beyond 99.</summary>
    public static string? InWords(int number) => number switch
    {
        < 0 or > 99 => null,
        < 20 => Units[number],
        _ when number % 10 == 0 => Tens[number / 10],
        _ => $"{Tens[number / 10]} {Units[number % 10]}",
    };

    /// <summary>Reads figures of at most three digits.</summary>
    public static bool TryFigures(ReadOnlySpan<char> folded, out int number)
    {
        number = 0;
        if (folded.Length is 0 or > 3) return false;
        foreach (var c in folded)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = number * 10 + (c - '0');
        }

        return true;
    }

    /// <summary>Reads one word; for <c>twenty</c> and its like the caller may add the unit that follows.</summary>
    public static bool TryWord(ReadOnlySpan<char> folded, out int number, out bool isTens)
    {
        isTens = false;
        for (number = 0; number < Units.Length; number++)
        {
            if (folded.SequenceEqual(Units[number])) return true;
        }

        for (var ten = 2; ten < Tens.Length; ten++)
        {
            if (!folded.SequenceEqual(Tens[ten])) continue;
            number = ten * 10;
            return isTens = true;
        }

        return false;
    }
}

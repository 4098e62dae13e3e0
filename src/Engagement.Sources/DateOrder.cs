namespace Engagement.Sources;

/// <summary>
/// How dates of nothing but numbers (<c>03/04/2026</c>) are to be read. It is told, never guessed: a file whose dates cannot be read in
/// the order told gives problems that say so.
/// </summary>
public enum DateOrder
{
    /// <summary>Day first, as in the United Kingdom: <c>03/04/2026</c> is 3 April. The default.</summary>
    DayMonthYear,

    /// <summary>Month first, as in the United States: <c>03/04/2026</c> is 4 March.</summary>
    MonthDayYear,
}

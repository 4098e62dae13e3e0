namespace Engagement;

/// <summary>
/// Rows of tests are attributes, which the compiler keeps in UTF-8 and which so cannot hold half of a pair: what is written there as one
/// arrives as replacement characters. Rows write ‹D83D› instead.
/// </summary>
internal static class LoneSurrogates
{
    /// <summary>The text with each ‹XXXX› as the one code unit that it names.</summary>
    public static string In(string row)
    {
        while (row.IndexOf('‹', StringComparison.Ordinal) is var at and >= 0)
            row = row[..at] + (char)ushort.Parse(row.AsSpan(at + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) + row[(at + 6)..];
        return row;
    }
}

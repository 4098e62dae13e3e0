namespace Engagement.Star;

/// <summary>
/// What a feature counts in a text: less in a long one, which has more of them, so that a story is not read as a heap of points. The power was
/// chosen by leaving writers out.
/// </summary>
internal static class StarScale
{
    // A text of so many words counts each of its features as 1.
    private const double PlainWords = 20;

    // Shorter ones count as if they had so many.
    private const int FewestWords = 4;

    /// <summary>By how much each weight of a text of so many words counts.</summary>
    public static double OfWords(int words) => Power(PlainWords / Math.Max(FewestWords, words));

    /// <summary>The power 3/8, of square roots only, so that it is the same number on every machine.</summary>
    public static double Power(double value)
    {
        var quarter = Math.Sqrt(Math.Sqrt(value));
        return quarter * Math.Sqrt(quarter);
    }
}

namespace Engagement.Digests;

/// <summary>A share with its 95 % interval (Wilson's score interval, as NIST's handbook gives it), in whole hundredths.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Out of how many, 20 or more.</param>
/// <param name="Percent">The share.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ShareEstimate(long Count, long Of, int Percent, int Low, int High)
{
    /// <summary>Below this many a share is not given: say the counts instead.</summary>
    public const int LeastOf = 20;

    internal static ShareEstimate? Make(long count, long of)
    {
        if (of < LeastOf) return null;
        const double Z = 1.959963984540054;
        double n = of;
        var p = count / n;
        var middle = p + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt(((p * (1 - p)) + (Z * Z / (4 * n))) / n);
        var scale = 1 + (Z * Z / n);
        return new ShareEstimate(count, of, Percentage(p), Percentage((middle - half) / scale), Percentage((middle + half) / scale));
    }

    private static int Percentage(double share) => (int)Math.Round(100 * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}

using System.Numerics;
using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>How well findings fit what people said. F1 is over (point, direction) pairs.</summary>
public sealed class StarEvaluation
{
    private readonly IReadOnlyList<(int Expected, int Found)> _rows;

    private StarEvaluation(IReadOnlyList<(int Expected, int Found)> rows) => _rows = rows;

    /// <summary>How many texts.</summary>
    public int Count => _rows.Count;

    /// <summary>F1 over all pairs.</summary>
    public double MicroF1 => F1(_rows, (1 << StarLabel.Count) - 1);

    /// <summary>Mean F1 of the ten pairs that occur in the texts.</summary>
    public double MacroF1 => Enumerable.Range(0, StarLabel.Count)
        .Where(label => _rows.Any(row => ((row.Expected >> label) & 1) != 0))
        .Select(label => F1(_rows, 1 << label))
        .DefaultIfEmpty(0)
        .Average();

    /// <summary>Of the texts that say nothing of the star, how many got no finding.</summary>
    public double NoneRecall => NoneRecallOf(_rows);

    /// <summary>F1 of both directions of a point.</summary>
    public double F1Of(StarPoint point) => F1(_rows, 3 << ((int)point * 2));

    /// <summary>F1, precision and recall of one label (point × 2, plus 1 when weakened).</summary>
    public (double F1, double Precision, double Recall) Of(int label)
    {
        var (hit, found, expected) = Tally(_rows, 1 << label);
        return (F1(_rows, 1 << label), found == 0 ? 0 : (double)hit / found, expected == 0 ? 0 : (double)hit / expected);
    }

    /// <summary>Bounds of the middle 95 % of a figure over resampled texts (1,000 bootstrap samples, fixed seed).</summary>
    public (double Low, double High) Interval(StarPoint? point = null, bool none = false)
    {
        var mask = point is { } one ? 3 << ((int)one * 2) : (1 << StarLabel.Count) - 1;
        var random = new Random(88);
        var figures = new double[1000];
        var sample = new (int, int)[_rows.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            for (var j = 0; j < sample.Length; j++) sample[j] = _rows[random.Next(_rows.Count)];
            figures[i] = none ? NoneRecallOf(sample) : F1(sample, mask);
        }

        Array.Sort(figures);
        return (figures[25], figures[974]);
    }

    /// <summary>Compares what was found with what people said, in the same order.</summary>
    public static StarEvaluation Of(IEnumerable<(int Expected, int Found)> rows) => new(rows.ToArray());

    private static double NoneRecallOf(IReadOnlyList<(int Expected, int Found)> rows)
    {
        var none = rows.Count(row => row.Expected == 0);
        return none == 0 ? 0 : (double)rows.Count(row => row.Expected == 0 && row.Found == 0) / none;
    }

    private static double F1(IReadOnlyList<(int Expected, int Found)> rows, int mask)
    {
        var (hit, found, expected) = Tally(rows, mask);
        return found + expected == 0 ? 0 : 2.0 * hit / (found + expected);
    }

    private static (int Hit, int Found, int Expected) Tally(IReadOnlyList<(int Expected, int Found)> rows, int mask)
    {
        var (hit, found, expected) = (0, 0, 0);
        foreach (var row in rows)
        {
            hit += BitOperations.PopCount((uint)(row.Expected & row.Found & mask));
            found += BitOperations.PopCount((uint)(row.Found & mask));
            expected += BitOperations.PopCount((uint)(row.Expected & mask));
        }

        return (hit, found, expected);
    }
}

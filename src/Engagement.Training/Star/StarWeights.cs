using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>Learned weights, before they are rounded for the library.</summary>
internal sealed class StarWeights(Dictionary<ulong, int> ids, float[] weights, double[] baseline, bool useRules, bool useFeatures, double norm)
{
    public double[] Baseline => baseline;

    public static double Scale(int features, double norm) => norm == 0 ? 1 : Math.Pow(120.0 / Math.Max(1, features), norm);

    /// <summary>The margin of each label.</summary>
    public double[] Margins(StarRow row)
    {
        var rows = new List<int>();
        if (useFeatures) rows.AddRange(row.Features.Select(key => ids.GetValueOrDefault(key, -1)).Where(id => id >= 0));
        if (useRules) rows.AddRange(row.Rules.Select(rule => ids.GetValueOrDefault(rule.Key, -1)).Where(id => id >= 0));
        var margins = (double[])baseline.Clone();
        var scale = Scale(rows.Count, norm);
        foreach (var id in rows)
        {
            for (var label = 0; label < StarLabel.Count; label++) margins[label] += weights[(id * StarLabel.Count) + label] * scale;
        }

        if (useRules)
        {
            // A rule that no text of the training part touched speaks with its own strength.
            foreach (var (key, label, strength) in row.Rules)
            {
                if (!ids.ContainsKey(key)) margins[label] += strength * StarSum.RuleScale;
            }
        }

        return margins;
    }

    /// <summary>The weights for the library, those too small to matter left out.</summary>
    public Dictionary<ulong, short[]> Export()
    {
        var exported = new Dictionary<ulong, short[]>();
        foreach (var (key, id) in ids)
        {
            var row = new short[StarLabel.Count];
            for (var label = 0; label < row.Length; label++)
            {
                row[label] = (short)Math.Clamp(Math.Round(weights[(id * StarLabel.Count) + label] / StarModel.Unit), sbyte.MinValue, sbyte.MaxValue);
            }

            if (row.Any(weight => Math.Abs((int)weight) > 1)) exported[key] = row;
        }

        return exported;
    }
}

using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>Learned weights, before they are rounded for the library.</summary>
internal sealed class StarWeights(Dictionary<ulong, (int Id, float Size)> ids, float[] weights, double[] baseline, StarTrainingOptions options)
{
    // The smallest weight that is kept, in steps of the model, for a feature without any larger one.
    private const int Smallest = 2;

    public double[] Baseline => baseline;

    /// <summary>What of a text has a number, with its value.</summary>
    public static IEnumerable<(int Id, float Value)> Vector(StarRow row, Dictionary<ulong, (int Id, float Size)> ids, StarTrainingOptions options)
    {
        var scale = (float)StarScale.OfWords(row.Words);
        foreach (var (key, count) in options.UseFeatures ? row.Features : [])
        {
            if (ids.TryGetValue(key, out var feature)) yield return (feature.Id, count * feature.Size * scale);
        }

        foreach (var (key, _, _) in options.UseRules ? row.Rules : [])
        {
            if (ids.TryGetValue(key, out var feature)) yield return (feature.Id, (float)options.RuleSize * feature.Size * scale);
        }
    }

    /// <summary>The margin of each label.</summary>
    public double[] Margins(StarRow row)
    {
        var margins = (double[])baseline.Clone();
        foreach (var (id, value) in Vector(row, ids, options))
        {
            for (var label = 0; label < StarLabel.Count; label++) margins[label] += weights[(id * StarLabel.Count) + label] * value;
        }

        return margins;
    }

    /// <summary>The weights for the library: a word's row holds what its stem and pieces add, and features too small to matter are left out.</summary>
    public Dictionary<ulong, sbyte[]> Export(StarRows texts)
    {
        var exported = new SortedDictionary<ulong, sbyte[]>();
        foreach (var (key, feature) in ids) Put(exported, key, Row(feature), Smallest);
        foreach (var (hash, word) in texts.Words.OrderBy(entry => entry.Key))
        {
            if (!ids.TryGetValue(StarKeys.Word(hash), out var feature)) continue;
            var row = Row(feature);
            Add(row, StarKeys.Stem(word));
            var marked = StarKeys.Marked(word, new char[StarKeys.PieceRoom]);
            for (var i = 0; i < StarKeys.PiecesOf(word); i++) Add(row, StarKeys.Piece(marked, i));
            exported.Remove(StarKeys.Word(hash));
            Put(exported, StarKeys.Word(hash), row, 0);
        }

        // A rule counts as often as its size says.
        foreach (var key in texts.Rows.SelectMany(row => row.Rules).Select(rule => rule.Key).Distinct().Order())
        {
            if (!ids.TryGetValue(key, out var feature)) continue;
            exported.Remove(key);
            Put(exported, key, Row(feature).Select(weight => weight * options.RuleSize).ToArray(), 0);
        }

        return new Dictionary<ulong, sbyte[]>(exported);
    }

    // What a feature adds to each label's margin in a text of plain length.
    private double[] Row((int Id, float Size) feature) =>
        weights.AsSpan(feature.Id * StarLabel.Count, StarLabel.Count).ToArray().Select(weight => (double)weight * feature.Size).ToArray();

    private void Add(double[] row, ulong key)
    {
        if (!ids.TryGetValue(key, out var feature)) return;
        var other = Row(feature);
        for (var label = 0; label < row.Length; label++) row[label] += other[label];
    }

    private static void Put(SortedDictionary<ulong, sbyte[]> exported, ulong key, double[] row, int smallest)
    {
        var rounded = row.Select(weight => (sbyte)Math.Clamp(Math.Round(weight / StarModel.Unit), sbyte.MinValue, sbyte.MaxValue)).ToArray();
        if (rounded.Any(weight => Math.Abs((int)weight) >= smallest)) exported[key] = rounded;
    }
}

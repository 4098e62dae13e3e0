using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>Turns learned weights into the small table that a model ships.</summary>
internal static class WeightTable
{
    // What a word that no text has is worth when places are short: no more than one of the rarest that texts do have.
    private const int TextsOfUnseen = 5;

    /// <summary>
    /// The weights as small integers: the parts of every known word added to the word itself, and words that only the vectors know weighed by
    /// their vector and their parts.
    /// </summary>
    public static NgramTable Of(TrainingProblem problem, double[] weights, SentimentTrainerOptions options)
    {
        var entries = Seen(problem, weights, options.Start?.Table);
        if (problem.Prior is { } prior) entries.AddRange(Unseen(problem, prior, weights, options.VectorWords));
        var weighed = entries
            .OrderByDescending(entry => entry.Rank).ThenBy(entry => entry.Key)
            .Take(options.MostFeatures)
            .DistinctBy(entry => entry.Key & NgramTable.CheckMask)
            .Select(entry => KeyValuePair.Create(entry.Key, (entry.Polarity, entry.Neutrality)));
        return NgramTable.Of([.. weighed, .. Untouched(problem, options.Start)]);
    }

    // What the model to start from knows and the examples say nothing of.
    private static IEnumerable<KeyValuePair<ulong, (sbyte Polarity, sbyte Neutrality)>> Untouched(TrainingProblem problem, SentimentModel? start)
    {
        if (start is null) return [];
        var touched = problem.Keys.Select(key => key & NgramTable.CheckMask).ToHashSet();
        return start.Table.Entries.Where(entry => !touched.Contains(entry.Key));
    }

    private static List<Entry> Seen(TrainingProblem problem, double[] weights, NgramTable? start)
    {
        var folded = (double[])weights.Clone();
        foreach (var (word, parts) in problem.PartsOfWord)
        {
            foreach (var part in parts)
            {
                folded[2 * word] += weights[2 * part];
                folded[(2 * word) + 1] += weights[(2 * part) + 1];
            }
        }

        var entries = new List<Entry>();
        for (var f = 0; f < problem.Keys.Count; f++)
        {
            if (problem.Kinds[f] == FeatureKind.OfSource) continue;
            var (polarity, neutrality) = (Quantise(folded[2 * f]), Quantise(folded[(2 * f) + 1]));
            var isWord = problem.PartsOfWord.ContainsKey(f) || (problem.Kinds[f] == FeatureKind.Word && start is not null && start.TryFind(problem.Keys[f], out _, out _));
            if (polarity == 0 && neutrality == 0 && !isWord) continue;
            // A known word must stay known even without a weight, or its parts would be looked at.
            var rank = isWord ? double.MaxValue : RankOf(folded[2 * f], folded[(2 * f) + 1], problem.Texts[f]);
            entries.Add(new Entry(rank, problem.Keys[f], polarity, neutrality));
        }

        return entries;
    }

    private static IEnumerable<Entry> Unseen(TrainingProblem problem, VectorPrior prior, double[] weights, int most)
    {
        var collector = new FeatureCollector();
        foreach (var (word, fromPolarity, fromNeutrality) in prior.Unseen(problem.Numbers, most))
        {
            collector.Read(new Mention { Id = "word", Text = word });
            if (collector.Words is not [var only]) continue;
            var (polarity, neutrality) = (fromPolarity, fromNeutrality);
            for (var i = only.FirstPart; i < only.EndPart; i++)
            {
                if (!problem.Numbers.TryGetValue(collector.Scaled[i], out var part)) continue;
                polarity += weights[2 * part];
                neutrality += weights[(2 * part) + 1];
            }

            var (p, n) = (Quantise(polarity), Quantise(neutrality));
            if (p != 0 || n != 0) yield return new Entry(RankOf(polarity, neutrality, TextsOfUnseen), only.Word, p, n);
        }
    }

    private static double RankOf(double polarity, double neutrality, int texts) => (Math.Abs(polarity) + Math.Abs(neutrality)) * Math.Sqrt(texts);

    private static sbyte Quantise(double weight) => (sbyte)Math.Clamp(Math.Round(weight * NgramTable.StepsPerMargin), -127, 127);

    private readonly record struct Entry(double Rank, ulong Key, sbyte Polarity, sbyte Neutrality);
}

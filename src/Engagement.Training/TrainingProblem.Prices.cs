namespace Engagement.Training;

/// <summary>What a weight costs: by what the feature is made of, how many texts have it, and how far it tells classes apart.</summary>
internal sealed partial class TrainingProblem
{
    // A feature of so many texts has the penalty of the options as it stands.
    private const double PenaltyTexts = 100;
    private const int Classes = 3;

    // Weight of made-up texts by which a class that never uses a feature is taken to use it after all; the least that classes are told
    // apart by; and the factor that leaves a feature of middling spread at its price.
    private const double CountsUnseen = 5;
    private const double LeastSpread = 0.05;
    private const double SpreadOfPrice = 1.7;

    private static double PriceOf(FeatureKind kind, int texts, SentimentTrainerOptions options)
    {
        if (kind == FeatureKind.Rule) return options.RulePenalty;
        if (kind == FeatureKind.OfSource) return options.SourcePenalty;
        var ofKind = kind switch { FeatureKind.Word => options.WordShare, FeatureKind.Part => options.PartShare, _ => 1 };
        return options.Penalty * ofKind * Math.Pow(texts / PenaltyTexts, options.FrequencyPower);
    }

    // As in naive Bayes: what the classes use alike says little and costs more, what one of them uses most costs less.
    private void Discount(double power)
    {
        if (power == 0) return;
        var counts = new double[_keys.Count * Classes];
        var totals = new double[Classes];
        for (var row = 0; row < _scales.Length; row++)
        {
            var label = _targets[row] switch { { Negative: 1 } => 0, { Neutral: 1 } => 1, _ => 2 };
            totals[label] += _weights[row];
            for (var i = _rowStart[row]; i < _rowStart[row + 1]; i++) counts[(_features[i] * Classes) + label] += _weights[row];
        }

        var sum = totals.Sum();
        Span<double> logs = stackalloc double[Classes];
        for (var f = 0; f < _prices.Count; f++)
        {
            if (_kinds[f] == FeatureKind.Rule) continue;
            for (var label = 0; label < Classes; label++)
                logs[label] = Math.Log((counts[(f * Classes) + label] / Math.Max(totals[label], 1e-9)) + (CountsUnseen / sum));
            var mean = (logs[0] + logs[1] + logs[2]) / Classes;
            double squares = 0;
            foreach (var log in logs) squares += (log - mean) * (log - mean);
            _prices[f] /= Math.Pow(LeastSpread + Math.Sqrt(squares / Classes), power) * SpreadOfPrice;
        }
    }
}

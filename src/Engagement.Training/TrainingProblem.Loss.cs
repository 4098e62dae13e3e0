using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>The loss of the weights over the rows, and the weights that make it least.</summary>
internal sealed partial class TrainingProblem
{
    /// <summary>The weights that fit best: for feature <c>f</c> polarity at <c>2f</c> and neutrality at <c>2f + 1</c>.</summary>
    public double[] Solve(SentimentTrainerOptions options)
    {
        var size = _keys.Count * 2;
        var point = new double[size + (_prior?.ParameterCount ?? 0)];
        var (weights, byWeight) = (new double[size], new double[size]);
        LimitedMemoryOptimizer.Minimize(Loss, point, options.Iterations, 2e-6, options.Progress);
        AddUp(point);
        _prior?.Settle(point.AsSpan(size));
        AddStart(weights, options.Start);
        return weights;

        // Of its own a feature has the difference to what its vector says, and only that is penalised.
        double Loss(double[] at, double[] gradient)
        {
            AddUp(at);
            var loss = LossOf(weights, byWeight);
            loss += _prior?.Differentiate(byWeight, at.AsSpan(size), gradient.AsSpan(size)) ?? 0;
            for (var i = 0; i < size; i++)
            {
                loss += _prices[i / 2] / 2 * at[i] * at[i];
                gradient[i] = byWeight[i] + (_prices[i / 2] * at[i]);
            }

            return loss;
        }

        void AddUp(double[] at)
        {
            at.AsSpan(0, size).CopyTo(weights);
            _prior?.AddTo(weights, at.AsSpan(size));
        }
    }

    private void AddStart(double[] weights, SentimentModel? start)
    {
        if (start is null) return;
        for (var f = 0; f < _keys.Count; f++)
        {
            start.Table.TryFind(_keys[f], out var polarity, out var neutrality);
            weights[2 * f] += polarity / (double)NgramTable.StepsPerMargin;
            weights[(2 * f) + 1] += neutrality / (double)NgramTable.StepsPerMargin;
        }
    }

    private double LossOf(double[] weights, double[] gradient)
    {
        double loss = 0;
        Array.Clear(gradient);
        var features = _features;
        for (var row = 0; row < _scales.Length; row++)
        {
            double polarity = 0, neutrality = 0, polarityWhole = 0, neutralityWhole = 0;
            var (start, whole, end) = (_rowStart[row], _rowWhole[row], _rowStart[row + 1]);
            for (var i = start; i < whole; i++)
            {
                var f = features[i] * 2;
                polarity += weights[f];
                neutrality += weights[f + 1];
            }

            for (var i = whole; i < end; i++)
            {
                var f = features[i] * 2;
                polarityWhole += weights[f];
                neutralityWhole += weights[f + 1];
            }

            double scale = _scales[row];
            var (offset, calibration) = (_offsets[row], _calibrations[row]);
            var p = calibration.Of((polarity * scale) + polarityWhole + offset.Margin, (neutrality * scale) + neutralityWhole + offset.Neutrality);
            var target = _targets[row];
            var weight = _weights[row];
            loss -= weight * ((target.Negative * Log(p.Negative)) + (target.Neutral * Log(p.Neutral)) + (target.Positive * Log(p.Positive)));
            var byPolarity = weight * ((p.Positive - target.Positive) - (p.Negative - target.Negative)) / 2 * calibration.PolarityScale;
            var byNeutrality = weight * (p.Neutral - target.Neutral) * calibration.NeutralityScale;
            for (var i = whole; i < end; i++)
            {
                var f = features[i] * 2;
                gradient[f] += byPolarity;
                gradient[f + 1] += byNeutrality;
            }

            byPolarity *= scale;
            byNeutrality *= scale;
            for (var i = start; i < whole; i++)
            {
                var f = features[i] * 2;
                gradient[f] += byPolarity;
                gradient[f + 1] += byNeutrality;
            }
        }

        return loss;
    }

    private static double Log(double p) => Math.Log(Math.Max(p, 1e-15));
}

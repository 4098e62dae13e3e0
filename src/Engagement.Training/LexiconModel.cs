using Engagement.Learning;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>
/// What <see cref="LexiconSentimentScorer"/> says, written as a model to start from: every word of the lexicon weighs its valence, and nothing
/// else weighs anything.
/// </summary>
internal static class LexiconModel
{
    // A step of valence is 0.4 and there are ten: the strongest word has the largest weight that a byte holds, and the calibration makes of
    // it what the lexicon's scorer does.
    private const int Steps = 10;
    private const int PolarityOfStep = 12;
    private const double ValenceOfStep = 0.4;
    private const double NeutralityOfValence = -0.3;
    private const double Silence = 0.5;
    private const double PolarityScale = 2 * ValenceOfStep * NgramTable.StepsPerMargin / PolarityOfStep;

    public static SentimentModel Create()
    {
        var weights = new List<KeyValuePair<ulong, (sbyte Polarity, sbyte Neutrality)>> { Weight(SentimentRule.Bias, 0, 0, Silence) };
        for (var step = -Steps; step <= Steps; step++)
        {
            if (step != 0) weights.Add(Weight(SentimentRule.Valence, step, step * PolarityOfStep, Math.Abs(step) * ValenceOfStep * NeutralityOfValence));
        }

        var calibration = new Calibration(PolarityScale, 1, 0, 0);
        return new SentimentModel(NgramTable.Of(weights), calibration, calibration, "The words of the lexicon by their valence; nothing learned.");
    }

    private static KeyValuePair<ulong, (sbyte Polarity, sbyte Neutrality)> Weight(SentimentRule rule, int value, int polarity, double neutrality) =>
        KeyValuePair.Create(SentimentRules.KeyOf(SentimentRules.Of(rule, value)), ((sbyte)polarity, (sbyte)Math.Round(neutrality * NgramTable.StepsPerMargin)));
}

using Engagement.Learning;

namespace Engagement.Sentiment;

/// <summary>
/// Small numbers for what rules can say in each context, so that their weights are read from an array; and the keys by which a model
/// file knows them.
/// </summary>
internal static class SentimentRules
{
    /// <summary>Context: feedback to a service.</summary>
    public const int Feedback = 1;

    /// <summary>Context: an answer to what could be better.</summary>
    public const int Improve = 2;

    /// <summary>Context: an answer to what was good.</summary>
    public const int Good = 3;

    private const int Contexts = 4;
    private const int Values = 32;
    private const int LowestValue = -11;
    private const int Rules = (int)SentimentRule.Masks + 1;

    private static readonly string[] Names =
    [
        "valence", "negated valence", "last valence", "bias", "sum", "best", "worst", "both sides", "exclamations", "questions", "contrasts", "words", "capitals", "masks",
    ];

    private static readonly ulong[] Keys = MakeKeys();

    /// <summary>Key of the context of feedback.</summary>
    public static ulong FeedbackContext { get; } = NgramHash.Named("feedback");

    /// <summary>Key of the context of an answer to what could be better.</summary>
    public static ulong ImproveContext { get; } = NgramHash.Named("improve");

    /// <summary>Key of the context of an answer to what was good.</summary>
    public static ulong GoodContext { get; } = NgramHash.Named("good");

    /// <summary>Number of what a rule says.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">What it says, from -11 to 20; more is cut.</param>
    /// <param name="context">The context; 0 for every text.</param>
    public static int Of(SentimentRule rule, int value, int context = 0) =>
        (((context * Rules) + (int)rule) * Values) + Math.Clamp(value - LowestValue, 0, Values - 1);

    /// <summary>The key that a model file has for a number.</summary>
    public static ulong KeyOf(int number) => Keys[number];

    /// <summary>The weights of a table by number: polarity in the lower byte, neutrality in the next.</summary>
    public static short[] WeightsOf(NgramTable table)
    {
        var weights = new short[Keys.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            if (table.TryFind(Keys[i], out var polarity, out var neutrality)) weights[i] = (short)((neutrality << 8) | (byte)polarity);
        }

        return weights;
    }

    private static ulong[] MakeKeys()
    {
        ulong[] contexts = [0, NgramHash.Named("feedback"), NgramHash.Named("improve"), NgramHash.Named("good")];
        var keys = new ulong[Contexts * Rules * Values];
        for (var context = 0; context < Contexts; context++)
        {
            for (var rule = 0; rule < Rules; rule++)
            {
                for (var value = 0; value < Values; value++)
                {
                    var name = NgramHash.Named(Names[rule]);
                    var key = rule == (int)SentimentRule.Bias ? name : NgramHash.In(name, (ulong)(value + LowestValue));
                    keys[(((context * Rules) + rule) * Values) + value] = context == 0 ? key : NgramHash.In(contexts[context], key);
                }
            }
        }

        return keys;
    }
}

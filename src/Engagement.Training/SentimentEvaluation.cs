using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>How well a scorer's answers fit a set of labels. Classes in the order negative, neutral, positive; mixed counts as neutral.</summary>
public sealed class SentimentEvaluation
{
    private const int Classes = 3;
    private const int Bins = 10;

    private readonly int[,] _confusion = new int[Classes, Classes];
    private readonly double[] _binConfidence = new double[Bins];
    private readonly int[] _binRight = new int[Bins];
    private readonly int[] _binCount = new int[Bins];
    private readonly bool _twoClasses;

    private SentimentEvaluation(bool twoClasses) => _twoClasses = twoClasses;

    /// <summary>How many texts.</summary>
    public int Count { get; private set; }

    /// <summary>How many were said not to be English.</summary>
    public int Unsupported { get; private set; }

    /// <summary>Share of right answers, in [0, 1].</summary>
    public double Accuracy => Mean(Enumerable.Range(0, Classes).Sum(c => _confusion[c, c]), Count);

    /// <summary>Mean recall over the classes that occur, in [0, 1].</summary>
    public double MacroRecall => Occurring.Average(Recall);

    /// <summary>Mean F1 over the classes that occur, in [0, 1].</summary>
    public double MacroF1 => Occurring.Average(F1);

    /// <summary>
    /// Expected calibration error, in [0, 1]: the mean gap between the probability given to the answer and the share of right answers,
    /// over ten bins of equal width, weighted by their size.
    /// </summary>
    public double CalibrationError =>
        Enumerable.Range(0, Bins).Where(b => _binCount[b] > 0).Sum(b => Math.Abs(_binConfidence[b] - _binRight[b])) / Math.Max(1, Count);

    private IEnumerable<int> Occurring => Enumerable.Range(0, Classes).Where(c => RowOf(c) > 0);

    /// <summary>Scores every example. A set without neutral examples is scored by the larger of the positive and negative probability.</summary>
    public static SentimentEvaluation Of(IReadOnlyList<SentimentExample> examples, ISentimentScorer scorer)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(scorer);
        var evaluation = new SentimentEvaluation(examples.All(example => example.Label != SentimentLabel.Neutral));
        foreach (var example in examples) evaluation.Add(example.Label, scorer.Score(MentionParser.Default.Parse(example.ToMention())));
        return evaluation;
    }

    /// <summary>How many texts of one class got the answer of another.</summary>
    public int Confusion(SentimentLabel truth, SentimentLabel answer) => _confusion[ClassOf(truth), ClassOf(answer)];

    /// <summary>Share of a class that was found, in [0, 1]; 0 when the class does not occur.</summary>
    public double Recall(SentimentLabel label) => Recall(ClassOf(label));

    private static int ClassOf(SentimentLabel label) => label switch
    {
        SentimentLabel.Negative => 0,
        SentimentLabel.Positive => 2,
        _ => 1,
    };

    private static double Mean(int part, int whole) => whole == 0 ? 0 : part / (double)whole;

    private void Add(SentimentLabel truth, SentimentScore score)
    {
        var p = score.Probabilities;
        int answer;
        double confidence;
        if (_twoClasses)
        {
            answer = p.Positive >= p.Negative ? 2 : 0;
            confidence = Math.Max(p.Positive, p.Negative) / Math.Max(1e-12, p.Positive + p.Negative);
        }
        else
        {
            answer = ClassOf(score.Label);
            confidence = answer switch { 0 => p.Negative, 1 => p.Neutral, _ => p.Positive };
        }

        if (score.Label == SentimentLabel.Unsupported) Unsupported++;
        var right = answer == ClassOf(truth);
        _confusion[ClassOf(truth), answer]++;
        var bin = Math.Min(Bins - 1, (int)(confidence * Bins));
        _binConfidence[bin] += confidence;
        _binCount[bin]++;
        if (right) _binRight[bin]++;
        Count++;
    }

    private int RowOf(int c) => _confusion[c, 0] + _confusion[c, 1] + _confusion[c, 2];

    private int ColumnOf(int c) => _confusion[0, c] + _confusion[1, c] + _confusion[2, c];

    private double Recall(int c) => Mean(_confusion[c, c], RowOf(c));

    private double F1(int c) => RowOf(c) + ColumnOf(c) == 0 ? 0 : 2.0 * _confusion[c, c] / (RowOf(c) + ColumnOf(c));
}

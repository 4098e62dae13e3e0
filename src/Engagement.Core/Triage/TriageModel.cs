using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// The learned part of triage: logistic regressions over words, beginnings of words, pairs of words, ideas and pairs of ideas. It catches wordings that
/// no rule knows. First it says whether a text is urgent; of one that is, which kinds and how grave.
/// </summary>
internal sealed class TriageModel
{
    /// <summary>The id by which findings name the learned part, and by which a trust switches it off.</summary>
    public const string Id = "model";

    /// <summary>How many kinds there are; their labels come first.</summary>
    public const int Kinds = 7;

    /// <summary>The label "urgent": severity 3 and up.</summary>
    public const int Urgent = 7;

    /// <summary>The label "grave": severity 4 and up, given that it is urgent.</summary>
    public const int Grave = 8;

    /// <summary>The label "now": severity 5, given that it is urgent.</summary>
    public const int Now = 9;

    /// <summary>How many labels there are.</summary>
    public const int Labels = 10;

    /// <summary>Texts of more words count each feature less: by the square root of this over the number of words.</summary>
    public const int PlainWords = 20;

    // A span is shown when it adds at least this part of what the strongest one adds.
    private const double EvidenceFloor = 0.3;

    private readonly TriageIdeas _ideas;
    private readonly LabelWeights _weights;

    // What every text is asked for.
    private readonly LabelColumn _urgent;
    private readonly int[] _ideaWeights = new int[64];
    private readonly sbyte[] _pairWeights = new sbyte[64 * 64];

    internal TriageModel(TriageIdeas ideas, LabelWeights weights)
    {
        if (weights.Labels != Labels) throw new InvalidDataException($"The triage model has {weights.Labels} labels; {Labels} are expected.");
        _ideas = ideas;
        _weights = weights;
        _urgent = weights.ColumnOf(Urgent);
        for (var low = 0; low < ideas.Names.Count; low++)
        {
            _ideaWeights[low] = weights.Of(TriageScan.KeyOf(ideas.Names[low]), Urgent);
            for (var high = low + 1; high < ideas.Names.Count; high++)
            {
                _pairWeights[(low * 64) + high] = (sbyte)weights.Of(TriageScan.KeyOf(ideas.Names[low], ideas.Names[high]), Urgent);
            }
        }
    }

    /// <summary>The shipped model; null when the library was built without one.</summary>
    public static TriageModel? Shipped { get; } = Embedded();

    /// <summary>By how much each feature counts in a text of so many words.</summary>
    public static double Scale(int words) => words <= PlainWords ? 1 : Math.Sqrt((double)PlainWords / words);

    /// <summary>How far a text is on the urgent side: above 0 it is urgent. Allocates nothing.</summary>
    public double MarginOf(ParsedMention mention) => MarginOf(mention, out _);

    /// <summary>The same, and how many words were looked at.</summary>
    public double MarginOf(ParsedMention mention, out int words)
    {
        var sum = new Sum(this);
        words = TriageScan.Read(mention, _ideas, ref sum);
        return ((_weights.Baseline[Urgent] + (Scale(words) * sum.Value)) - _weights.Thresholds[Urgent]) * LabelWeights.Unit;
    }

    /// <summary>Adds what a text that is urgent is about: one finding a kind, at least one.</summary>
    public void Explain(ParsedMention mention, List<UrgencyFinding> findings)
    {
        var (features, words) = TriageFeatures.Of(mention, _ideas);
        var scale = Scale(words);
        Span<double> margins = stackalloc double[Labels];
        for (var label = 0; label < Labels; label++) margins[label] = _weights.Baseline[label] - _weights.Thresholds[label];
        foreach (var feature in features)
        {
            var weights = _weights.Of(feature.Key);
            for (var label = 0; label < weights.Length; label++) margins[label] += weights[label] * scale;
        }

        var severity = margins[Now] > 0 ? 5 : margins[Grave] > 0 ? 4 : 3;
        var evidence = EvidenceOf(mention, features);
        var strongest = 0;
        for (var kind = 1; kind < Kinds; kind++) strongest = margins[kind] > margins[strongest] ? kind : strongest;
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (kind == strongest || margins[kind] > 0) findings.Add(new UrgencyFinding((UrgencyKind)kind, severity, Id, evidence));
        }
    }

    private Evidence[] EvidenceOf(ParsedMention mention, IReadOnlyList<TriageFeature> features)
    {
        var shares = new double[mention.Title.Count + mention.Text.Count];
        foreach (var feature in features)
        {
            var weight = _weights.Of(feature.Key, Urgent) / 2.0;
            Spread(shares, feature.First, feature.Last, weight);
            Spread(shares, feature.OtherFirst, feature.OtherLast, weight);
        }

        var spans = new List<(Evidence Words, double Share)>();
        Collect(mention.Title, MentionField.Title, shares.AsSpan(0, mention.Title.Count), spans);
        Collect(mention.Text, MentionField.Text, shares.AsSpan(mention.Title.Count), spans);
        var most = spans.Count == 0 ? 0 : spans.Max(span => span.Share);
        return spans.Where(span => span.Share >= most * EvidenceFloor).Select(span => span.Words).ToArray();
    }

    private static void Spread(double[] shares, int first, int last, double weight)
    {
        for (var i = first; i <= last; i++) shares[i] += weight / (last - first + 1);
    }

    private static void Collect(TokenStream stream, MentionField field, ReadOnlySpan<double> shares, List<(Evidence, double)> spans)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] <= 0) continue;
            var (last, share) = (i, shares[i]);
            while (last + 1 < shares.Length && shares[last + 1] > 0) share += shares[++last];
            spans.Add((new Evidence(field, new TextSpan(stream[i].Start, stream[last].End)), share));
            i = last;
        }
    }

    private static TriageModel? Embedded()
    {
        using var stream = typeof(TriageModel).Assembly.GetManifestResourceStream("Engagement.Triage.model.bin");
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TriageModel(TriageIdeas.Shipped, LabelWeights.Read("The triage model", bytes));
    }

    private struct Sum(TriageModel model) : ITriageSink
    {
        public int Value { get; private set; }

        public void Word(ulong key, int at) => Value += model._urgent.Of(key);

        public readonly void Seen(ulong ideas, int first, int last)
        {
            // Only findings have places to show.
        }

        public void Idea(int idea) => Value += model._ideaWeights[idea];

        public void Pair(int low, int high) => Value += model._pairWeights[(low * 64) + high];
    }
}

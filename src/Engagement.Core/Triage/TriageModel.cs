using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>
/// The learned part of triage: logistic regressions over words, beginnings of words, pairs of words, ideas and pairs of ideas. It catches wordings that
/// no rule knows. First it says whether a text is urgent: one regression a kind, each beside a common one, since a threat and a lost letter share no
/// words; the kind that speaks loudest decides. Of a text that is urgent it then says which kinds and how grave.
/// </summary>
internal sealed class TriageModel
{
    /// <summary>The id by which findings name the learned part, and by which a trust switches it off.</summary>
    public const string Id = "model";

    /// <summary>How many kinds there are. The first labels say of each kind whether a text is urgent by it: severity 3 and up.</summary>
    public const int Kinds = 7;

    /// <summary>The first of the labels that say of each kind whether a text is about it, given that it is urgent.</summary>
    public const int About = 7;

    /// <summary>The label "grave": severity 4 and up, given that it is urgent.</summary>
    public const int Grave = 14;

    /// <summary>The label "now": severity 5, given that it is urgent.</summary>
    public const int Now = 15;

    /// <summary>How many labels there are.</summary>
    public const int Labels = 16;

    /// <summary>In a text of so many words a feature counts as it was learned; in a longer one less, in a shorter one more.</summary>
    public const int PlainWords = 20;

    /// <summary>No text counts as shorter than this.</summary>
    public const int FewestWords = 6;

    // A span is shown when it adds at least this part of what the strongest one adds.
    private const double EvidenceFloor = 0.3;

    private readonly TriageIdeas _ideas;
    private readonly LabelWeights _weights;

    // Rows of every idea and pair of ideas by their number, so that the most frequent look-up is an index; -1 for none.
    private readonly int[] _ideaRows = new int[TriageIdeas.Most];
    private readonly int[] _pairRows = new int[TriageIdeas.Most * TriageIdeas.Most];

    internal TriageModel(TriageIdeas ideas, LabelWeights weights)
    {
        if (weights.Labels != Labels) throw new InvalidDataException($"The triage model has {weights.Labels} labels; {Labels} are expected.");
        _ideas = ideas;
        _weights = weights;
        for (var low = 0; low < ideas.Names.Count; low++)
        {
            _ideaRows[low] = weights.NumberOf(TriageScan.KeyOf(ideas.Names[low]));
            for (var high = low + 1; high < ideas.Names.Count; high++)
            {
                _pairRows[(low * TriageIdeas.Most) + high] = weights.NumberOf(TriageScan.KeyOf(ideas.Names[low], ideas.Names[high]));
            }
        }
    }

    /// <summary>The shipped model; null when the library was built without one.</summary>
    public static TriageModel? Shipped { get; } = Embedded();

    /// <summary>By how much each feature counts in a text of so many words.</summary>
    public static double Scale(int words) => Math.Sqrt((double)PlainWords / Math.Max(words, FewestWords));

    /// <summary>How far a text is on the urgent side: above 0 it is urgent. Allocates nothing.</summary>
    public double MarginOf(ParsedMention mention) => MarginOf(mention, out _);

    /// <summary>The same, and how many words were looked at.</summary>
    public double MarginOf(ParsedMention mention, out int words)
    {
        var sum = new Sum(this);
        words = TriageScan.Read(mention, _ideas, ref sum);
        var scale = Scale(words);
        var most = double.NegativeInfinity;
        for (var kind = 0; kind < Kinds; kind++) most = Math.Max(most, _weights.Baseline[kind] + (scale * sum.Of(kind)) - _weights.Thresholds[kind]);
        return most * LabelWeights.Unit;
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
        var about = margins.Slice(About, Kinds);
        var evidence = EvidenceOf(mention, features, StrongestOf(margins[..Kinds]));
        var strongest = StrongestOf(about);
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (kind == strongest || about[kind] > 0) findings.Add(new UrgencyFinding((UrgencyKind)kind, severity, Id, evidence));
        }
    }

    private static int StrongestOf(ReadOnlySpan<double> margins)
    {
        var strongest = 0;
        for (var kind = 1; kind < margins.Length; kind++) strongest = margins[kind] > margins[strongest] ? kind : strongest;
        return strongest;
    }

    private Evidence[] EvidenceOf(ParsedMention mention, IReadOnlyList<TriageFeature> features, int kind)
    {
        var shares = new double[mention.Title.Count + mention.Text.Count];
        foreach (var feature in features)
        {
            if (_weights.NumberOf(feature.Key) is not (var row and >= 0)) continue;
            var weight = _weights.Row(row)[kind] / 2.0;
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

    // The weights of the first eight labels, added up: those of the kinds and one that is not asked for.
    private struct Sum(TriageModel model) : ITriageSink
    {
        private Vector128<int> _first;
        private Vector128<int> _second;

        public readonly int Of(int kind) => kind < 4 ? _first[kind] : _second[kind - 4];

        public void Word(ulong key, int at) => Add(model._weights.NumberOf(key));

        public readonly void Seen(UInt128 ideas, int first, int last)
        {
            // Only findings have places to show.
        }

        public void Idea(int idea) => Add(model._ideaRows[idea]);

        public void Pair(int low, int high) => Add(model._pairRows[(low * TriageIdeas.Most) + high]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add(int row)
        {
            if (row < 0) return;
            var weights = Vector128.WidenLower(model._weights.Row(row));
            _first += Vector128.WidenLower(weights);
            _second += Vector128.WidenUpper(weights);
        }
    }
}

using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// What the scorers share: adds up, token by token, what a text says in integer units, so that the sum is exact in any order, and
/// turns the sums into a label, probabilities, clauses and evidence.
/// </summary>
internal sealed class SentimentEngine(Lexicon lexicon)
{
    /// <summary>Units in a margin of 1: a power of two, so that units convert to <see cref="double"/> and add up there without rounding.</summary>
    public const int UnitsPerMargin = 1024;

    private const int LexiconPolarityUnits = 10;
    private const int LexiconNeutralityUnits = -3;
    private const int LexiconNeutralityBaseline = 500;

    // A mention is mixed when its lesser side reaches this margin and this share of the greater side.
    private const long MixedFloor = UnitsPerMargin;
    private const double MixedShare = 0.4;

    // Words that say less than this are summed up in one term.
    private const long LeastEvidence = UnitsPerMargin / 32;

    /// <summary>Label and score; allocates nothing once the scratch has grown.</summary>
    public SentimentReading Read(ParsedMention mention, SentimentScratch scratch)
    {
        var sums = new Sums();
        foreach (var field in Fields) Add(mention, field, scratch, ref sums, null);
        var (label, probabilities) = Judge(mention, sums);
        return new SentimentReading(label, label == SentimentLabel.Unsupported ? 0 : probabilities.Positive - probabilities.Negative);
    }

    /// <summary>The whole score, with its evidence.</summary>
    public SentimentScore Explain(ParsedMention mention, SentimentScratch scratch)
    {
        var sums = new Sums();
        var details = new Details();
        foreach (var field in Fields) Add(mention, field, scratch, ref sums, details);
        var (label, probabilities) = Judge(mention, sums);
        if (label == SentimentLabel.Unsupported)
        {
            return new SentimentScore { Label = label, Score = 0, Margin = 0, Probabilities = new SentimentProbabilities(1 / 3.0, 1 / 3.0, 1 / 3.0) };
        }

        return new SentimentScore
        {
            Label = label,
            Score = probabilities.Positive - probabilities.Negative,
            Margin = ToMargin(sums.Polarity),
            Baseline = 0,
            Other = ToMargin(details.Other),
            Probabilities = probabilities,
            Clauses = details.Clauses,
            Evidence = details.Evidence,
        };
    }

    private static ReadOnlySpan<MentionField> Fields => [MentionField.Title, MentionField.Text];

    private static double ToMargin(long units) => units / (double)UnitsPerMargin;

    private void Add(ParsedMention mention, MentionField field, SentimentScratch scratch, ref Sums sums, Details? details)
    {
        var stream = mention.StreamOf(field);
        if (stream.Count == 0) return;
        scratch.Clear(stream.Count);
        var asked = field == MentionField.Text ? mention.Mention.Asked : QuestionAsked.Open;
        var pass = scratch.Pass;
        pass.Read(lexicon, stream, asked);
        foreach (ref readonly var hit in pass.Hits)
        {
            scratch.Polarity[hit.First] += hit.Valence * LexiconPolarityUnits;
            scratch.Neutrality[hit.First] += Math.Abs(hit.Valence) * LexiconNeutralityUnits;
        }

        sums.Hits += pass.Hits.Length;
        foreach (ref readonly var clause in pass.Clauses)
        {
            long polarity = 0, neutrality = 0;
            for (var t = clause.First; t < clause.End; t++)
            {
                polarity += scratch.Polarity[t];
                neutrality += scratch.Neutrality[t];
            }

            sums.Polarity += polarity;
            sums.Neutrality += neutrality;
            if (polarity > 0) sums.Praise += polarity;
            else sums.Complaint -= polarity;
            details?.Clauses.Add(Describe(stream, field, clause, polarity, neutrality));
        }

        if (details is not null) Collect(stream, field, scratch, details);
    }

    private ClauseSentiment Describe(TokenStream stream, MentionField field, in LexiconClause clause, long polarity, long neutrality)
    {
        var probabilities = Calibrate(polarity, neutrality);
        var span = new TextSpan(stream[clause.First].Start, stream[clause.End - 1].End);
        return new ClauseSentiment(new Evidence(field, span), LabelOf(probabilities), probabilities.Positive - probabilities.Negative);
    }

    private static void Collect(TokenStream stream, MentionField field, SentimentScratch scratch, Details details)
    {
        var hits = scratch.Pass.Hits;
        var nextHit = 0;
        for (var t = 0; t < stream.Count;)
        {
            var (start, end, last) = (stream[t].Start, stream[t].End, t);
            if (nextHit < hits.Length && hits[nextHit].First == t)
            {
                (start, end, last) = (hits[nextHit].Start, hits[nextHit].End, hits[nextHit].Last);
                nextHit++;
            }

            long units = 0;
            for (; t <= last; t++) units += scratch.Polarity[t];
            if (Math.Abs(units) >= LeastEvidence)
                details.Evidence.Add(new SentimentEvidence(new Evidence(field, new TextSpan(start, end)), ToMargin(units)));
            else
                details.Other += units;
        }
    }

    private (SentimentLabel Label, SentimentProbabilities Probabilities) Judge(ParsedMention mention, in Sums sums)
    {
        if (LanguageGuess.Shipped.IsForeign(mention, sums.Hits)) return (SentimentLabel.Unsupported, default);
        var probabilities = Calibrate(sums.Polarity, sums.Neutrality);
        var lesser = Math.Min(sums.Praise, sums.Complaint);
        var label = lesser >= MixedFloor && lesser >= MixedShare * Math.Max(sums.Praise, sums.Complaint) ? SentimentLabel.Mixed : LabelOf(probabilities);
        return (label, probabilities);
    }

    private static SentimentProbabilities Calibrate(long polarity, long neutrality) =>
        Calibration.None.Of(ToMargin(polarity), ToMargin(LexiconNeutralityBaseline + neutrality));

    private static SentimentLabel LabelOf(in SentimentProbabilities probabilities)
    {
        if (probabilities.Neutral >= probabilities.Positive && probabilities.Neutral >= probabilities.Negative) return SentimentLabel.Neutral;
        return probabilities.Positive >= probabilities.Negative ? SentimentLabel.Positive : SentimentLabel.Negative;
    }

    private struct Sums
    {
        public long Polarity;
        public long Neutrality;
        public long Praise;
        public long Complaint;
        public int Hits;
    }

    private sealed class Details
    {
        public List<ClauseSentiment> Clauses { get; } = [];

        public List<SentimentEvidence> Evidence { get; } = [];

        public long Other { get; set; }
    }
}

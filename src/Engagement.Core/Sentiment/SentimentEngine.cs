using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// What the scorers share: adds up, token by token, what a text says in integer units, so that the sum is exact in any order, and
/// turns the sums into a label, probabilities, clauses and evidence.
/// </summary>
internal sealed class SentimentEngine(Lexicon lexicon, SentimentModel? model = null)
{
    /// <summary>Units in a margin of 1: a power of two, so that units convert to <see cref="double"/> and add up there without rounding.</summary>
    public const int UnitsPerMargin = NgramTable.StepsPerMargin * SentimentFeatures.FullScale;

    // Without a model a hundredth of valence adds so much, and silence is so neutral.
    private const int LexiconPolarityUnits = UnitsPerMargin / 100;
    private const int LexiconNeutralityUnits = -3 * UnitsPerMargin / 1000;
    private const int LexiconNeutralityBaseline = UnitsPerMargin / 2;

    private static readonly SentimentProbabilities Unknown = new(1 / 3.0, 1 / 3.0, 1 / 3.0);
    private static readonly SentimentProbabilities Silence = new(0.1, 0.8, 0.1);

    // The rules alone: a margin stands for both sides, so that it counts twice.
    private static readonly Calibration LexiconCalibration = new(2, 1, 0, 0);

    // A mention is mixed when the lexicon finds praise and complaint in different clauses, the lesser at least this strong (hundredths of
    // valence) and this share of the greater. Settled on the validation split: a learned margin by clause cost tweets a point of recall.
    private const long MixedFloor = 200;
    private const double MixedShare = 0.4;
    private const long OneSidedFloor = 300;
    private const long BothSidesFloor = 100;
    private const double SureFrom = 0.75;

    // Words that say less than this are summed up in one term.
    private const long LeastEvidence = UnitsPerMargin / 32;

    /// <summary>Label and score; allocates nothing once the scratch has grown.</summary>
    public SentimentReading Read(ParsedMention mention, SentimentScratch scratch)
    {
        var sums = AddUp(mention, scratch, null);
        var (label, probabilities) = Judge(mention, sums);
        return new SentimentReading(label, probabilities.Positive - probabilities.Negative);
    }

    /// <summary>The whole score, with its evidence.</summary>
    public SentimentScore Explain(ParsedMention mention, SentimentScratch scratch)
    {
        var details = scratch.Details;
        details.Clear();
        var sums = AddUp(mention, scratch, details);
        var (label, probabilities) = Judge(mention, sums);
        if (label == SentimentLabel.Unsupported || sums.SaysNothing)
            return new SentimentScore { Label = label, Score = probabilities.Positive - probabilities.Negative, Margin = 0, Probabilities = probabilities };

        return new SentimentScore
        {
            Label = label,
            Score = probabilities.Positive - probabilities.Negative,
            Margin = ToMargin(sums.Polarity),
            Baseline = ToMargin(sums.Baseline),
            Other = ToMargin(details.Other + sums.Whole),
            Probabilities = probabilities,
            Clauses = [.. details.Clauses],
            Evidence = [.. details.Evidence],
        };
    }

    /// <summary>Margin and neutrality before calibration.</summary>
    public (double Margin, double Neutrality) Sum(ParsedMention mention, SentimentScratch scratch)
    {
        var sums = AddUp(mention, scratch, null);
        return (ToMargin(sums.Polarity), ToMargin(sums.Neutrality));
    }

    private static ReadOnlySpan<MentionField> Fields => [MentionField.Title, MentionField.Text];

    private static double ToMargin(long units) => units / (double)UnitsPerMargin;

    private Sums AddUp(ParsedMention mention, SentimentScratch scratch, SentimentDetails? details)
    {
        var sums = new Sums();
        if (model is null)
        {
            sums.Neutrality = LexiconNeutralityBaseline;
        }
        else
        {
            var baseline = new FeatureWeigher(model, scratch, 0);
            SentimentFeatures.EmitBias(mention.Mention, ref baseline);
            sums.Polarity = sums.Baseline = baseline.Polarity;
            sums.Neutrality = baseline.Neutrality;
        }

        sums.NeutralBaseline = sums.Neutrality;
        foreach (var field in Fields) Add(mention, field, scratch, ref sums, details);
        return sums;
    }

    private void Add(ParsedMention mention, MentionField field, SentimentScratch scratch, ref Sums sums, SentimentDetails? details)
    {
        var stream = mention.StreamOf(field);
        if (stream.Count == 0) return;
        scratch.Clear(stream.Count);
        var pass = scratch.Pass;
        pass.Read(lexicon, stream, field == MentionField.Text ? mention.Mention.Asked : QuestionAsked.Open);
        if (model is null)
        {
            foreach (ref readonly var hit in pass.Hits)
            {
                scratch.Polarity[hit.First] += hit.Valence * LexiconPolarityUnits;
                scratch.Neutrality[hit.First] += Math.Abs(hit.Valence) * LexiconNeutralityUnits;
            }
        }
        else
        {
            var weigher = new FeatureWeigher(model, scratch, SentimentFeatures.ScaleOf(mention.Title.PositionCount + mention.Text.PositionCount));
            scratch.Features.Emit(mention, field, pass, ref weigher);
            weigher.Flush();
            sums.Whole += weigher.Polarity;
            sums.Polarity += weigher.Polarity;
            sums.Neutrality += weigher.Neutrality;
        }

        for (var t = 0; t < stream.Count; t++)
        {
            sums.Polarity += scratch.Polarity[t];
            sums.Neutrality += scratch.Neutrality[t];
        }

        AddSides(pass, ref sums);
        sums.Hits += pass.Hits.Length;
        sums.Words += pass.SaidCount;
        foreach (ref readonly var clause in pass.Clauses)
        {
            long polarity = 0, neutrality = 0;
            for (var t = clause.First; t < clause.End; t++)
            {
                polarity += scratch.Polarity[t];
                neutrality += scratch.Neutrality[t];
            }

            details?.Clauses.Add(Describe(mention, field, clause, sums.Baseline + polarity, sums.NeutralBaseline + neutrality));
        }

        if (details is not null) Collect(stream, field, scratch, details);
    }

    // Praise and complaint are weighed by clause and by the lexicon, whose words are about the same thing as the text's writer felt.
    private static void AddSides(LexiconPass pass, ref Sums sums)
    {
        var hits = pass.Hits;
        for (var h = 0; h < hits.Length;)
        {
            var clause = hits[h].Clause;
            var valence = 0;
            for (; h < hits.Length && hits[h].Clause == clause; h++)
            {
                valence += hits[h].Valence;
                sums.Felt += hits[h].Last - hits[h].First + 1;
            }

            if (valence > 0) sums.Praise += valence;
            else sums.Complaint -= valence;
        }
    }

    private ClauseSentiment Describe(ParsedMention mention, MentionField field, in LexiconClause clause, long polarity, long neutrality)
    {
        var stream = mention.StreamOf(field);
        var probabilities = Calibrate(mention.Mention, polarity, neutrality);
        var span = new TextSpan(stream[clause.First].Start, stream[clause.End - 1].End);
        return new ClauseSentiment(new Evidence(field, span), LabelOf(probabilities), probabilities.Positive - probabilities.Negative);
    }

    private static void Collect(TokenStream stream, MentionField field, SentimentScratch scratch, SentimentDetails details)
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
        // Nothing but marks, handles and links: nothing is said, whatever most people feel who are asked the same.
        if (sums.SaysNothing) return (SentimentLabel.Neutral, Silence);
        if (LanguageGuess.Shipped.IsForeign(mention, sums.Hits)) return (SentimentLabel.Unsupported, Unknown);
        var probabilities = Calibrate(mention.Mention, sums.Polarity, sums.Neutrality);
        var lesser = Math.Min(sums.Praise, sums.Complaint);
        var label = lesser >= MixedFloor && lesser >= MixedShare * Math.Max(sums.Praise, sums.Complaint)
            ? SentimentLabel.Mixed
            : OneSided(sums) ?? LabelOf(probabilities);
        // What is said on both sides and comes out as neither is not silence.
        if (label == SentimentLabel.Neutral && lesser >= BothSidesFloor) label = SentimentLabel.Mixed;
        return (label, probabilities);

        // Long stories are told in words that also tell of trouble. Where the model leans without being sure, and the words of
        // feeling all speak for the other side, they decide.
        SentimentLabel? OneSided(in Sums sums)
        {
            var leaning = LabelOf(probabilities);
            if (leaning == SentimentLabel.Negative && probabilities.Negative < SureFrom && sums is { Praise: >= OneSidedFloor, Complaint: 0 }) return SentimentLabel.Positive;
            if (leaning == SentimentLabel.Positive && probabilities.Positive < SureFrom && sums is { Praise: 0, Complaint: >= OneSidedFloor }) return SentimentLabel.Negative;
            // "Can't grumble": where every word is one of feeling, the model has nothing to add but how such texts mostly are.
            if (leaning == SentimentLabel.Neutral && sums.Felt >= sums.Words && lesser == 0)
                return sums.Praise >= BothSidesFloor ? SentimentLabel.Positive : sums.Complaint >= BothSidesFloor ? SentimentLabel.Negative : null;
            return null;
        }
    }

    private SentimentProbabilities Calibrate(Mention mention, long polarity, long neutrality)
    {
        var calibration = model?.CalibrationOf(mention) ?? LexiconCalibration;
        return calibration.Of(ToMargin(polarity), ToMargin(neutrality));
    }

    private static SentimentLabel LabelOf(in SentimentProbabilities probabilities)
    {
        if (probabilities.Neutral >= probabilities.Positive && probabilities.Neutral >= probabilities.Negative) return SentimentLabel.Neutral;
        return probabilities.Positive >= probabilities.Negative ? SentimentLabel.Positive : SentimentLabel.Negative;
    }

    private struct Sums
    {
        public long Polarity;
        public long Neutrality;
        public long Baseline;
        public long NeutralBaseline;
        public int Words;
        public int Felt;
        public long Whole;
        public long Praise;
        public long Complaint;
        public int Hits;

        public readonly bool SaysNothing => Words == 0 && Hits == 0;
    }
}

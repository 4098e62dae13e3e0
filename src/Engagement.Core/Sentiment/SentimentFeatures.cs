using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// What the model looks at: word 1-3-grams, character n-grams within words, words under negation, what the lexicon says, and what a
/// text as a whole looks like; each also in the context of feedback and of the question asked. Handles, links and digits are no
/// features. One thread at a time; buffers are kept.
/// </summary>
internal sealed class SentimentFeatures
{
    /// <summary>Scale of a short text: what a feature counts at most.</summary>
    public const int FullScale = 256;

    private const int FullScaleWords = 16;
    private const int ShortestPart = 3;
    private const int LongestPart = 5;
    private const int LongestWord = 24;

    private static readonly ulong Begin = NgramHash.Named("begin");
    private static readonly ulong End = NgramHash.Named("end");
    private static readonly ulong Number = NgramHash.Named("number");
    private static readonly ulong Negated = NgramHash.Named("negated");

    private ulong[] _symbols = new ulong[130];
    private int[] _tokens = new int[130];

    /// <summary>Whether a mention is feedback to a service, rather than a post to the world: surveys and review sites.</summary>
    public static bool IsFeedback(Mention mention) =>
        mention.Asked != QuestionAsked.Open || mention.Platform is Platform.Survey or Platform.CareOpinion or Platform.NhsUk;

    /// <summary>What a feature of a text of so many words counts: less in a long one, which has more of them.</summary>
    public static int ScaleOf(int words) => words <= FullScaleWords ? FullScale : Math.Max(1, (int)Math.Sqrt(FullScale * FullScale * (double)FullScaleWords / words));

    /// <summary>Gives the features of one field of a mention to a sink.</summary>
    public void Emit<TSink>(ParsedMention mention, MentionField field, LexiconPass pass, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        var stream = mention.StreamOf(field);
        var count = ReadSymbols(stream, pass);
        var feedback = IsFeedback(mention.Mention);
        var asked = mention.Mention.Asked switch
        {
            QuestionAsked.WhatCouldImprove => SentimentRules.ImproveContext,
            QuestionAsked.WhatWasGood => SentimentRules.GoodContext,
            _ => 0UL,
        };

        var marks = pass.Marks;
        var symbols = _symbols.AsSpan(0, count);
        for (var i = 1; i < count - 1; i++)
        {
            var symbol = symbols[i];
            if (symbol == 0) continue;
            var token = _tokens[i];
            if (!sink.Word(symbol, token) && symbol == stream[token].Hash) EmitParts(stream, stream[token], token, ref sink);
            if (feedback) sink.Sequence(NgramHash.In(SentimentRules.FeedbackContext, symbol), _tokens.AsSpan(i, 1));
            if (asked != 0) sink.Sequence(NgramHash.In(asked, symbol), _tokens.AsSpan(i, 1));
            if ((marks[token] & TokenMarks.Negated) != 0) sink.Sequence(NgramHash.In(Negated, symbol), _tokens.AsSpan(i, 1));
        }

        // The pair before, of which a triple begins; 0 when a masked word broke it.
        var before = 0UL;
        for (var i = 1; i < count; i++)
        {
            if (symbols[i] == 0 || symbols[i - 1] == 0)
            {
                before = 0;
                continue;
            }

            var two = TokenHash.Combine(symbols[i - 1], symbols[i]);
            var members = Members(i - 1, i, count);
            sink.Sequence(two, members);
            if (feedback) sink.Sequence(NgramHash.In(SentimentRules.FeedbackContext, two), members);
            if (asked != 0) sink.Sequence(NgramHash.In(asked, two), members);
            if (before != 0)
            {
                var three = TokenHash.Combine(before, symbols[i]);
                members = Members(i - 2, i, count);
                sink.Sequence(three, members);
                if (feedback) sink.Sequence(NgramHash.In(SentimentRules.FeedbackContext, three), members);
                if (asked != 0) sink.Sequence(NgramHash.In(asked, three), members);
            }

            before = two;
        }

        var contexts = ContextsOf(mention.Mention);
        EmitHits(pass, contexts, ref sink);
        if (field == MentionField.Text) EmitWhole(pass, contexts, ref sink);
    }

    /// <summary>Gives the features of a mention that says nothing.</summary>
    public static void EmitBias<TSink>(Mention mention, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        var contexts = ContextsOf(mention);
        sink.Whole(SentimentRules.Of(SentimentRule.Bias, 0));
        if (contexts.Feedback) sink.Whole(SentimentRules.Of(SentimentRule.Bias, 0, SentimentRules.Feedback));
        if (contexts.Asked != 0) sink.Whole(SentimentRules.Of(SentimentRule.Bias, 0, contexts.Asked));
    }

    private static (bool Feedback, int Asked) ContextsOf(Mention mention) => (IsFeedback(mention), mention.Asked switch
    {
        QuestionAsked.WhatCouldImprove => SentimentRules.Improve,
        QuestionAsked.WhatWasGood => SentimentRules.Good,
        _ => 0,
    });

    private static void EmitHits<TSink>(LexiconPass pass, (bool Feedback, int Asked) contexts, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        var hits = pass.Hits;
        for (var h = 0; h < hits.Length; h++)
        {
            ref readonly var hit = ref hits[h];
            var step = Step(hit.Valence);
            Hit(SentimentRule.Valence, step, hit, contexts, ref sink);
            if (hit.Negated) Hit(SentimentRule.NegatedValence, step, hit, contexts, ref sink);
            if (h == hits.Length - 1) Hit(SentimentRule.LastValence, step, hit, contexts, ref sink);
        }
    }

    private static void EmitWhole<TSink>(LexiconPass pass, (bool Feedback, int Asked) contexts, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        int best = 0, worst = 0, sum = 0;
        foreach (ref readonly var hit in pass.Hits)
        {
            sum += hit.Valence;
            best = Math.Max(best, hit.Valence);
            worst = Math.Min(worst, hit.Valence);
        }

        Whole(SentimentRule.Sum, Step(sum / 2), contexts, ref sink);
        Whole(SentimentRule.Best, Step(best), contexts, ref sink);
        Whole(SentimentRule.Worst, Step(worst), contexts, ref sink);
        if (best > 0 && worst < 0) Whole(SentimentRule.BothSides, Math.Min(4, Math.Min(best, -worst) / 80), contexts, ref sink);
        if (pass.ExclamationCount > 0) Whole(SentimentRule.Exclamations, Math.Min(3, pass.ExclamationCount), contexts, ref sink);
        if (pass.QuestionCount > 0) Whole(SentimentRule.Questions, Math.Min(2, pass.QuestionCount), contexts, ref sink);
        if (pass.ContrastCount > 0) Whole(SentimentRule.Contrasts, Math.Min(2, pass.ContrastCount), contexts, ref sink);
        if (pass.CapitalsCount > 1) Whole(SentimentRule.Capitals, pass.CapitalsCount * 2 >= pass.WordCount ? 2 : 1, contexts, ref sink);
        if (pass.MaskCount > 0) Whole(SentimentRule.Masks, pass.Hits.IsEmpty ? 1 : 2, contexts, ref sink);
        Whole(SentimentRule.Words, System.Numerics.BitOperations.Log2((uint)pass.WordCount + 1), contexts, ref sink);
    }

    // Steps of 0.4, from -10 to 10.
    private static int Step(int valence) => Math.Clamp((int)Math.Round(valence / 40.0), -10, 10);

    private static void Hit<TSink>(SentimentRule rule, int value, in LexiconHit hit, (bool Feedback, int Asked) contexts, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        sink.Hit(SentimentRules.Of(rule, value), hit);
        if (contexts.Feedback) sink.Hit(SentimentRules.Of(rule, value, SentimentRules.Feedback), hit);
        if (contexts.Asked != 0) sink.Hit(SentimentRules.Of(rule, value, contexts.Asked), hit);
    }

    private static void Whole<TSink>(SentimentRule rule, int value, (bool Feedback, int Asked) contexts, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        sink.Whole(SentimentRules.Of(rule, value));
        if (contexts.Feedback) sink.Whole(SentimentRules.Of(rule, value, SentimentRules.Feedback));
        if (contexts.Asked != 0) sink.Whole(SentimentRules.Of(rule, value, contexts.Asked));
    }

    // The begin and the end of a text are no tokens.
    private ReadOnlySpan<int> Members(int first, int last, int count)
    {
        if (first == 0) first++;
        if (last == count - 1) last--;
        return _tokens.AsSpan(first, Math.Max(0, last - first + 1));
    }

    private int ReadSymbols(TokenStream stream, LexiconPass pass)
    {
        var tokens = stream.Tokens;
        if (_symbols.Length < tokens.Length + 2)
        {
            var size = Math.Max(tokens.Length + 2, _symbols.Length * 2);
            _symbols = new ulong[size];
            _tokens = new int[size];
        }

        var marks = pass.Marks;
        var hits = pass.Hits;
        var nextHit = 0;
        var count = 0;
        _symbols[count++] = Begin;
        for (var t = 0; t < tokens.Length; t++)
        {
            ref readonly var token = ref tokens[t];
            while (nextHit < hits.Length && hits[nextHit].First < t) nextHit++;
            if (nextHit < hits.Length && hits[nextHit].First == t && hits[nextHit].Last > t)
            {
                // A phrase of the lexicon stands for its words.
                var phrase = token.Hash;
                for (var inner = t + 1; inner <= hits[nextHit].Last; inner++) phrase = NgramHash.In(phrase, tokens[inner].Hash);
                _tokens[count] = t;
                _symbols[count++] = (marks[t] & TokenMarks.Masked) != 0 ? 0 : phrase;
                t = hits[nextHit].Last;
                continue;
            }

            ulong symbol;
            switch (token.Kind)
            {
                case TokenKind.Handle or TokenKind.List or TokenKind.Link or TokenKind.Email:
                    continue;
                case TokenKind.Number:
                    symbol = Number;
                    break;
                case TokenKind.Punctuation:
                    var mark = stream.Source[token.Start];
                    if (mark is '"' or '\'' or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '-' or '*' or '_') continue;
                    symbol = NgramHash.In((ulong)Math.Min(3, token.End - token.Start), token.Hash);
                    break;
                default:
                    symbol = (token.Flags & TokenFlags.Elongated) != 0 ? Shortened(stream, token) : token.Hash;
                    break;
            }

            if ((marks[t] & TokenMarks.Masked) != 0) symbol = 0;
            _tokens[count] = t;
            _symbols[count++] = symbol;
        }

        _symbols[count++] = End;
        return count;
    }

    // "soooo" and "sooooooo" are one word: runs of three or more count as three.
    private static ulong Shortened(TokenStream stream, in Token token)
    {
        var folded = stream.Folded(token);
        Span<char> shorter = stackalloc char[64];
        var length = 0;
        for (var i = 0; i < folded.Length && length < shorter.Length; i++)
        {
            if (i >= 3 && folded[i] == folded[i - 1] && folded[i] == folded[i - 2] && folded[i] == folded[i - 3]) continue;
            shorter[length++] = folded[i];
        }

        return TokenHash.Of(shorter[..length]);
    }

    private static void EmitParts<TSink>(TokenStream stream, in Token token, int index, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        if (token.Kind is not (TokenKind.Word or TokenKind.Hashtag)) return;
        var folded = stream.Folded(token);
        var length = Math.Min(folded.Length, LongestWord);
        for (var start = -1; start <= length - ShortestPart + 1; start++)
        {
            var state = NgramHash.PartStart;
            for (var n = 1; n <= LongestPart && start + n <= length + 1; n++)
            {
                var at = start + n - 1;
                state = NgramHash.PartNext(state, at < 0 ? '^' : at < length ? folded[at] : '$');
                if (n >= ShortestPart) sink.Part(NgramHash.PartKey(state, n), index);
            }
        }
    }
}

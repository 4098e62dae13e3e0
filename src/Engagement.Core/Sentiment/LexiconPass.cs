using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// Reads a token stream once, left to right, by the rules of the lexicon: masks, longest phrases, scope of negation and of wishes,
/// intensifiers, contrast, capitals, exclamation. Linear in the number of tokens. One thread at a time; buffers are kept.
/// </summary>
internal sealed class LexiconPass
{
    // Words over which a negator reaches; settled on the validation split, beyond it more is spoilt than mended.
    private const int NegationReach = 6;
    private const int IntensifierReach = 3;
    private const int ScopeReach = 10;
    private const double CapitalsFactor = 1.2;
    private const double ElongationFactor = 1.2;
    private const double ExclamationStep = 0.08;
    private const double StrongestIntensifier = 0.8;
    private const int LongestWord = 64;

    private static readonly ulong And = TokenHash.Of("and");
    private static readonly ulong Or = TokenHash.Of("or");

    private LexiconHit[] _hits = new LexiconHit[32];
    private LexiconClause[] _clauses = new LexiconClause[16];
    private TokenMarks[] _marks = new TokenMarks[128];
    private int _hitCount;
    private int _clauseCount;

    private double _negation;
    private int _negationLeft;
    private int _negatedSign;
    private bool _afterAnd;
    private double _strength;
    private int _strengthLeft;
    private double _wish;
    private int _wishLeft;
    private double _hypothetical;
    private int _hypotheticalLeft;
    private double _sarcasm;
    private int _clauseStart;
    private float _own;
    private float _before;
    private bool _beginsSentence;

    /// <summary>The words that carry feeling, in the order of the text.</summary>
    public ReadOnlySpan<LexiconHit> Hits => _hits.AsSpan(0, _hitCount);

    /// <summary>The clauses, in the order of the text; every token that is not a mark at an edge lies in one.</summary>
    public ReadOnlySpan<LexiconClause> Clauses => _clauses.AsSpan(0, _clauseCount);

    /// <summary>What the rules say of each token.</summary>
    public ReadOnlySpan<TokenMarks> Marks => _marks;

    /// <summary>Words, numbers and tags.</summary>
    public int WordCount { get; private set; }

    /// <summary>Those of them that say something: all but handles and links.</summary>
    public int SaidCount { get; private set; }

    /// <summary>Words in capitals.</summary>
    public int CapitalsCount { get; private set; }

    /// <summary>Runs of exclamation marks.</summary>
    public int ExclamationCount { get; private set; }

    /// <summary>Runs of question marks.</summary>
    public int QuestionCount { get; private set; }

    /// <summary>Words of contrast.</summary>
    public int ContrastCount { get; private set; }

    /// <summary>Phrases that carry no feeling and were masked.</summary>
    public int MaskCount { get; private set; }

    /// <summary>Whether the text opens with an answer such as "nothing", read in the light of the question.</summary>
    public bool Answered { get; private set; }

    /// <summary>Reads a text.</summary>
    public void Read(Lexicon lexicon, TokenStream stream, QuestionAsked asked)
    {
        var tokens = stream.Tokens;
        if (_marks.Length < tokens.Length) _marks = new TokenMarks[Math.Max(tokens.Length, _marks.Length * 2)];
        _marks.AsSpan(0, tokens.Length).Clear();
        _hitCount = _clauseCount = 0;
        WordCount = SaidCount = CapitalsCount = ExclamationCount = QuestionCount = ContrastCount = MaskCount = 0;
        Answered = false;
        _clauseStart = 0;
        _own = _before = 1;
        _beginsSentence = true;
        ForgetScopes();

        var atStart = true;
        for (var i = 0; i < tokens.Length;)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Punctuation)
            {
                i = ReadMark(lexicon, stream, tokens, i);
                continue;
            }

            if (i > 0 && (token.Flags & TokenFlags.NewlineBefore) != 0 && (token.Flags & (TokenFlags.Capitalized | TokenFlags.AllCapitals)) != 0)
                EndClause(i, i, endsSentence: true);
            WordCount++;
            if ((token.Flags & TokenFlags.AllCapitals) != 0) CapitalsCount++;
            if (token.Kind is TokenKind.Handle or TokenKind.List or TokenKind.Link or TokenKind.Email or TokenKind.Cashtag)
            {
                i = Pass(i);
                continue;
            }

            SaidCount++;
            i = ReadWord(lexicon, stream, tokens, i, asked, atStart);
            atStart = false;
        }

        EndClause(tokens.Length, tokens.Length, endsSentence: true);
        Weigh();
    }

    // What the text as a whole says of each clause is known only at its end.
    private void Weigh()
    {
        var laterContrast = 1.0;
        for (var c = _clauseCount - 1; c >= 0; c--)
        {
            ref var clause = ref _clauses[c];
            clause.Weight = clause.Own * laterContrast * (1 + ExclamationStep * clause.Exclamations);
            laterContrast = clause.BeginsSentence ? 1 : Math.Max(0.5, laterContrast * clause.Before);
        }

        var capitalsMatter = CapitalsCount * 2 < WordCount;
        for (var h = 0; h < _hitCount; h++)
        {
            ref var hit = ref _hits[h];
            var weight = hit.Clause < _clauseCount ? _clauses[hit.Clause].Weight : 1;
            if (hit.Capitals && capitalsMatter) weight *= CapitalsFactor;
            hit.Valence = (int)Math.Round(hit.Valence * weight);
        }
    }

    private int ReadMark(Lexicon lexicon, TokenStream stream, ReadOnlySpan<Token> tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        if (lexicon.Emoticons.TryFind(stream.Source, token.Start, out var end, out var valence))
        {
            var last = i;
            while (last + 1 < tokens.Length && tokens[last + 1].Start < end) last++;
            AddHit(i, last, token.Start, Math.Max(end, tokens[last].End), valence);
            for (var t = i; t <= last; t++) _marks[t] |= TokenMarks.Phrase;
            return last + 1;
        }

        var length = token.End - token.Start;
        switch (stream.Source[token.Start])
        {
            case '!':
                ExclamationCount++;
                EndClause(i, i + 1, endsSentence: true, exclamations: Math.Min(3, length));
                break;
            case '?':
                QuestionCount++;
                EndClause(i, i + 1, endsSentence: true, question: true);
                break;
            case '.' or '\u2026' or '\u3002':
                EndClause(i, i + 1, endsSentence: true);
                break;
            case ';' or '\u2014':
                EndClause(i, i + 1, endsSentence: false);
                break;
            case ':' or '(' or ')' or '"' or '\u201C' or '\u201D' or '|' or '*' or '\u2022':
                ForgetScopes();
                break;
            case '-' or '\u2013':
                // Between two words without a space it is a hyphen.
                if ((token.Flags & TokenFlags.SpaceBefore) != 0) EndClause(i, i + 1, endsSentence: false);
                break;
            case ',':
                // "Although the food was poor, …": the lesser part ends here.
                if (_own < 1) EndClause(i, i + 1, endsSentence: false);
                else ForgetScopes();
                break;
        }

        return i + 1;
    }

    private int ReadWord(Lexicon lexicon, TokenStream stream, ReadOnlySpan<Token> tokens, int i, QuestionAsked asked, bool atStart)
    {
        var phrases = lexicon.Phrases;
        var index = phrases.Longest(stream, tokens, i, out var last);
        var elongated = false;
        if (index == 0 && (tokens[i].Flags & TokenFlags.Elongated) != 0)
        {
            index = FindElongated(phrases, stream, tokens[i]);
            elongated = index != 0;
        }

        if (index == 0) return Plain(tokens, i);
        ref readonly var node = ref phrases[index];
        if (node.Answer && atStart && asked != QuestionAsked.Open && EndsHere(tokens, last))
        {
            var answer = asked == QuestionAsked.WhatCouldImprove ? node.ImproveAnswer : node.GoodAnswer;
            if (answer != 0)
            {
                Answered = true;
                return Take(tokens, i, last, answer, node.Overridden);
            }
        }

        if (node is { Answer: true, Valence: 0, Modifier: ModifierKind.None, Mask: false })
        {
            // An answer is only that; elsewhere its words are themselves.
            index = phrases.FirstWord(tokens[i].Hash);
            last = i;
            if (index == 0 || !phrases[index].Listed) return Plain(tokens, i);
            node = ref phrases[index];
        }

        if (node.Mask)
        {
            MaskCount++;
            for (var t = i; t <= last; t++) _marks[t] |= TokenMarks.Masked;
            return Pass(last);
        }

        if (node.Modifier != ModifierKind.None && (node.Valence == 0 || IsModifierHere(phrases, stream, tokens, node, last)))
        {
            if (last > i && node.Modifier != ModifierKind.Hypothetical)
            {
                for (var t = i; t <= last; t++) _marks[t] |= TokenMarks.Modifier;
            }

            Modify(node, i, last);
            if (node.Valence == 0 || node.Modifier <= ModifierKind.Downtoner) return last + 1;
        }

        if (node.Valence == 0) return Plain(tokens, i);
        return Take(tokens, i, last, elongated ? (int)(node.Valence * ElongationFactor) : node.Valence, node.Overridden);
    }

    private int Take(ReadOnlySpan<Token> tokens, int first, int last, int valence, bool overridden)
    {
        ref var hit = ref AddHit(first, last, tokens[first].Start, tokens[last].End, valence);
        hit.Capitals = (tokens[first].Flags & TokenFlags.AllCapitals) != 0;
        hit.Overridden = overridden;
        var marks = (last > first ? TokenMarks.Phrase : TokenMarks.None) | (overridden ? TokenMarks.Masked : TokenMarks.None);
        if (marks != TokenMarks.None)
        {
            for (var t = first; t <= last; t++) _marks[t] |= marks;
        }

        if (hit.Negated)
        {
            for (var t = first; t <= last; t++) _marks[t] |= TokenMarks.Negated;
        }

        return last + 1;
    }

    private ref LexiconHit AddHit(int first, int last, int start, int end, int valence)
    {
        double felt = valence;
        if (_strengthLeft > 0) felt *= 1 + Math.Clamp(_strength, -0.6, StrongestIntensifier);
        _strengthLeft = 0;
        _strength = 0;

        var negated = false;
        if (_negationLeft > 0)
        {
            // "not clean and tidy" denies both; "not helpful and rude" only the first.
            var sign = Math.Sign(valence);
            if (_afterAnd && _negatedSign != 0 && sign != _negatedSign)
            {
                _negationLeft = 0;
            }
            else
            {
                felt *= _negation;
                negated = _negation < 0;
                _negatedSign = sign;
                _negationLeft = Math.Min(_negationLeft - 1, 3);
            }
        }

        if (_wishLeft > 0 && felt > 0) felt *= _wish;
        if (_hypotheticalLeft > 0) felt *= _hypothetical;
        if (_sarcasm != 1 && felt > 0) felt *= _sarcasm;

        if (_hitCount == _hits.Length) Array.Resize(ref _hits, _hitCount * 2);
        ref var hit = ref _hits[_hitCount++];
        hit = new LexiconHit { First = first, Last = last, Start = start, End = end, Clause = _clauseCount, Valence = (int)Math.Round(felt), Negated = negated };
        return ref hit;
    }

    private void Modify(in PhraseNode node, int first, int last)
    {
        switch (node.Modifier)
        {
            case ModifierKind.Negator:
                _negation = _negationLeft > 0 ? Math.Clamp(_negation * node.Factor, -1, 1) : node.Factor;
                _negationLeft = NegationReach;
                _negatedSign = 0;
                _afterAnd = false;
                break;
            case ModifierKind.Intensifier or ModifierKind.Downtoner:
                _strength = (_strengthLeft > 0 ? _strength : 0) + node.Factor;
                _strengthLeft = IntensifierReach;
                break;
            case ModifierKind.Wish:
                _wish = node.Factor;
                _wishLeft = node.Factor < 1 ? ScopeReach : 0;
                break;
            case ModifierKind.Hypothetical:
                _hypothetical = node.Factor;
                _hypotheticalLeft = ScopeReach;
                break;
            case ModifierKind.Sarcasm:
                _sarcasm = node.Factor;
                break;
            case ModifierKind.Contrast:
                ContrastCount++;
                EndClause(first, first, endsSentence: false);
                if (node.Factor >= 1)
                {
                    _own = MathF.Sqrt(node.Factor);
                    _before = 1 / _own;
                }
                else
                {
                    _own = node.Factor;
                }

                break;
        }
    }

    // "terribly rude" strengthens, "it was terrible" stands for itself: what counts is whether feeling follows at once.
    private static bool IsModifierHere(PhraseTable phrases, TokenStream stream, ReadOnlySpan<Token> tokens, in PhraseNode node, int last)
    {
        if (node.Modifier > ModifierKind.Downtoner) return true;
        var reach = node.Modifier == ModifierKind.Negator ? 3 : 1;
        for (var i = last + 1; i < tokens.Length && reach > 0; i++, reach--)
        {
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Emoji)) return false;
            var next = phrases.Longest(stream, tokens, i, out _);
            if (next != 0 && phrases[next] is { Mask: false } found && (found.Valence != 0 || found.Modifier is ModifierKind.Intensifier)) return true;
        }

        return false;
    }

    private int Plain(ReadOnlySpan<Token> tokens, int i)
    {
        if (_negationLeft > 0)
        {
            _marks[i] |= TokenMarks.Negated;
            if (tokens[i].Hash == And) _afterAnd = _negatedSign != 0;
            else if (tokens[i].Hash == Or) _afterAnd = false;
        }

        return Pass(i);
    }

    private int Pass(int last)
    {
        if (_negationLeft > 0) _negationLeft--;
        if (_strengthLeft > 0) _strengthLeft--;
        if (_wishLeft > 0) _wishLeft--;
        if (_hypotheticalLeft > 0) _hypotheticalLeft--;
        return last + 1;
    }

    private void EndClause(int end, int next, bool endsSentence, int exclamations = 0, bool question = false)
    {
        if (end > _clauseStart)
        {
            if (_clauseCount == _clauses.Length) Array.Resize(ref _clauses, _clauseCount * 2);
            _clauses[_clauseCount++] = new LexiconClause
            {
                First = _clauseStart,
                End = end,
                BeginsSentence = _beginsSentence,
                Own = _own,
                Before = _before,
                Exclamations = exclamations,
                Question = question,
            };
            _beginsSentence = false;
        }

        if (endsSentence) _beginsSentence = true;
        _clauseStart = next;
        _own = _before = 1;
        _sarcasm = 1;
        ForgetScopes();
    }

    private void ForgetScopes()
    {
        _negationLeft = _strengthLeft = _wishLeft = _hypotheticalLeft = 0;
        _negation = _wish = _hypothetical = 1;
        _strength = 0;
        _negatedSign = 0;
        _afterAnd = false;
        if (_sarcasm == 0) _sarcasm = 1;
    }

    private static bool EndsHere(ReadOnlySpan<Token> tokens, int last)
    {
        if (last + 1 == tokens.Length) return true;
        ref readonly var next = ref tokens[last + 1];
        return next.Kind is TokenKind.Punctuation or TokenKind.Emoji || (next.Flags & TokenFlags.NewlineBefore) != 0;
    }

    // "brilliaaant" and "sooo": runs of three or more down to two, or else to one.
    private static int FindElongated(PhraseTable phrases, TokenStream stream, in Token token)
    {
        var folded = stream.Folded(token);
        if (folded.Length > LongestWord) return 0;
        Span<char> shorter = stackalloc char[LongestWord];
        for (var keep = 2; keep >= 1; keep--)
        {
            var length = 0;
            for (var i = 0; i < folded.Length;)
            {
                var run = i + 1;
                while (run < folded.Length && folded[run] == folded[i]) run++;
                var kept = run - i >= 3 ? keep : run - i;
                shorter.Slice(length, kept).Fill(folded[i]);
                length += kept;
                i = run;
            }

            var node = phrases.FirstWord(TokenHash.Of(shorter[..length]));
            if (node != 0 && phrases[node].Listed) return node;
        }

        return 0;
    }
}

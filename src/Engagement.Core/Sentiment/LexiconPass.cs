using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>
/// Reads a token stream once, left to right, by the rules of the lexicon: masks, longest phrases, scope of negation and of wishes,
/// intensifiers, contrast, capitals, exclamation. Linear in the number of tokens. One thread at a time; buffers are kept.
/// </summary>
internal sealed partial class LexiconPass
{
    private const double CapitalsFactor = 1.2;
    private const double ElongationFactor = 1.2;
    private const double ExclamationStep = 0.08;

    private LexiconHit[] _hits = new LexiconHit[32];
    private LexiconClause[] _clauses = new LexiconClause[16];
    private TokenMarks[] _marks = new TokenMarks[128];
    private int _hitCount;
    private int _clauseCount;

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
            index = phrases.FirstElongated(stream, tokens[i]);
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

    private static bool EndsHere(ReadOnlySpan<Token> tokens, int last)
    {
        if (last + 1 == tokens.Length) return true;
        ref readonly var next = ref tokens[last + 1];
        return next.Kind is TokenKind.Punctuation or TokenKind.Emoji || (next.Flags & TokenFlags.NewlineBefore) != 0;
    }
}

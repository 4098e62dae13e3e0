using Engagement.Text;

namespace Engagement.Sentiment;

/// <summary>What is in force where the pass stands: negation, strength, wishes, conditions, sarcasm and the clause.</summary>
internal sealed partial class LexiconPass
{
    // Words over which a negator reaches; settled on the validation split, beyond it more is spoilt than mended.
    private const int NegationReach = 6;
    private const int IntensifierReach = 3;
    private const int ScopeReach = 10;
    private const double StrongestIntensifier = 0.8;

    private static readonly ulong And = TokenHash.Of("and");
    private static readonly ulong Or = TokenHash.Of("or");

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
}

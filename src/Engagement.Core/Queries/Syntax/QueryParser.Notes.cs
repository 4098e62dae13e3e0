using System.Text;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Findings about how the text is written, and the whole queries that mend it.</summary>
internal sealed partial class QueryParser
{
    private const int LongestQuote = 60;

    /// <summary>
    /// The whole query without what begins at <see cref="_leaf"/>, without the NOT or field that stands before it, and without an operator or brackets that
    /// would be left with nothing.
    /// </summary>
    /// <param name="end">The token after it; the current one unless said.</param>
    private string WithoutLeaf(int end = -1)
    {
        if (!_diagnostics.WantsFixes) return "";
        var first = _leaf;
        if (end < 0) end = _at;
        while (true)
        {
            while (first > 0 && _tokens[first - 1].Kind is QueryTokenKind.Not or QueryTokenKind.Field) first--;
            if (first == 0 || _tokens[first - 1].Kind != QueryTokenKind.Open || _tokens[end].Kind != QueryTokenKind.Close) break;
            first--;
            end++;
        }

        if (first > 0 && IsJoint(_tokens[first - 1])) first--;
        else if (IsJoint(_tokens[end])) end++;
        return _diagnostics.Remove(new TextSpan(_tokens[first].Start, _tokens[end - 1].End));

        static bool IsJoint(QueryToken token) => token.Kind is QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Near;
    }

    /// <summary>The whole query with every quote and bracket closed that is open at the end.</summary>
    private string Closed()
    {
        if (!_diagnostics.WantsFixes) return "";
        var open = 0;
        var lastQuoted = default(QueryToken);
        foreach (var token in _tokens)
        {
            if (token.Kind == QueryTokenKind.Open) open++;
            else if (token.Kind == QueryTokenKind.Close && open > 0) open--;
            else if (token.Kind == QueryTokenKind.Quoted) lastQuoted = token;
        }

        var isOpen = lastQuoted.Kind == QueryTokenKind.Quoted && lastQuoted.ContentEnd == _text.Length;
        if (!isOpen) return _text + new string(')', open);
        return _text.AsSpan(lastQuoted.ContentStart).IsWhiteSpace()
            ? _text[..lastQuoted.Start].TrimEnd() + new string(')', open)
            : _text + '"' + new string(')', open);
    }

    /// <summary>Both readings of AND and OR side by side without brackets.</summary>
    private void NoteMixture(List<Operand> operands)
    {
        // The other dialects have rules of their own, which their reader has already applied.
        if (_abandoned || operands.Count < 3 || _options.Dialect != QueryDialect.Standard) return;
        var ors = 0;
        for (var i = 1; i < operands.Count; i++) ors += operands[i].IsOr ? 1 : 0;
        if (ors == 0 || ors == operands.Count - 1) return;
        var message = LoneNegation(operands) is { } negation
            ? $"{negation} leaves posts out of the one alternative that it stands in, because NOT and AND are done before OR. Brackets say which is meant."
            : "AND (or a mere space) and OR are mixed without brackets. AND is done before OR; brackets say which is meant.";
        _diagnostics.Warning(
            new TextSpan(operands[0].Start, operands[^1].End), message, Bracketed(operands, [], groupsOr: false), Regrouped(operands));
    }

    /// <summary>What leaves out, where nothing but NOT is mixed with OR: every alternative has one operand that is wanted.</summary>
    private string? LoneNegation(List<Operand> operands)
    {
        var wanted = 0;
        var negations = 0;
        var negation = "";
        for (var i = 0; i < operands.Count; i++)
        {
            if (operands[i].IsOr)
            {
                if (wanted != 1) return null;
                wanted = 0;
            }

            if (operands[i].IsNegated)
            {
                negations++;
                negation = _text[operands[i].Start..operands[i].End];
            }
            else
            {
                wanted++;
            }
        }

        if (wanted != 1) return null;
        return negations > 1 ? "Each NOT" : negation.Length <= LongestQuote ? $"“{negation}”" : $"“{negation.AsSpan(0, LongestQuote - 3)}…”";
    }

    /// <summary>The reading in which OR is done first: what is left out in the midst of its alternatives is left out of all of them.</summary>
    private string Regrouped(List<Operand> operands)
    {
        if (!_diagnostics.WantsFixes) return "";
        var moved = new HashSet<int>();
        for (var i = operands.Count - 2; i > 0; i--)
        {
            var isBeforeOr = operands[i + 1].IsOr || moved.Contains(i + 1);
            if (operands[i].IsNegated && !operands[i].IsOr && isBeforeOr) moved.Add(i);
        }

        return Bracketed(operands, moved, groupsOr: true);
    }

    /// <summary>The whole query with brackets round the runs of two or more operands that OR (else AND) joins.</summary>
    /// <param name="operands">The operands as they stand.</param>
    /// <param name="moved">Those that are written after the others.</param>
    /// <param name="groupsOr">Whether the runs of OR get the brackets.</param>
    private string Bracketed(List<Operand> operands, HashSet<int> moved, bool groupsOr)
    {
        if (!_diagnostics.WantsFixes) return "";
        var fix = new StringBuilder(_text, 0, operands[0].Start, _text.Length + operands.Count * 2);
        var kept = Enumerable.Range(0, operands.Count).Where(i => !moved.Contains(i)).ToArray();
        for (var k = 0; k < kept.Length; k++)
        {
            var joinsBefore = k > 0 && operands[kept[k]].IsOr == groupsOr;
            var joinsAfter = k + 1 < kept.Length && operands[kept[k + 1]].IsOr == groupsOr;
            AppendJoint(kept[k]);
            if (!joinsBefore && joinsAfter) fix.Append('(');
            AppendOperand(kept[k]);
            if (joinsBefore && !joinsAfter) fix.Append(')');
        }

        foreach (var i in moved.Order())
        {
            AppendJoint(i);
            AppendOperand(i);
        }

        return fix.Append(_text, operands[^1].End, _text.Length - operands[^1].End).ToString();

        void AppendJoint(int i)
        {
            if (i > 0) fix.Append(_text, operands[i - 1].End, operands[i].Start - operands[i - 1].End);
        }

        void AppendOperand(int i) => fix.Append(_text, operands[i].Start, operands[i].End - operands[i].Start);
    }

    /// <summary>Characters that nobody sees, and halves of characters, as come along with copied text.</summary>
    private void NoteUnseen()
    {
        var first = UnseenCharacters.IndexIn(_text, 0);
        if (first < 0) return;
        var name = $"U+{(int)_text[first]:X4}";
        _diagnostics.Warning(
            new TextSpan(first, first + 1),
            char.IsSurrogate(_text[first])
                ? $"Half of a character stands here ({name}), which no post has."
                : $"A character that cannot be seen stands here ({name}), as comes along with copied text; posts are not searched for it.",
            _diagnostics.WantsFixes ? UnseenCharacters.Without(_text) : "");
    }

    /// <summary>Single quotes round several words: they look like a phrase and are none.</summary>
    private void NoteSingleQuotes()
    {
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            var opening = _tokens[i];
            if (opening.Kind != QueryTokenKind.Word || opening.End - opening.Start < 2 || _text[opening.Start] is not ('\'' or '\u2018')) continue;
            for (var j = i + 1; j < Math.Min(i + 12, _tokens.Count) && _tokens[j].Kind == QueryTokenKind.Word; j++)
            {
                var closing = _tokens[j];
                if (_text[closing.End - 1] is not ('\'' or '\u2019') || closing.End - closing.Start < 2) continue;
                var span = new TextSpan(opening.Start, closing.End);
                _diagnostics.Warning(
                    span, "Single quotes do not make a phrase; double quotes do.",
                    _diagnostics.Replace(span, $"\"{_text[(span.Start + 1)..(span.End - 1)]}\""));
                i = j;
                break;
            }
        }
    }

    private void NoteQuotes()
    {
        var first = -1;
        foreach (var token in _tokens)
        {
            if (token.Kind != QueryTokenKind.Quoted) continue;
            var closed = token.ContentEnd < _text.Length;
            if (!closed)
            {
                _diagnostics.Error(new TextSpan(token.Start, token.Start + 1), "The quote opened here is never closed; it is closed at the end.", Closed());
            }

            if (first < 0 && (_text[token.Start] != '"' || (closed && _text[token.ContentEnd] != '"'))) first = _text[token.Start] != '"' ? token.Start : token.ContentEnd;
        }

        if (first < 0) return;
        var straight = new StringBuilder(_text);
        foreach (var token in _tokens)
        {
            if (token.Kind != QueryTokenKind.Quoted) continue;
            straight[token.Start] = '"';
            if (token.ContentEnd < _text.Length) straight[token.ContentEnd] = '"';
        }

        _diagnostics.Information(new TextSpan(first, first + 1), "Curly and other typographic quotes are read as straight quotes.", straight.ToString());
    }
}

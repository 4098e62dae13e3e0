using System.Globalization;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

internal sealed partial class QueryParser
{
    private const int DefaultDistance = 10;
    private const int GreatestDistance = 1_000;

    private QueryNode? ParseNear(Context context)
    {
        var start = Current.Start;
        var left = ParsePrimary(context);
        if (Current.Kind != QueryTokenKind.Near || _abandoned) return left;

        // A chain is read as pairs, each of which must hold: a NEAR b NEAR c is a NEAR b AND b NEAR c.
        var pairs = new List<QueryNode>();
        var operators = 0;
        var leftStart = start;
        var leftEnd = EndBefore(_at);
        QueryNode? last = left;
        while (Current.Kind == QueryTokenKind.Near && !_abandoned)
        {
            var near = Current;
            _at++;
            var split = NumberApart(near);
            if (!Current.BeginsOperand || Current.Kind == QueryTokenKind.Not)
            {
                _diagnostics.Error(near.Span, $"{TextOf(near)} has no words on its right; it is left out.", _diagnostics.Remove(near.Span));
                continue;
            }

            var rightStart = Current.Start;
            var distance = split ?? DistanceOf(near);
            var right = ParsePrimary(context);
            if (_abandoned) return null;
            var rightEnd = EndBefore(_at);
            operators++;
            if (last is null || right is null)
            {
                _diagnostics.Error(near.Span, $"{TextOf(near)} has no usable words on one side; it is left out.");
            }
            else if (Join(near, distance, last, right, leftStart, leftEnd, rightStart, rightEnd) is { } pair)
            {
                pairs.Add(pair);
            }
            else
            {
                // Read as AND: the left side may already stand in a pair.
                if (pairs.Count == 0) pairs.Add(last);
                pairs.Add(right);
            }

            if (right is not null) (last, leftStart, leftEnd) = (right, rightStart, rightEnd);
        }

        if (operators > 1)
        {
            var span = new TextSpan(start, EndBefore(_at));
            _diagnostics.Warning(span, "A chain of NEAR is read as pairs: each word is near the next.");
        }

        return pairs.Count == 0 ? last : All(pairs);
    }

    private NearNode? Join(QueryToken near, int distance, QueryNode left, QueryNode right, int leftStart, int leftEnd, int rightStart, int rightEnd)
    {
        var ordered = TextOf(near)[0] == 'O';
        var lefts = AsOperand(left);
        var rights = AsOperand(right);
        var span = new TextSpan(leftStart, rightEnd);
        if (lefts is not null && rights is not null && lefts[0].Scope == rights[0].Scope)
        {
            return new NearNode(span, lefts, rights, distance, ordered, lefts[0].Scope);
        }

        var culprit = lefts is null ? new TextSpan(leftStart, leftEnd) : new TextSpan(rightStart, rightEnd);
        _diagnostics.Error(
            culprit,
            $"{(ordered ? "ONEAR" : "NEAR")} joins words, phrases, or bracketed ORs of them in one field, and this is none; it is read as AND.",
            _diagnostics.Replace(near.Span, "AND"));
        return null;
    }

    private static SequenceNode[]? AsOperand(QueryNode node)
    {
        if (node is SequenceNode { Slop: SequenceNode.Exact } single) return [single];
        if (node is not OrNode or) return null;
        var alternatives = new SequenceNode[or.Children.Length];
        for (var i = 0; i < alternatives.Length; i++)
        {
            if (or.Children[i] is not SequenceNode { Slop: SequenceNode.Exact } sequence || (i > 0 && sequence.Scope != alternatives[0].Scope)) return null;
            alternatives[i] = sequence;
        }

        return alternatives;
    }

    /// <summary>The number of <c>NEAR /5</c> and <c>NEAR/ 5</c>, which is taken; null for any other NEAR.</summary>
    private int? NumberApart(QueryToken near)
    {
        var number = TextOf(Current);
        var isSlashed = _text[near.End - 1] == '/';
        if (Current.Kind != QueryTokenKind.Word || !IsOperand(Following) || TextOf(near).Contains('/') != isSlashed) return null;
        if (!isSlashed)
        {
            if (number[0] != '/') return null;
            number = number[1..];
        }

        if (DistanceFrom(number) is not { } distance) return null;
        var span = new TextSpan(near.Start, Current.End);
        var meant = $"{TextOf(near).TrimEnd('/')}/{number}";
        _diagnostics.Information(span, $"“{_text[span.Start..span.End]}” is read as {meant}, which is written without a space.", _diagnostics.Replace(span, meant));
        _at++;
        return distance;
    }

    private static bool IsOperand(QueryToken token) => token.BeginsOperand && token.Kind != QueryTokenKind.Not;

    private static int? DistanceFrom(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance <= GreatestDistance ? distance : null;

    private int DistanceOf(QueryToken near)
    {
        var name = _text[near.Start] == 'O' ? "ONEAR" : "NEAR";
        var written = TextOf(near);
        if (written.Length == name.Length)
        {
            if (NoteLooseNumber(near, name)) return DefaultDistance;
            _diagnostics.Information(
                near.Span,
                $"{name} without a number is read as {name}/10: at most 10 other words between.",
                _diagnostics.Replace(near.Span, name + "/10"));
            return DefaultDistance;
        }

        if (DistanceFrom(written[(name.Length + 1)..]) is { } distance) return distance;
        _diagnostics.Error(
            near.Span,
            $"{name}/ wants a whole number from 0 to 1,000 after it, as in {name}/5; it is read as {name}/10.",
            _diagnostics.Replace(near.Span, name + "/10"));
        return DefaultDistance;
    }

    /// <summary><c>NEAR 5</c> and <c>NEAR(5)</c>, where a number stands that may be a word or the distance.</summary>
    private bool NoteLooseNumber(QueryToken near, string name)
    {
        var at = Current.Kind == QueryTokenKind.Open ? _at + 1 : _at;
        var number = _tokens[Math.Min(at, _tokens.Count - 1)];
        if (number.Kind != QueryTokenKind.Word || DistanceFrom(TextOf(number)) is null) return false;
        if (at > _at && _tokens[++at].Kind != QueryTokenKind.Close) return false;
        if (!IsOperand(_tokens[Math.Min(at + 1, _tokens.Count - 1)])) return false;
        var span = new TextSpan(near.Start, _tokens[at].End);
        _diagnostics.Warning(
            span,
            $"“{_text[span.Start..span.End]}” is read as {name}/10 and the word “{TextOf(number)}”. How many words may stand between is written {name}/{TextOf(number)}.",
            _diagnostics.Replace(span, $"{name}/{TextOf(number)}"),
            _diagnostics.Replace(span, $"{name}/10 {TextOf(number)}"));
        return true;
    }

    /// <summary><c>near/5</c>, <c>NEAR5</c>, <c>near~5</c>, Google's <c>AROUND(5)</c>: words here, and hardly ever meant so.</summary>
    private void NoteLooseNear(QueryToken token, ReadOnlySpan<char> written)
    {
        if (written.Equals("around", StringComparison.OrdinalIgnoreCase))
        {
            NoteAround(token);
            return;
        }

        if (LooseNear(written) is not { } meant) return;
        _diagnostics.Warning(
            token.Span,
            meant.Equals(written, StringComparison.OrdinalIgnoreCase)
                ? $"“{written}” is read as words to find. The operator is written in capitals."
                : $"“{written}” is read as words to find. The operator is written {meant}.",
            _diagnostics.Replace(token.Span, meant));
        _saidSigns = true;
    }

    /// <summary>The operator that a word looks like; null for none.</summary>
    private static string? LooseNear(ReadOnlySpan<char> written)
    {
        var name = written.StartsWith("ONEAR", StringComparison.OrdinalIgnoreCase) ? "ONEAR" : written.StartsWith("NEAR", StringComparison.OrdinalIgnoreCase) ? "NEAR" : null;
        if (name is null || written.Length == name.Length) return null;
        var digits = written[name.Length..];
        if (digits[0] is '/' or '~' or '-' or ':') digits = digits[1..];
        return DistanceFrom(digits) is null ? null : $"{name}/{digits}";
    }

    private void NoteAround(QueryToken token)
    {
        if (Current.Kind != QueryTokenKind.Open || Current.Start != token.End || _at + 2 >= _tokens.Count) return;
        var (number, close) = (_tokens[_at + 1], _tokens[_at + 2]);
        if (number.Kind != QueryTokenKind.Word || close.Kind != QueryTokenKind.Close || DistanceFrom(TextOf(number)) is null) return;
        var span = new TextSpan(token.Start, close.End);
        _diagnostics.Warning(
            span,
            $"“{_text[span.Start..span.End]}” is Google's and is read as words to find. Here NEAR/{TextOf(number)} says that.",
            _diagnostics.Replace(span, $"NEAR/{TextOf(number)}"));
    }
}

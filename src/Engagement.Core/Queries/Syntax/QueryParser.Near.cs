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
            if (!Current.BeginsOperand || Current.Kind == QueryTokenKind.Not)
            {
                _diagnostics.Error(near.Span, $"{TextOf(near)} has no words on its right; it is left out.", _diagnostics.Remove(near.Span));
                continue;
            }

            var rightStart = Current.Start;
            var right = ParsePrimary(context);
            if (_abandoned) return null;
            var rightEnd = EndBefore(_at);
            operators++;
            if (last is null || right is null)
            {
                _diagnostics.Error(near.Span, $"{TextOf(near)} has no usable words on one side; it is left out.");
            }
            else if (Join(near, last, right, leftStart, leftEnd, rightStart, rightEnd) is { } pair)
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

    private NearNode? Join(QueryToken near, QueryNode left, QueryNode right, int leftStart, int leftEnd, int rightStart, int rightEnd)
    {
        var ordered = TextOf(near)[0] == 'O';
        var distance = DistanceOf(near, ordered);
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

    private int DistanceOf(QueryToken near, bool ordered)
    {
        var name = ordered ? "ONEAR" : "NEAR";
        var written = TextOf(near);
        if (written.Length == name.Length)
        {
            _diagnostics.Information(
                near.Span,
                $"{name} without a number is read as {name}/10: at most 10 other words between.",
                _diagnostics.Replace(near.Span, name + "/10"));
            return DefaultDistance;
        }

        if (int.TryParse(written[(name.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance <= GreatestDistance)
        {
            return distance;
        }

        _diagnostics.Error(
            near.Span,
            $"{name}/ wants a whole number from 0 to 1,000 after it, as in {name}/5; it is read as {name}/10.",
            _diagnostics.Replace(near.Span, name + "/10"));
        return DefaultDistance;
    }
}

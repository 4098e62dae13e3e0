using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    private const int StreamCount = 4;

    /// <summary>Runs the code of a query.</summary>
    private void Verify(int query, ParsedMention mention, MatchScratch scratch)
    {
        var pc = _starts[query];
        if (Holds(ref pc, mention, scratch)) scratch.AddMatched(query);
    }

    private bool Holds(ref int pc, ParsedMention mention, MatchScratch scratch)
    {
        var code = _code;
        switch (code[pc])
        {
            case Operation.Item:
                pc += 2;
                return scratch.Has(code[pc - 1]);
            case Operation.And:
                {
                    var end = code[pc + 1];
                    pc += 2;
                    while (pc < end)
                    {
                        if (Holds(ref pc, mention, scratch)) continue;
                        pc = end;
                        return false;
                    }

                    return true;
                }

            case Operation.Or:
                {
                    var end = code[pc + 1];
                    pc += 2;
                    while (pc < end)
                    {
                        if (!Holds(ref pc, mention, scratch)) continue;
                        pc = end;
                        return true;
                    }

                    return false;
                }

            case Operation.Not:
                pc++;
                return !Holds(ref pc, mention, scratch);
            case Operation.Near:
                pc += 5;
                return IsNear(code.AsSpan(pc - 4, 4), scratch);
            case Operation.Window:
                pc += 2;
                return IsWithin(_windows[code[pc - 1]], mention, scratch);
            default:
                pc += 2;
                return _fields.Tests[code[pc - 1]].Holds(mention, scratch.Names);
        }
    }

    /// <param name="near">The operands of <see cref="Operation.Near"/>.</param>
    /// <param name="scratch">What the mention holds.</param>
    private bool IsNear(ReadOnlySpan<int> near, MatchScratch scratch)
    {
        if (!scratch.Has(near[0]) || !scratch.Has(near[1])) return false;
        for (var stream = 0; stream < StreamCount; stream++)
        {
            if (Collect(near, stream, scratch) && IsNear(scratch.Left, scratch.Right, near[2], near[3] != 0)) return true;
        }

        return false;
    }

    /// <summary>Whether both sides stand in the stream.</summary>
    private bool Collect(ReadOnlySpan<int> near, int stream, MatchScratch scratch)
    {
        if (scratch.PositionsOf(stream) == 0) return false;
        scratch.Left.Collect(near[0], near[0] >= _firstList, stream, scratch);
        if (scratch.Left.Count == 0) return false;
        scratch.Right.Collect(near[1], near[1] >= _firstList, stream, scratch);
        return scratch.Right.Count > 0;
    }

    private static bool IsNear(ItemPlaces left, ItemPlaces right, int distance, bool ordered)
    {
        foreach (ref readonly var place in left.Places)
        {
            if (right.BeginsWithin(place.End, distance)) return true;
        }

        if (ordered) return false;
        foreach (ref readonly var place in right.Places)
        {
            if (left.BeginsWithin(place.End, distance)) return true;
        }

        return false;
    }

    private static bool IsWithin(SequenceNode sequence, ParsedMention mention, MatchScratch scratch)
    {
        foreach (var part in TreeMatcher.FieldsOf(sequence.Scope))
        {
            if (scratch.Proximity.IsWithin(mention.StreamOf(part), sequence, out _, out _)) return true;
        }

        return false;
    }
}

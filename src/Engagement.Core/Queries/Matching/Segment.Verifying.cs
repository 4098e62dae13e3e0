using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    private const int StreamCount = 4;

    /// <summary>Runs what is left to verify of a query, after its number.</summary>
    private void Verify(int start, ParsedMention mention, MatchScratch scratch)
    {
        var pc = start + 1;
        if (Holds(ref pc, mention, scratch)) scratch.AddMatched(_code[start]);
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
                    var end = pc + 2 + code[pc + 1];
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
                    var end = pc + 2 + code[pc + 1];
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
        if (!HasSide(near[0], scratch) || !HasSide(near[1], scratch)) return false;
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
        CollectSide(scratch.Left, near[0], stream, scratch);
        if (scratch.Left.Count == 0) return false;
        CollectSide(scratch.Right, near[1], stream, scratch);
        return scratch.Right.Count > 0;
    }

    private bool HasSide(int side, MatchScratch scratch)
    {
        if (side >= 0) return scratch.Has(side);
        foreach (var (item, _) in _shortLists.Of(~side))
        {
            if (scratch.Has(item)) return true;
        }

        return false;
    }

    private void CollectSide(ItemPlaces places, int side, int stream, MatchScratch scratch)
    {
        if (!places.Begin(side, stream, scratch.Generation)) return;
        if (side < 0)
        {
            foreach (var (item, rank) in _shortLists.Of(~side))
            {
                if (scratch.Has(item)) places.Add(item, rank, scratch);
            }
        }
        else if (side < _firstList)
        {
            places.Add(side, 0, scratch);
        }
        else
        {
            for (var at = scratch.Last[side]; at >= 0; at = scratch.Members[at].Before) places.Add(scratch.Members[at].Item, scratch.Members[at].Rank, scratch);
        }

        places.End();
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

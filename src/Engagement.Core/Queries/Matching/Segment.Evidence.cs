using Engagement.Mentions;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    private static readonly MentionField[] FieldsByStream = [MentionField.Title, MentionField.Text, MentionField.Place, MentionField.Biography];

    /// <summary>The words by which a query matched, from the hits of the last match of this segment: the same that <see cref="TreeMatcher"/> finds.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(int query, ParsedMention mention, MatchScratch scratch)
    {
        var evidence = scratch.Evidence;
        evidence.Clear();
        var pc = _starts[query];
        Show(ref pc, mention, scratch, evidence);
        return TreeMatcher.InOrder(evidence);
    }

    private bool Show(ref int pc, ParsedMention mention, MatchScratch scratch, List<Evidence> evidence)
    {
        var code = _code;
        switch (code[pc])
        {
            case Operation.Item:
                pc += 2;
                if (!scratch.Has(code[pc - 1])) return false;
                ShowItem(code[pc - 1], mention, scratch, evidence);
                return true;
            case Operation.And:
                {
                    var end = pc + 2 + code[pc + 1];
                    var before = evidence.Count;
                    pc += 2;
                    while (pc < end)
                    {
                        if (Show(ref pc, mention, scratch, evidence)) continue;
                        evidence.RemoveRange(before, evidence.Count - before);
                        pc = end;
                        return false;
                    }

                    return true;
                }

            case Operation.Or:
                {
                    var end = pc + 2 + code[pc + 1];
                    var any = false;
                    pc += 2;
                    while (pc < end) any |= Show(ref pc, mention, scratch, evidence);
                    return any;
                }

            case Operation.Near:
                pc += 5;
                return ShowNear(code.AsSpan(pc - 4, 4), mention, scratch, evidence);
            case Operation.Not:
                return Holds(ref pc, mention, scratch);
            default:
                var at = pc;
                if (!Holds(ref pc, mention, scratch)) return false;
                ShowLeaf(code[at], code[at + 1], mention, scratch, evidence);
                return true;
        }
    }

    private void ShowItem(int item, ParsedMention mention, MatchScratch scratch, List<Evidence> evidence)
    {
        if (item < _firstList)
        {
            for (var at = scratch.Last[item]; at >= 0; at = scratch.Hits[at].Before)
            {
                ref readonly var hit = ref scratch.Hits[at];
                evidence.Add(EvidenceAt(hit.Stream, hit.First, hit.End, mention, scratch));
            }

            return;
        }

        for (var at = scratch.Last[item]; at >= 0; at = scratch.Members[at].Before) ShowItem(scratch.Members[at].Item, mention, scratch, evidence);
    }

    private bool ShowNear(ReadOnlySpan<int> near, ParsedMention mention, MatchScratch scratch, List<Evidence> evidence)
    {
        var before = evidence.Count;
        if (!HasSide(near[0], scratch) || !HasSide(near[1], scratch)) return false;
        for (var stream = 0; stream < StreamCount; stream++)
        {
            if (!Collect(near, stream, scratch)) continue;
            ShowPairs(scratch.Left, scratch.Right, near[2], stream, mention, scratch, evidence);
            if (near[3] == 0) ShowPairs(scratch.Right, scratch.Left, near[2], stream, mention, scratch, evidence);
        }

        return evidence.Count > before;
    }

    // Of each place the first partner that follows it.
    private static void ShowPairs(ItemPlaces first, ItemPlaces second, int distance, int stream, ParsedMention mention, MatchScratch scratch, List<Evidence> evidence)
    {
        foreach (ref readonly var place in first.Places)
        {
            var partner = second.FirstAfter(place.End);
            if (partner == second.Count || second.Places[partner].First - place.End - 1 > distance) continue;
            evidence.Add(EvidenceAt(stream, place.First, place.End, mention, scratch));
            evidence.Add(EvidenceAt(stream, second.Places[partner].First, second.Places[partner].End, mention, scratch));
        }
    }

    private void ShowLeaf(int operation, int number, ParsedMention mention, MatchScratch scratch, List<Evidence> evidence)
    {
        if (operation == Operation.Field) _fields.Tests[number].AddEvidence(mention, evidence);
        else TreeMatcher.CollectWindow(scratch.Proximity, _windows[number], mention, evidence);
    }

    private static Evidence EvidenceAt(int number, int first, int end, ParsedMention mention, MatchScratch scratch)
    {
        var stream = StreamOf(mention, number);
        return new Evidence(FieldsByStream[number], new TextSpan(stream[scratch.TokenAt(number, first)].Start, stream[scratch.TokenAt(number, end)].End));
    }
}

using Engagement.Mentions;
using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

/// <summary>
/// A block of queries compiled together. What they ask for is numbered: words and wildcards, then phrases, then lists (ORs of words and
/// phrases), each distinct one once. A mention's words are looked up once; then phrases are found along their words and lists by their
/// members, so that what many queries share is found once for all. Each query hangs on items of which it needs at least one (its
/// anchor), with a second such set as a filter; what passes is verified on positions.
/// </summary>
internal sealed partial class Segment
{
    private readonly TermEntry[] _terms;
    private readonly ItemEntry[] _items;
    private readonly int _firstList;
    private readonly int[] _postings;
    private readonly PairIndex _pairs;
    private readonly int[] _code;
    private readonly int[] _starts;
    private readonly SequenceNode[] _windows;
    private readonly FieldIndex _fields;

    /// <summary>The queries, in order.</summary>
    public KeyedQuery[] Queries { get; }

    private struct ItemEntry
    {
        public int PostingStart;

        /// <summary>Where the postings without a filter end; those with one follow.</summary>
        public int PlainEnd;
        public int PostingEnd;

        /// <summary>How many queries the pairs of this item lead to; 0 when it has none.</summary>
        public int PairedQueries;

        /// <summary>Whether pairs lead from other items to this one.</summary>
        public bool IsPartner;
    }

    /// <summary>Adds to the scratch the local ordinals of the queries that match; unordered, perhaps with repeats.</summary>
    public void Match(ParsedMention mention, MatchScratch scratch)
    {
        scratch.Prepare(this, _items.Length);
        if (_items.Length > 0)
        {
            ReadAll(mention, scratch);
            CollectPartners(scratch);
            for (var i = 0; i < scratch.PresentCount; i++)
            {
                ref readonly var item = ref _items[scratch.PresentItems[i]];
                if (item.PostingStart == item.PostingEnd) continue;

                // The shorter way: to look for each partner that is there, or to walk the queries of this one.
                if (item.PairedQueries > scratch.PartnerCount)
                {
                    Gather(item.PostingStart, item.PlainEnd, mention, scratch);
                    GatherPairs(scratch.PresentItems[i], mention, scratch);
                }
                else
                {
                    Gather(item.PostingStart, item.PostingEnd, mention, scratch);
                }
            }
        }

        if (!_fields.IsEmpty) GatherByFields(mention, scratch);
    }

    /// <summary>Walks the postings of an anchor: where its code begins, number of filter items, filter items.</summary>
    private void Gather(int start, int end, ParsedMention mention, MatchScratch scratch)
    {
        var postings = _postings.AsSpan(start, end - start);
        var present = scratch.Present;
        var at = 0;
        while (at < postings.Length)
        {
            var next = at + 2 + postings[at + 1];
            var passes = next == at + 2;
            for (var i = at + 2; i < next; i++)
            {
                var item = postings[i];
                if ((present[item >> 6] >> item & 1) == 0) continue;
                passes = true;
                break;
            }

            if (passes) Verify(postings[at], mention, scratch);
            at = next;
        }
    }

    private void CollectPartners(MatchScratch scratch)
    {
        if (scratch.Partners.Length < scratch.PresentCount) scratch.Partners = new int[scratch.PresentItems.Length];
        var count = 0;
        for (var i = 0; i < scratch.PresentCount; i++)
        {
            var item = scratch.PresentItems[i];
            if (_items[item].IsPartner) scratch.Partners[count++] = item;
        }

        scratch.PartnerCount = count;
    }

    private void GatherPairs(int anchor, ParsedMention mention, MatchScratch scratch)
    {
        for (var i = 0; i < scratch.PartnerCount; i++)
        {
            foreach (var code in _pairs.Find(anchor, scratch.Partners[i])) Verify(code, mention, scratch);
        }
    }

    private void GatherByFields(ParsedMention mention, MatchScratch scratch)
    {
        foreach (var test in _fields.ListedTests)
        {
            if (_fields.Tests[test].Holds(mention, scratch.Names)) GatherByField(test, mention, scratch);
        }

        GatherByField(_fields.TestOfHandle(mention), mention, scratch);
        GatherByField(_fields.TestOfPlatform(mention), mention, scratch);
        if (!_fields.HasLanguages || mention.Mention.Language is not { } tag) return;

        // en-GB fulfils lang:en-GB and lang:en.
        for (var length = tag.Length; length > 0; length = tag.AsSpan(0, length).LastIndexOfAny('-', '_'))
        {
            GatherByField(_fields.TestOfLanguage(tag, length), mention, scratch);
        }
    }

    private void GatherByField(int test, ParsedMention mention, MatchScratch scratch)
    {
        if (test >= 0) Gather(_fields.PostingStarts[test], _fields.PostingStarts[test + 1], mention, scratch);
    }
}

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    private sealed partial class Builder
    {
        // An anchor with fewer queries than this is walked; one with more looks for pairs.
        private const int FewQueries = 24;

        private readonly List<Anchored> _anchored = [];
        private readonly List<int> _filters = [];

        public ItemEntry[] Items { get; private set; } = [];
        public int[] Postings { get; private set; } = [];
        public int[] FieldPostingStarts { get; private set; } = [0];
        public PairIndex Pairs { get; private set; } = PairIndex.Of([]);

        private readonly record struct Anchored(int Item, int Code, int FilterStart, int FilterCount);

        private void Hang(int[] anchor, int[] filter, int code)
        {
            var start = _filters.Count;
            _filters.AddRange(filter);
            foreach (var item in anchor) _anchored.Add(new Anchored(item, code, start, filter.Length));
        }

        /// <summary>Writes the postings of each item, those without filter first, and the pairs of items with many.</summary>
        private void WritePostings()
        {
            Items = new ItemEntry[FirstList + _listNumbers.Count];
            var items = Items.Length + Tests.Count;
            var starts = new int[items + 1];
            var plain = new int[items];
            var counts = new int[items];
            foreach (var anchor in _anchored)
            {
                var index = IndexOf(anchor.Item);
                starts[index + 1] += 2 + anchor.FilterCount;
                if (anchor.FilterCount == 0) plain[index] += 2;
                else counts[index]++;
            }

            for (var i = 0; i < items; i++) starts[i + 1] += starts[i];
            Postings = new int[starts[items]];
            var nextPlain = starts.AsSpan(0, items).ToArray();
            var next = new int[items];
            for (var i = 0; i < items; i++) next[i] = starts[i] + plain[i];
            var pairs = new List<PairIndex.Entry>();
            foreach (var anchor in _anchored)
            {
                var index = IndexOf(anchor.Item);
                ref var at = ref (anchor.FilterCount == 0 ? ref nextPlain[index] : ref next[index]);
                Postings[at++] = anchor.Code;
                Postings[at++] = anchor.FilterCount;
                for (var i = 0; i < anchor.FilterCount; i++)
                {
                    var filter = _filters[anchor.FilterStart + i];
                    Postings[at++] = filter;
                    if (anchor.Item >= 0 && counts[index] >= FewQueries) pairs.Add(new PairIndex.Entry(anchor.Item, filter, anchor.Code));
                }
            }

            for (var i = 0; i < Items.Length; i++)
            {
                Items[i].PostingStart = starts[i];
                Items[i].PlainEnd = starts[i] + plain[i];
                Items[i].PostingEnd = starts[i + 1];
                Items[i].PairedQueries = counts[i] >= FewQueries ? counts[i] : 0;
            }

            foreach (var pair in pairs) Items[pair.Partner].IsPartner = true;

            Pairs = PairIndex.Of(pairs);
            FieldPostingStarts = starts.AsSpan(Items.Length).ToArray();
        }

        private int IndexOf(int item) => item >= 0 ? item : Items.Length + ~item;
    }
}

using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    /// <summary>Compiles queries.</summary>
    public static Segment Build(KeyedQuery[] queries) => new Builder(queries).Build();

    private Segment(Builder builder, KeyedQuery[] queries)
    {
        Queries = queries;
        _slots = builder.Slots;
        _slotMask = builder.Slots.Length - 1;
        _characters = builder.Characters;
        _terms = builder.Entries;
        _exact = builder.Exact;
        _originals = builder.Originals;
        _postings = builder.Postings;
        _wildcards = builder.Wildcards;
        _pairs = builder.Pairs;
        _code = [.. builder.Code];
        _nodes = [.. builder.Nodes];
        _fields = new FieldIndex([.. builder.Tests], builder.FieldPostingStarts);
        foreach (var (_, scope) in builder.TermKeys)
        {
            _readsPlace |= scope == TextScope.Place;
            _readsBiography |= scope == TextScope.Biography;
        }
    }

    private readonly record struct TermKey(Term Term, TextScope Scope);

    private sealed class Builder(KeyedQuery[] queries)
    {
        // Terms of a set of queries that a post usually has: so many partners are looked for where an anchor with pairs stands.
        private const double UsualTerms = 16;

        // An anchor with fewer queries than this is walked; one with more looks for pairs.
        private const int FewQueries = 24;

        private readonly Dictionary<TermKey, int> _numbers = [];
        private readonly Dictionary<FieldTest, int> _testNumbers = [];
        private readonly List<int> _uses = [];

        // Terms of all queries in the order of the walk, first by provisional and then by final number.
        private readonly List<int> _walked = [];
        private int _cursor;
        private double[] _shares = [];
        private double[] _probing = [];
        private int[] _final = [];

        public List<TermKey> TermKeys { get; } = [];
        public List<FieldTest> Tests { get; } = [];
        public List<QueryNode> Nodes { get; } = [];
        public List<int> Code { get; } = [];
        public WordSlot[] Slots { get; private set; } = new WordSlot[1];
        public char[] Characters { get; private set; } = [];
        public TermEntry[] Entries { get; private set; } = [];
        public string?[] Exact { get; private set; } = [];
        public Term[] Originals { get; private set; } = [];
        public int[] Postings { get; private set; } = [];
        public int[] FieldPostingStarts { get; private set; } = [0];
        public WildcardTrie? Wildcards { get; private set; }
        public PairIndex Pairs { get; private set; } = PairIndex.Of([]);

        public Segment Build()
        {
            foreach (var query in queries) Walk(query.Query.Root);
            NumberTerms();
            var clauses = new ClauseFinder();
            var anchored = new List<Anchored>();
            var filters = new List<int>();
            for (var i = 0; i < queries.Length; i++)
            {
                var start = Code.Count;
                Code.Add(i);
                var root = queries[i].Query.Root;
                clauses.Clear();
                Emit(root, clauses, isNegated: false);
                var (anchor, filter) = clauses.Choose();
                var filterStart = filters.Count;
                foreach (var item in filter) filters.Add(item);
                foreach (var item in anchor) anchored.Add(new Anchored(item, start, filterStart, filters.Count - filterStart));
            }

            WritePostings(anchored, filters);
            return new Segment(this, queries);
        }

        private readonly record struct Anchored(int Item, int Code, int FilterStart, int FilterCount);

        private void Walk(QueryNode node)
        {
            switch (node)
            {
                case AndNode and:
                    foreach (var child in and.Children) Walk(child);
                    break;
                case OrNode or:
                    foreach (var child in or.Children) Walk(child);
                    break;
                case NotNode not:
                    Walk(not.Child);
                    break;
                case SequenceNode sequence:
                    foreach (var term in sequence.Terms) Use(term, sequence.Scope);
                    break;
                case NearNode near:
                    foreach (var side in near.Left) Walk(side);
                    foreach (var side in near.Right) Walk(side);
                    break;
                case FieldNode field:
                    if (_testNumbers.TryAdd(field.Test, Tests.Count)) Tests.Add(field.Test);
                    break;
            }
        }

        private void Use(Term term, TextScope scope)
        {
            var key = new TermKey(term, scope);
            if (!_numbers.TryGetValue(key, out var number))
            {
                number = TermKeys.Count;
                _numbers.Add(key, number);
                TermKeys.Add(key);
                _uses.Add(0);
            }

            _uses[number]++;
            _walked.Add(number);
        }

        /// <summary>Terms of one word get numbers in a row, so that the word's slot names them all; wildcards come last.</summary>
        private void NumberTerms()
        {
            var count = TermKeys.Count;
            _final = new int[count];
            Entries = new TermEntry[count];
            Exact = new string?[count];
            Originals = new Term[count];
            _shares = new double[count];
            _probing = new double[count];
            var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            var order = new List<string>();
            var wildcards = new List<int>();
            var characters = 0;
            for (var i = 0; i < count; i++)
            {
                var term = TermKeys[i].Term;
                if (term.Shape != TermShape.Whole)
                {
                    wildcards.Add(i);
                    continue;
                }

                if (!words.TryGetValue(term.Folded, out var same))
                {
                    words.Add(term.Folded, same = new List<int>(1));
                    order.Add(term.Folded);
                    characters += term.Folded.Length;
                }

                same.Add(i);
            }

            Characters = new char[characters];
            Slots = new WordSlot[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, order.Count * 2))];
            var next = 0;
            var character = 0;
            foreach (var word in order)
            {
                word.CopyTo(Characters.AsSpan(character));
                var same = words[word];
                AddSlot(TermKeys[same[0]].Term.Hash, character, word.Length, next, same.Count);
                character += word.Length;
                var first = next;
                foreach (var number in same) SetTerm(number, next++, first);
            }

            foreach (var number in wildcards)
            {
                Wildcards ??= new WildcardTrie();
                Wildcards.Add(TermKeys[number].Term.Folded, TermKeys[number].Term.Shape, next);
                SetTerm(number, next++, -1);
            }

            for (var i = 0; i < _walked.Count; i++) _walked[i] = _final[_walked[i]];
        }

        private void SetTerm(int number, int final, int word)
        {
            var (term, scope) = TermKeys[number];
            _final[number] = final;
            Originals[final] = term;
            Exact[final] = term.Exact;
            _shares[final] = Commonness.Of(term, scope, _uses[number], queries.Length);
            _probing[final] = Math.Min(1, UsualTerms / _uses[number]);
            ref var entry = ref Entries[final];
            entry.Word = word;
            entry.IsExact = term.Exact is not null;
            entry.Accepted = scope switch
            {
                TextScope.Title => (ulong)term.Kinds,
                TextScope.Place => (ulong)term.Kinds << (2 * KindCount),
                TextScope.Biography => (ulong)term.Kinds << (3 * KindCount),
                _ => term.Kinds | ((ulong)term.Kinds << KindCount),
            };
        }

        private void AddSlot(ulong hash, int start, int length, int firstTerm, int termCount)
        {
            var mask = Slots.Length - 1;
            var at = (int)(hash >> 32) & mask;
            while (Slots[at].TermCount != 0) at = (at + 1) & mask;
            Slots[at] = new WordSlot
            {
                Tag = (uint)hash,
                CharacterStart = start,
                CharacterCount = length,
                FirstTerm = firstTerm,
                TermCount = termCount,
            };
        }

        /// <summary>Writes the code of a tree and, along the way, the sets of which one item each must be there.</summary>
        private void Emit(QueryNode node, ClauseFinder clauses, bool isNegated)
        {
            switch (node)
            {
                case AndNode and:
                    EmitList(Operation.And, and.Children, isAnd: !isNegated, clauses, isNegated);
                    break;
                case OrNode or:
                    EmitList(Operation.Or, or.Children, isAnd: isNegated, clauses, isNegated);
                    break;
                case NotNode not:
                    Code.Add(Operation.Not);
                    Emit(not.Child, clauses, !isNegated);
                    break;
                case SequenceNode sequence:
                    EmitSequence(sequence, clauses, isNegated);
                    break;
                case NearNode near:
                    Code.Add(Operation.Near);
                    Code.Add(Nodes.Count);
                    Nodes.Add(near);
                    var mark = clauses.Mark();
                    AddSide(near.Left, clauses);
                    AddSide(near.Right, clauses);
                    if (isNegated) clauses.Drop(mark);
                    break;
                case FieldNode field:
                    Code.Add(Operation.Field);
                    Code.Add(_testNumbers[field.Test]);
                    if (!isNegated) clauses.Add(~_testNumbers[field.Test], Commonness.Of(field.Test), 1);
                    break;
            }
        }

        private void EmitList(int operation, QueryNode[] children, bool isAnd, ClauseFinder clauses, bool isNegated)
        {
            Code.Add(operation);
            var end = Code.Count;
            Code.Add(0);
            var mark = clauses.Mark();
            var union = isAnd ? null : new ClauseFinder.Union();
            foreach (var child in children)
            {
                var before = clauses.Mark();
                Emit(child, clauses, isNegated);
                if (union is not null) clauses.Unite(before, union);
            }

            if (union is not null) clauses.EndUnion(mark, union);
            Code[end] = Code.Count;
        }

        private void EmitSequence(SequenceNode sequence, ClauseFinder clauses, bool isNegated)
        {
            if (sequence.Slop != SequenceNode.Exact)
            {
                Code.Add(Operation.Window);
                Code.Add(Nodes.Count);
                Nodes.Add(sequence);
            }
            else if (sequence.Terms.Length == 1)
            {
                Code.Add(Operation.Term);
                Code.Add(_walked[_cursor]);
            }
            else
            {
                Code.Add(Operation.Phrase);
                Code.Add(sequence.Terms.Length);
                for (var i = 0; i < sequence.Terms.Length; i++) Code.Add(_walked[_cursor + i]);
            }

            AddWords(sequence, clauses, isNegated);
        }

        /// <summary>Every word of a sequence is required: each is a clause of its own.</summary>
        private void AddWords(SequenceNode sequence, ClauseFinder clauses, bool isNegated)
        {
            for (var i = 0; i < sequence.Terms.Length; i++)
            {
                var term = _walked[_cursor++];
                if (!isNegated) clauses.Add(term, _shares[term], _probing[term]);
            }
        }

        /// <summary>Of each side of a NEAR, one alternative is required.</summary>
        private void AddSide(SequenceNode[] alternatives, ClauseFinder clauses)
        {
            if (alternatives.Length == 1)
            {
                AddWords(alternatives[0], clauses, isNegated: false);
                return;
            }

            var mark = clauses.Mark();
            var union = new ClauseFinder.Union();
            foreach (var alternative in alternatives)
            {
                var before = clauses.Mark();
                AddWords(alternative, clauses, isNegated: false);
                clauses.Unite(before, union);
            }

            clauses.EndUnion(mark, union);
        }

        /// <summary>Writes the postings of each item, those without filter first, and the pairs of terms with many.</summary>
        private void WritePostings(List<Anchored> anchored, List<int> filters)
        {
            var items = Entries.Length + Tests.Count;
            var starts = new int[items + 1];
            var plain = new int[items];
            var counts = new int[items];
            foreach (var anchor in anchored)
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
            foreach (var anchor in anchored)
            {
                var index = IndexOf(anchor.Item);
                ref var at = ref (anchor.FilterCount == 0 ? ref nextPlain[index] : ref next[index]);
                Postings[at++] = anchor.Code;
                Postings[at++] = anchor.FilterCount;
                for (var i = 0; i < anchor.FilterCount; i++)
                {
                    var filter = filters[anchor.FilterStart + i];
                    Postings[at++] = filter;
                    if (anchor.Item >= 0 && counts[index] >= FewQueries) pairs.Add(new PairIndex.Entry(anchor.Item, filter, anchor.Code));
                }
            }

            for (var i = 0; i < Entries.Length; i++)
            {
                Entries[i].PostingStart = starts[i];
                Entries[i].PlainEnd = starts[i] + plain[i];
                Entries[i].PostingEnd = starts[i + 1];
                Entries[i].PairedQueries = counts[i] >= FewQueries ? counts[i] : 0;
            }

            Pairs = PairIndex.Of(pairs);
            FieldPostingStarts = starts.AsSpan(Entries.Length).ToArray();
        }

        private int IndexOf(int item) => item >= 0 ? item : Entries.Length + ~item;
    }
}

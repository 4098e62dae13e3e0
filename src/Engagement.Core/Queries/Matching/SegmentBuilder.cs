using System.Runtime.InteropServices;
using Engagement.Queries.Syntax;

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
        _phraseEntries = builder.PhraseEntries;
        _phrases = builder.Phrases;
        _latePhrases = builder.LatePhrases;
        _lists = builder.Lists;
        _shortLists = builder.ShortLists;
        _firstList = builder.FirstList;
        _items = builder.Items;
        _postings = builder.Postings;
        _wildcards = builder.Wildcards;
        _pairs = builder.Pairs;
        _code = [.. builder.Code];
        _starts = builder.Starts;
        _windows = [.. builder.Windows];
        _fields = new FieldIndex([.. builder.Tests], builder.FieldPostingStarts);
        foreach (var (_, scope) in builder.TermKeys)
        {
            _readsPlace |= scope == TextScope.Place;
            _readsBiography |= scope == TextScope.Biography;
        }
    }

    /// <summary>Walks the queries once to number what they ask for, and once more to write their code and choose what they hang on.</summary>
    private sealed partial class Builder(KeyedQuery[] queries)
    {
        // An OR of so many words and phrases is a list, found once for all queries that have it.
        private const int FewAlternatives = 5;

        private readonly List<int> _members = [];

        // Numbers of all words and phrases in the order of the walk, a phrase as the complement of its own number.
        private readonly List<int> _walked = [];
        private int _cursor;

        public List<FieldTest> Tests { get; } = [];
        public List<SequenceNode> Windows { get; } = [];
        public List<int> Code { get; } = [];
        public int[] Starts { get; } = new int[queries.Length];

        public Segment Build()
        {
            foreach (var query in queries) Walk(query.Query.Root);
            NumberTerms();
            NumberPhrases();
            var clauses = new ClauseFinder();
            for (var i = 0; i < queries.Length; i++)
            {
                Starts[i] = Code.Count;
                clauses.Clear();
                Emit(queries[i].Query.Root, clauses, isNegated: false);
                var (anchor, filter) = clauses.Choose();
                Hang(anchor, filter, EmitRest(i, anchor, filter));
            }

            WriteLists();
            WritePostings();
            return new Segment(this, queries);
        }

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
                    Use(sequence);
                    break;
                case NearNode near:
                    foreach (var alternative in near.Left) Use(alternative);
                    foreach (var alternative in near.Right) Use(alternative);
                    break;
                case FieldNode field:
                    if (_testNumbers.TryAdd(field.Test, Tests.Count)) Tests.Add(field.Test);
                    break;
            }
        }

        /// <summary>Writes the code of a tree and, along the way, the sets of which one item each must be there.</summary>
        private void Emit(QueryNode node, ClauseFinder clauses, bool isNegated)
        {
            switch (node)
            {
                case AndNode and:
                    EmitChildren(Operation.And, and.Children, isAnd: !isNegated, clauses, isNegated);
                    break;
                case OrNode any when any.Children.Length >= FewAlternatives && any.Children.All(child => child is SequenceNode { Slop: SequenceNode.Exact }):
                    EmitItem(ListOf(MembersOf(any.Children.Length)), clauses, isNegated);
                    break;
                case OrNode or:
                    EmitChildren(Operation.Or, or.Children, isAnd: isNegated, clauses, isNegated);
                    break;
                case NotNode not:
                    Code.Add(Operation.Not);
                    Emit(not.Child, clauses, !isNegated);
                    break;
                case SequenceNode { Slop: SequenceNode.Exact }:
                    EmitItem(Final(_walked[_cursor++]), clauses, isNegated);
                    break;
                case SequenceNode window:
                    Code.Add(Operation.Window);
                    Code.Add(Windows.Count);
                    Windows.Add(window);
                    for (var i = 0; i < window.Terms.Length; i++) Require(Final(_walked[_cursor++]), clauses, isNegated);
                    break;
                case NearNode near:
                    var left = SideOf(near.Left.Length, clauses, isNegated);
                    var right = SideOf(near.Right.Length, clauses, isNegated);
                    Code.AddRange([Operation.Near, left, right, near.Distance, near.Ordered ? 1 : 0]);
                    break;
                case FieldNode field:
                    Code.Add(Operation.Field);
                    Code.Add(_testNumbers[field.Test]);
                    if (!isNegated) clauses.Add(~_testNumbers[field.Test], Commonness.Of(field.Test), 1);
                    break;
            }
        }

        private void EmitItem(int item, ClauseFinder clauses, bool isNegated)
        {
            Code.Add(Operation.Item);
            Code.Add(item);
            Require(item, clauses, isNegated);
        }

        private void Require(int item, ClauseFinder clauses, bool isNegated)
        {
            if (!isNegated) clauses.Add(item, _shares[item], _probing[item]);
        }

        private void EmitChildren(int operation, QueryNode[] children, bool isAnd, ClauseFinder clauses, bool isNegated)
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
            Code[end] = Code.Count - end - 1;
        }

        /// <summary>
        /// What is left to verify once an item of the anchor and one of the filter are there: the query's number, and its code without
        /// the parts that say no more than that.
        /// </summary>
        private int EmitRest(int query, int[] anchor, int[] filter)
        {
            var code = CollectionsMarshal.AsSpan(Code)[Starts[query]..];
            var (begin, end) = code[0] == Operation.And ? (2, code.Length) : (0, code.Length);
            var rest = new List<int> { query, Operation.And, 0 };
            while (begin < end)
            {
                var length = LengthOf(code[begin..]);
                var part = code.Slice(begin, length);
                if (!IsSaidBy(anchor, part) && !IsSaidBy(filter, part)) rest.AddRange(part);
                begin += length;
            }

            rest[2] = rest.Count - 3;
            var start = Code.Count;
            Code.AddRange(rest);
            return start;
        }

        /// <summary>Whether code is an item or an OR of items that holds wherever one of these is there.</summary>
        private static bool IsSaidBy(int[] items, ReadOnlySpan<int> code)
        {
            if (items.Length == 0) return false;
            if (code[0] == Operation.Item) return items.Length == 1 && items[0] == code[1];
            if (code[0] != Operation.Or) return false;
            foreach (var item in items)
            {
                var at = 2;
                while (at < code.Length && !(code[at] == Operation.Item && code[at + 1] == item)) at += LengthOf(code[at..]);
                if (at == code.Length) return false;
            }

            return true;
        }

        private static int LengthOf(ReadOnlySpan<int> code) => code[0] switch
        {
            Operation.And or Operation.Or => 2 + code[1],
            Operation.Not => 1 + LengthOf(code[1..]),
            Operation.Near => 5,
            _ => 2,
        };

        /// <summary>A side of a NEAR: an item, or the complement of a short list's number. Of its alternatives one is required.</summary>
        private int SideOf(int count, ClauseFinder clauses, bool isNegated)
        {
            var members = MembersOf(count);
            if (members.Count is 1 or >= FewAlternatives)
            {
                var item = ListOf(members);
                Require(item, clauses, isNegated);
                return item;
            }

            if (!isNegated)
            {
                var mark = clauses.Mark();
                var union = new ClauseFinder.Union();
                foreach (var member in members)
                {
                    var before = clauses.Mark();
                    Require(member, clauses, isNegated);
                    clauses.Unite(before, union);
                }

                clauses.EndUnion(mark, union);
            }

            return ~ShortListOf(members);
        }

        /// <summary>The next words and phrases of the walk, each once; holds until the next call.</summary>
        private List<int> MembersOf(int count)
        {
            _members.Clear();
            for (var i = 0; i < count; i++)
            {
                var item = Final(_walked[_cursor++]);
                if (!_members.Contains(item)) _members.Add(item);
            }

            return _members;
        }
    }
}

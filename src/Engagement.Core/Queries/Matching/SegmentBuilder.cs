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
                Hang(i, clauses);
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
                    EmitItem(ItemOf(any.Children.Length), clauses, isNegated);
                    break;
                case OrNode or:
                    EmitChildren(Operation.Or, or.Children, isAnd: isNegated, clauses, isNegated);
                    break;
                case NotNode not:
                    Code.Add(Operation.Not);
                    Emit(not.Child, clauses, !isNegated);
                    break;
                case SequenceNode { Slop: SequenceNode.Exact }:
                    EmitItem(ItemOf(1), clauses, isNegated);
                    break;
                case SequenceNode window:
                    Code.Add(Operation.Window);
                    Code.Add(Windows.Count);
                    Windows.Add(window);
                    for (var i = 0; i < window.Terms.Length; i++) Require(ItemOf(1), clauses, isNegated);
                    break;
                case NearNode near:
                    var left = ItemOf(near.Left.Length);
                    var right = ItemOf(near.Right.Length);
                    Code.AddRange([Operation.Near, left, right, near.Distance, near.Ordered ? 1 : 0]);
                    Require(left, clauses, isNegated);
                    Require(right, clauses, isNegated);
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
            Code[end] = Code.Count;
        }

        /// <summary>The item of the next words and phrases of the walk: the one, or the list of several.</summary>
        private int ItemOf(int count)
        {
            _members.Clear();
            for (var i = 0; i < count; i++)
            {
                var item = Final(_walked[_cursor++]);
                if (!_members.Contains(item)) _members.Add(item);
            }

            return _members.Count == 1 ? _members[0] : ListOf(_members);
        }
    }
}

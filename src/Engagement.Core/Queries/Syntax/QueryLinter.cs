using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Findings about the meaning of a query that parsed. Fixes are written in the canonical form.</summary>
internal sealed class QueryLinter
{
    // Longer prefixes are not looked for among the beginnings of a word.
    private const int LongestPrefix = 64;

    // Nouns that are tried before one of them earns the tip: each is a look through the whole query.
    private const int MostTips = 20;

    private readonly QueryNode _root;
    private readonly DiagnosticBag _diagnostics;

    // Leaves that are asked for, and those that are left out, by their meaning.
    private readonly List<QueryNode> _wanted = [];
    private readonly List<QueryNode> _unwanted = [];
    private readonly HashSet<QueryNode> _contradicted = new(NodeEquality.Instance);
    private int _tips;

    private QueryLinter(QueryNode root, DiagnosticBag diagnostics)
    {
        _root = root;
        _diagnostics = diagnostics;
    }

    public static void Check(QueryNode root, DiagnosticBag diagnostics)
    {
        var linter = new QueryLinter(root, diagnostics);
        linter.Visit(root, isNegated: false);
        linter.NoteWantedAndUnwanted();
        linter.NoteCommon();
    }

    private void Visit(QueryNode node, bool isNegated)
    {
        switch (node)
        {
            case AndNode and:
                CheckList(and, and.Children, isAnd: true);
                CheckContradictions(and);
                foreach (var child in and.Children) Visit(child, isNegated);
                break;
            case OrNode or:
                CheckList(or, or.Children, isAnd: false);
                CheckOpenBranches(or, isNegated);
                CheckCovered(or);
                foreach (var child in or.Children) Visit(child, isNegated);
                break;
            case NotNode not:
                Visit(not.Child, !isNegated);
                break;
            default:
                if (isNegated) _unwanted.Add(node);
                else _wanted.Add(node);
                if (!isNegated && node is SequenceNode { Terms.Length: 1, Slop: SequenceNode.Exact } word) TipPlural(word);
                break;
        }
    }

    /// <summary>Duplicates, and alternatives or conditions that another one of the list makes idle.</summary>
    private void CheckList(QueryNode list, QueryNode[] children, bool isAnd)
    {
        var members = new Members(children);
        for (var i = 0; i < children.Length && !_diagnostics.IsFull; i++)
        {
            var child = children[i];
            if (members.IsRepeat(i))
            {
                _diagnostics.Warning(
                    child.Span, $"{Quote(child)} stands twice in the same list; once is enough.", WithoutOne(list, children, child, isAnd));
                continue;
            }

            var parts = isAnd ? (child as OrNode)?.Children : (child as AndNode)?.Children;
            if (parts is null || Array.Find(parts, members.Contains) is not { } other) continue;
            var message = isAnd
                ? $"{Quote(child)} adds nothing: {Quote(other)} is asked for anyway."
                : $"{Quote(child)} can never add a post: {Quote(other)} alone finds it already.";
            _diagnostics.Warning(child.Span, message, WithoutOne(list, children, child, isAnd));
        }
    }

    /// <summary>Words that a prefix in the same OR finds already.</summary>
    private void CheckCovered(OrNode or)
    {
        HashSet<string>? prefixes = null;
        foreach (var child in or.Children)
        {
            if (Plain(child) is { Shape: TermShape.Prefix } term) (prefixes ??= new HashSet<string>(StringComparer.Ordinal)).Add(term.Folded);
        }

        if (prefixes is null) return;
        var lookup = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var child in or.Children)
        {
            if (Plain(child) is not { } term || (term.Shape & TermShape.Pattern) != 0) continue;
            if (_diagnostics.IsFull) return;
            var longest = Math.Min(LongestPrefix, term.Shape == TermShape.Prefix ? term.Folded.Length - 1 : term.Folded.Length);
            for (var length = 2; length <= longest; length++)
            {
                if (!lookup.Contains(term.Folded.AsSpan(0, length))) continue;
                _diagnostics.Warning(
                    child.Span,
                    $"{Quote(child)} can never add a post: “{term.Folded.AsSpan(0, length)}*” finds it already.",
                    WithoutOne(or, or.Children, child, isAnd: false));
                break;
            }
        }

        static Term? Plain(QueryNode node) =>
            node is SequenceNode { Terms: [{ Kind: TermKind.Word, Exact: null } term], Scope: TextScope.Anywhere } ? term : null;
    }

    private void CheckOpenBranches(OrNode or, bool isNegated)
    {
        if (isNegated) return;
        foreach (var child in or.Children)
        {
            if (_diagnostics.IsFull) return;
            if (!QueryShape.HoldsForNothing(child)) continue;
            _diagnostics.Warning(
                child.Span, $"{Quote(child)} is true of almost every post, so this OR hardly narrows anything.");
        }
    }

    private void CheckContradictions(AndNode and)
    {
        var plain = new Members(and.Children);
        foreach (var child in and.Children)
        {
            if (_diagnostics.IsFull) return;
            if (child is not NotNode not || !plain.Contains(not.Child)) continue;
            _contradicted.Add(not.Child);
            _diagnostics.Warning(
                child.Span,
                $"This can never match: {Quote(not.Child)} is both asked for and left out.",
                WithoutOne(and, and.Children, child, isAnd: true));
        }

        if (!and.Children.Any(child => child is FieldNode)) return;
        var fields = and.Children.OfType<FieldNode>().ToArray();
        for (var i = 0; i < fields.Length && i < 50; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!Exclude(fields[j].Test, fields[i].Test)) continue;
                _diagnostics.Warning(
                    fields[i].Span, $"This can never match: {Quote(fields[j])} and {Quote(fields[i])} are never true of one post.",
                    WithoutOne(and, and.Children, fields[i], isAnd: true));
                break;
            }
        }
    }

    /// <summary>Whether no post fulfils both conditions.</summary>
    private static bool Exclude(FieldTest one, FieldTest other)
    {
        if (one == other) return false;
        if (one.Kind != other.Kind)
        {
            var (since, until) = one.Kind == FieldKind.Since ? (one, other) : (other, one);
            return since.Kind == FieldKind.Since && until.Kind == FieldKind.Until && since.Date >= until.Date;
        }

        return one.Kind switch
        {
            FieldKind.Platform => true,
            FieldKind.From => one.Name is null && other.Name is null,
            FieldKind.Language => !one.Text.StartsWith(other.Text + "-", StringComparison.Ordinal) && !other.Text.StartsWith(one.Text + "-", StringComparison.Ordinal),
            FieldKind.Likes or FieldKind.Shares or FieldKind.Replies or FieldKind.Followers => one.Most < other.Least || other.Most < one.Least,
            FieldKind.State => (one.State == PostState.Original && other.State < PostState.Original)
                || (other.State == PostState.Original && one.State < PostState.Original),
            _ => false,
        };
    }

    private void NoteWantedAndUnwanted()
    {
        if (_unwanted.Count == 0) return;
        var wanted = new Members([.. _wanted]);
        foreach (var node in _unwanted)
        {
            if (_diagnostics.IsFull) return;
            if (!wanted.Contains(node) || _contradicted.Contains(node)) continue;
            _diagnostics.Warning(node.Span, $"{Quote(node)} is asked for in one place and left out in another.");
        }
    }

    private void NoteCommon()
    {
        foreach (var branch in _root is OrNode or ? or.Children : [_root])
        {
            var positives = branch is AndNode and ? and.Children.Where(child => child is not NotNode).ToArray() : [branch];
            if (_diagnostics.IsFull) return;
            if (positives.Length == 0 || !positives.All(IsCommon)) continue;
            _diagnostics.Warning(branch.Span, $"{Quote(positives[0])} is in a large share of all posts; add a word that says what you are after.");
        }

        static bool IsCommon(QueryNode node) => node is SequenceNode { Terms: [{ Kind: TermKind.Word, Exact: null, Shape: TermShape.Whole } term] } && CommonWords.Contains(term.Folded);
    }

    private void TipPlural(SequenceNode word)
    {
        var term = word.Terms[0];
        // Who puts a single word in quotes means that word.
        var isQuoted = QueryLexer.IsQuote(_diagnostics.Text[word.Span.Start]);
        if (_tips >= MostTips || isQuoted || term is not { Kind: TermKind.Word, Shape: TermShape.Whole, Exact: null } || Nouns.OtherForm(term.Folded) is not { } other) return;
        _tips++;
        var asked = new SequenceNode(word.Span, [new Term(other, TermShape.Whole, TermKind.Word, null)], word.Scope);
        if (Leaves(_root).Any(leaf => NodeEquality.Instance.Equals(leaf, asked))) return;
        _tips = MostTips;
        _diagnostics.Information(
            word.Span, $"Words are found exactly as written: “{term.Folded}” does not find “{other}”.", Rewritten(word, Either(word, asked)));
    }

    private static OrNode Either(SequenceNode word, SequenceNode other) => new(word.Span, [word, other]);

    private static IEnumerable<QueryNode> Leaves(QueryNode node) => node switch
    {
        AndNode and => and.Children.SelectMany(Leaves),
        OrNode or => or.Children.SelectMany(Leaves),
        NotNode not => Leaves(not.Child),
        NearNode near => near.Left.Concat<QueryNode>(near.Right),
        _ => [node],
    };

    private string WithoutOne(QueryNode list, QueryNode[] children, QueryNode gone, bool isAnd) =>
        _diagnostics.WantsFixes ? Rewritten(list, Without(list, children, gone, isAnd)) : "";

    private static QueryNode Without(QueryNode list, QueryNode[] children, QueryNode gone, bool isAnd)
    {
        var left = children.Where(child => !ReferenceEquals(child, gone)).ToArray();
        return left.Length == 1 ? left[0] : isAnd ? new AndNode(list.Span, left) : new OrNode(list.Span, left);
    }

    /// <summary>The whole query, canonical, with one node replaced.</summary>
    private string Rewritten(QueryNode from, QueryNode to) => _diagnostics.WantsFixes ? CanonicalWriter.Write(Replace(_root, from, to)) : "";

    private static QueryNode Replace(QueryNode node, QueryNode from, QueryNode to)
    {
        if (ReferenceEquals(node, from)) return to;
        return node switch
        {
            AndNode and => new AndNode(and.Span, [.. and.Children.SelectMany(child => Replace(child, from, to) is var next && next is AndNode inner ? inner.Children : [next])]),
            OrNode or => new OrNode(or.Span, [.. or.Children.SelectMany(child => Replace(child, from, to) is var next && next is OrNode inner ? inner.Children : [next])]),
            NotNode not => new NotNode(not.Span, Replace(not.Child, from, to)),
            _ => node,
        };
    }

    private string Quote(QueryNode node)
    {
        var written = CanonicalWriter.Write(node);
        return written.Length <= 60 ? $"“{written}”" : $"“{written.AsSpan(0, 57)}…”";
    }

    /// <summary>Which nodes are in a list: by comparison for the short lists that people write, by hash for long ones.</summary>
    private sealed class Members
    {
        private const int Short = 12;
        private readonly QueryNode[] _nodes;
        private readonly Dictionary<QueryNode, int>? _first;

        public Members(QueryNode[] nodes)
        {
            _nodes = nodes;
            if (nodes.Length <= Short) return;
            _first = new Dictionary<QueryNode, int>(nodes.Length, NodeEquality.Instance);
            for (var i = 0; i < nodes.Length; i++) _first.TryAdd(nodes[i], i);
        }

        public bool Contains(QueryNode node) => IndexOf(node) >= 0;

        /// <summary>Whether an equal node stands before.</summary>
        public bool IsRepeat(int index) => IndexOf(_nodes[index]) < index;

        private int IndexOf(QueryNode node)
        {
            if (_first is not null) return _first.GetValueOrDefault(node, -1);
            for (var i = 0; i < _nodes.Length; i++)
            {
                if (NodeEquality.Instance.Equals(_nodes[i], node)) return i;
            }

            return -1;
        }
    }
}

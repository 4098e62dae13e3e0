using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Findings about the meaning of a query that parsed. Fixes are written in the canonical form.</summary>
internal sealed partial class QueryLinter
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
    private readonly Implication _implication = new();
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

    private void NoteWantedAndUnwanted()
    {
        if (_unwanted.Count == 0) return;
        var wanted = new NodeList([.. _wanted]);
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

    private static string Quote(QueryNode node)
    {
        var written = node is SequenceNode { Terms: [{ Exact: null } word], Scope: TextScope.Anywhere } ? CanonicalWriter.Spelling(word) : CanonicalWriter.Write(node);
        return written.Length <= 60 ? $"“{written}”" : $"“{written.AsSpan(0, 57)}…”";
    }
}

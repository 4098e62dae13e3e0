using System.Globalization;
using System.Text;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>
/// Recovering recursive-descent parser: OR of ANDs of NOTs of NEARs. Each token is looked at once; depth is bounded by
/// <see cref="QueryOptions.MaximumNesting"/>.
/// </summary>
internal sealed partial class QueryParser
{
    // Recursion takes about four frames a level: more than this would endanger a small stack.
    private const int DeepestNesting = 512;

    private readonly string _text;
    private readonly QueryOptions _options;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<QueryToken> _tokens;
    private readonly TokenStream _words = new();
    private readonly int _maximumNesting;
    private int _at;
    private int _depth;
    private int _termCount;

    // Set where a limit is passed: every loop ends then, and there is no query.
    private bool _abandoned;

    // First token of the word, phrase or value that is being read.
    private int _leaf;

    private QueryParser(string text, QueryOptions options, DiagnosticBag diagnostics)
    {
        _text = text;
        _options = options;
        _diagnostics = diagnostics;
        _maximumNesting = Math.Min(options.MaximumNesting, DeepestNesting);
        _tokens = QueryLexer.Read(text);
    }

    /// <summary>The tree of a text within the limit of length; null when nothing usable is left, and then an error says why.</summary>
    public static QueryNode? Parse(string text, QueryOptions options, DiagnosticBag diagnostics)
    {
        var parser = new QueryParser(text, options, diagnostics);
        parser.NoteUnseen();
        parser.NoteQuotes();
        parser.NoteSingleQuotes();
        var root = parser.ParseTop();
        if (parser._abandoned) return null;
        if (root is null && !diagnostics.HasErrors)
        {
            diagnostics.Error(new TextSpan(0, text.Length), "There is nothing to search for: type at least one word.");
        }

        return root;
    }

    private QueryToken Current => _tokens[_at];

    private QueryToken Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    private ReadOnlySpan<char> TextOf(QueryToken token) => _text.AsSpan(token.Start, token.End - token.Start);

    private QueryNode? ParseTop()
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            if (ParseExpression(default) is { } part) parts.Add(part);

            // Only a closing bracket without an opening one ends an expression before the end of the text.
            if (_abandoned || Current.Kind == QueryTokenKind.End) return All(parts);
            var span = Current.Span;
            _diagnostics.Error(span, "This closing bracket has no opening one; it is left out.", _diagnostics.Remove(span));
            _at++;
        }
    }

    private static QueryNode? All(List<QueryNode> parts)
    {
        if (parts.Count <= 1) return parts.Count == 0 ? null : parts[0];
        var children = new List<QueryNode>(parts.Count);
        foreach (var part in parts)
        {
            if (part is AndNode and) children.AddRange(and.Children);
            else children.Add(part);
        }

        return new AndNode(new TextSpan(parts[0].Span.Start, parts[^1].Span.End), [.. children]);
    }

    private readonly record struct Operand(QueryNode Node, bool IsOr, bool IsNegated, int Start, int End);

    private QueryNode? ParseExpression(Context context)
    {
        var operands = new List<Operand>();
        QueryToken? pending = null;

        // An operand since the last operator was left out, which has been said: an operator that it leaves alone needs no words.
        var lost = false;
        while (!_abandoned)
        {
            var token = Current;
            if (token.Kind is QueryTokenKind.End or QueryTokenKind.Close) break;
            if (OperatorAt(token, operands.Count > 0 && pending is null) is { } operation)
            {
                TakeOperator(token, operation, operands.Count > 0, lost, ref pending);
                lost = false;
                continue;
            }

            if (token.Kind == QueryTokenKind.Near)
            {
                _diagnostics.Error(token.Span, $"{TextOf(token)} has nothing on its left; it is left out.", _diagnostics.Remove(token.Span));
                _at++;
                continue;
            }

            var start = token.Start;
            var node = ParseNegation(context);
            lost = node is null;
            if (node is null) continue;
            operands.Add(new Operand(node, pending?.Kind == QueryTokenKind.Or || (pending is { } word && IsWord(word, "or")), node is NotNode, start, EndBefore(_at)));
            pending = null;
        }

        if (pending is { } last && !lost && !_abandoned)
        {
            _diagnostics.Error(last.Span, $"{TextOf(last)} has nothing after it; it is left out.", _diagnostics.Remove(last.Span));
        }

        NoteMixture(operands);
        return Combine(operands);
    }

    /// <summary>AND or OR when the token is one: also in small letters, between two operands.</summary>
    private QueryTokenKind? OperatorAt(QueryToken token, bool followsOperand)
    {
        if (token.Kind is QueryTokenKind.And or QueryTokenKind.Or) return token.Kind;
        if (token.Kind != QueryTokenKind.Word || !followsOperand || !Following.BeginsOperand) return null;
        return IsWord(token, "and") ? QueryTokenKind.And : IsWord(token, "or") ? QueryTokenKind.Or : null;
    }

    private bool IsWord(QueryToken token, string word) =>
        token.Kind == QueryTokenKind.Word && TextOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A word with the blanks that it needs to stand by itself where a sign stood.</summary>
    private string Apart(QueryToken token, string word)
    {
        var before = token.Start > 0 && !char.IsWhiteSpace(_text[token.Start - 1]) ? " " : "";
        var after = token.End < _text.Length && !char.IsWhiteSpace(_text[token.End]) ? " " : "";
        return before + word + after;
    }

    private void TakeOperator(QueryToken token, QueryTokenKind operation, bool followsOperand, bool lost, ref QueryToken? pending)
    {
        _at++;
        if (token.Kind == QueryTokenKind.Word)
        {
            var name = operation == QueryTokenKind.And ? "AND" : "OR";
            _diagnostics.Information(
                token.Span,
                $"“{TextOf(token)}” is read as the operator {name}. To find the word itself, put it in quotes.",
                _diagnostics.Replace(token.Span, name),
                _diagnostics.Replace(token.Span, $"\"{TextOf(token)}\""));
        }
        else if (TextOf(token).SequenceEqual("|"))
        {
            _diagnostics.Information(token.Span, "“|” is read as the operator OR.", _diagnostics.Replace(token.Span, Apart(token, "OR")));
        }

        if (!followsOperand)
        {
            if (!lost) _diagnostics.Error(token.Span, $"{TextOf(token)} has nothing before it; it is left out.", _diagnostics.Remove(token.Span));
        }
        else if (pending is { } earlier && !lost)
        {
            var span = new TextSpan(earlier.Start, token.End);
            _diagnostics.Error(
                span,
                $"{TextOf(earlier)} and {TextOf(token)} stand next to each other; only {TextOf(token)} is used.",
                _diagnostics.Replace(span, TextOf(token).ToString()));
            pending = token;
        }
        else
        {
            pending = token;
        }
    }

    private int EndBefore(int index) => index == 0 ? 0 : _tokens[index - 1].End;

    private static QueryNode? Combine(List<Operand> operands)
    {
        if (operands.Count == 0) return null;
        var alternatives = new List<QueryNode>();
        var conjuncts = new List<QueryNode>();
        for (var i = 0; i < operands.Count; i++)
        {
            if (operands[i].IsOr && conjuncts.Count > 0) Flush();
            var node = operands[i].Node;
            if (node is AndNode and) conjuncts.AddRange(and.Children);
            else conjuncts.Add(node);
        }

        Flush();
        return alternatives.Count == 1 ? alternatives[0] : new OrNode(SpanOf(alternatives), [.. alternatives]);

        void Flush()
        {
            var group = conjuncts.Count == 1 ? conjuncts[0] : new AndNode(SpanOf(conjuncts), [.. conjuncts]);
            if (group is OrNode or) alternatives.AddRange(or.Children);
            else alternatives.Add(group);
            conjuncts.Clear();
        }

        static TextSpan SpanOf(List<QueryNode> nodes) => new(nodes[0].Span.Start, nodes[^1].Span.End);
    }

    private QueryNode? ParseNegation(Context context)
    {
        var first = Current;
        var negations = 0;
        while (Current.Kind == QueryTokenKind.Not)
        {
            NoteDash(Current);
            negations++;
            _at++;
            if (_depth + negations > _maximumNesting) return Abandon(Current.Span);
        }

        if (negations == 0) return ParseNear(context);

        if (!Current.BeginsOperand)
        {
            var last = _tokens[_at - 1];
            _diagnostics.Error(last.Span, $"{TextOf(last)} has nothing after it; it is left out.", _diagnostics.Remove(last.Span));
            return null;
        }

        _depth += negations;
        var child = ParseNear(context);
        _depth -= negations;
        if (child is null || negations % 2 == 0) return child;
        return child is NotNode not ? not.Child : new NotNode(new TextSpan(first.Start, child.Span.End), child);
    }

    private void NoteDash(QueryToken token)
    {
        if (_text[token.Start] is '\u2013' or '\u2212')
        {
            _diagnostics.Information(token.Span, "This dash is read as a minus: posts with what follows are left out.", _diagnostics.Replace(token.Span, "-"));
        }
    }

    private QueryNode? ParsePrimary(Context context)
    {
        var token = Current;
        _leaf = _at;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ParseGroup(context);
            case QueryTokenKind.Field:
                return ParseField(context);
            case QueryTokenKind.Quoted:
                _at++;
                return context.Field is null ? ParsePhrase(token, context) : ParseValue(token, token.ContentStart, token.ContentEnd, context);
            default:
                _at++;
                return context.Field is null ? ParseWord(token, context) : ParseValue(token, token.Start, token.End, context);
        }
    }

    private QueryNode? ParseGroup(Context context)
    {
        var open = Current;
        _at++;
        if (++_depth > _maximumNesting) return Abandon(open.Span);
        var node = ParseExpression(context);
        _depth--;
        if (_abandoned) return null;
        if (Current.Kind == QueryTokenKind.Close)
        {
            var span = new TextSpan(open.Start, Current.End);
            if (node is null && Current.Start == EndBefore(_at) && _tokens[_at - 1] == open)
            {
                _leaf = _at - 1;
                _diagnostics.Error(span, "There is nothing between these brackets; they are left out.", WithoutLeaf(_at + 1));
            }

            _at++;
        }
        else
        {
            _diagnostics.Error(open.Span, "The bracket opened here is never closed; it is closed at the end.", Closed());
        }

        return node;
    }

    private QueryNode? Abandon(TextSpan span)
    {
        if (_abandoned) return null;
        _abandoned = true;
        _diagnostics.Error(span, string.Create(
            CultureInfo.InvariantCulture, $"Brackets and NOT are nested more than {_maximumNesting} deep here; the query is not read further."));
        return null;
    }

    /// <summary>What surrounds an operand: the field whose value it is, the part of the post to look in, whether case matters.</summary>
    private readonly record struct Context(FieldKind? Field, string? Name, TextScope Scope, bool IsExact);
}

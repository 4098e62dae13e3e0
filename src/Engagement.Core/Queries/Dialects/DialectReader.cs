using System.Globalization;
using System.Text;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Dialects;

/// <summary>
/// Turns a query of another dialect into our own language, and says what could not be carried over. Findings of our parser about
/// the result are told at the place in the original that they come from.
/// </summary>
internal sealed class DialectReader
{
    private readonly string _text;
    private readonly QueryDialect _dialect;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<DialectToken> _tokens;
    private readonly int _maximumNesting;
    private readonly StringBuilder _out = new();
    private readonly List<(int Written, TextSpan Source)> _map = [];
    private int _at;
    private int _depth;
    private bool _abandoned;

    private DialectReader(string text, QueryOptions options, DiagnosticBag diagnostics)
    {
        _text = text;
        _dialect = options.Dialect;
        _diagnostics = diagnostics;
        _maximumNesting = Math.Min(options.MaximumNesting, 512);
        _tokens = DialectScanner.Read(text, options.Dialect);
    }

    /// <summary>Reads a query of another dialect.</summary>
    /// <param name="text">The text, within the limit of length.</param>
    /// <param name="options">Dialect, zone and limits.</param>
    /// <param name="diagnostics">Takes the findings, at places of <paramref name="text"/>.</param>
    public static QueryNode? Parse(string text, QueryOptions options, DiagnosticBag diagnostics)
    {
        var reader = new DialectReader(text, options, diagnostics);
        reader.TranslateAll();
        if (reader._abandoned) return null;
        var translated = reader._out.ToString();
        var findings = new DiagnosticBag(translated, offersFixes: false);
        var root = QueryParser.Parse(translated, options, findings);
        foreach (var finding in findings.ToList())
        {
            diagnostics.Add(finding.Severity, reader.SourceOf(finding.Span), finding.Message);
        }

        return root;
    }

    private TextSpan SourceOf(TextSpan span)
    {
        var first = IndexAt(span.Start);
        var last = IndexAt(Math.Max(span.Start, span.End - 1));
        return first < 0 ? new TextSpan(0, _text.Length) : new TextSpan(_map[first].Source.Start, Math.Max(_map[first].Source.End, _map[last].Source.End));
    }

    private int IndexAt(int written)
    {
        var low = 0;
        var high = _map.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_map[middle].Written <= written) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    private void Lose(TextSpan span, string what) => _diagnostics.Warning(span, $"Not carried over: {what}");

    /// <summary>An operand in our language, with how it is joined to what stands before it.</summary>
    private sealed class Piece
    {
        public required string Text { get; set; }

        public required TextSpan Source { get; init; }

        /// <summary><c>AND</c>, <c>OR</c>, a NEAR, or empty for a mere space.</summary>
        public string Joint { get; init; } = "";

        public bool IsNegated { get; init; }

        public bool IsRequired { get; set; }
    }

    private void TranslateAll()
    {
        while (_at < _tokens.Count && !_abandoned)
        {
            var part = Level();
            if (part.Length > 0)
            {
                if (_out.Length > 0) _out.Append(' ');
                _out.Append(part);
            }

            if (_at >= _tokens.Count) break;
            _diagnostics.Error(_tokens[_at].Span, "This closing bracket has no opening one; it is left out.");
            _at++;
        }

        BuildMap();
    }

    // Pieces are written in the order of the source, so their places can be found again in that order.
    private readonly List<(string Text, TextSpan Source)> _written = [];

    private void BuildMap()
    {
        var translated = _out.ToString();
        var from = 0;
        var missed = 0;
        foreach (var (text, source) in _written)
        {
            var found = translated.IndexOf(text, from, StringComparison.Ordinal);
            if (found < 0)
            {
                // Out of order (Lucene's prohibited words go last): near enough is the place of a neighbour. Bounded, to stay linear.
                if (++missed > 100) break;
                continue;
            }

            _map.Add((found, source));
            from = found + text.Length;
        }
    }

    private string Level()
    {
        var pieces = new List<Piece>();
        var joint = "";
        var isNegated = false;
        while (_at < _tokens.Count && !_abandoned)
        {
            var token = _tokens[_at];
            if (token.Kind == DialectTokenKind.Close) break;
            if (token is { Kind: DialectTokenKind.Word, Field.Length: 0, Sign: ' ' } && OperatorOf(token) is { } operation)
            {
                _at++;
                if (operation == "NOT") isNegated = !isNegated;
                else if (pieces.Count > 0) joint = operation;
                continue;
            }

            // By itself it is a sign to the classic parser only where an operand is due.
            if (_dialect == QueryDialect.Lucene && joint.Length > 0 && token is { Kind: DialectTokenKind.Word, Field.Length: 0, Sign: ' ', Text: "!" })
            {
                _at++;
                isNegated = !isNegated;
                continue;
            }

            var text = Operand(token);
            if (text.Length > 0)
            {
                pieces.Add(new Piece
                {
                    Text = text,
                    Source = token.Span,
                    Joint = joint,
                    IsNegated = isNegated ^ (token.Sign == '-'),
                    IsRequired = token.Sign == '+',
                });
            }

            joint = "";
            isNegated = false;
        }

        return _dialect == QueryDialect.Lucene ? JoinLucene(pieces) : _dialect == QueryDialect.Google ? JoinGoogle(pieces) : JoinPlain(pieces);
    }

    private string? OperatorOf(DialectToken token)
    {
        var word = token.Text;
        switch (_dialect)
        {
            case QueryDialect.Google:
                if (word is "OR" or "AND") return word;
                if (!word.StartsWith("AROUND(", StringComparison.Ordinal)) return word == "AROUND" ? "NEAR/10" : null;
                var digits = word.AsSpan(7).TrimEnd(')').Trim();
                return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 1000
                    ? string.Create(CultureInfo.InvariantCulture, $"NEAR/{n}")
                    : "NEAR/10";
            case QueryDialect.X:
                return word is "OR" ? word : null;
            case QueryDialect.Brandwatch:
                if (word is "AND" or "OR" or "NOT") return word;
                if (!word.StartsWith("NEAR/", StringComparison.Ordinal)) return null;
                return word.EndsWith('f') ? "ONEAR/" + word[5..^1] : word;
            default:
                return word is "AND" or "OR" or "NOT" ? word : null;
        }
    }

    private string JoinPlain(List<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (text.Length > 0) text.Append(' ').Append(piece.Joint.Length == 0 ? "AND" : piece.Joint).Append(' ');
            if (piece.IsNegated) text.Append("NOT ");
            text.Append(piece.Text);
        }

        return text.ToString();
    }

    /// <summary>OR binds tighter than the space: runs of it go in brackets.</summary>
    private static string JoinGoogle(List<Piece> all)
    {
        // AROUND binds tightest: what it joins is one piece.
        var pieces = new List<Piece>(all.Count);
        foreach (var piece in all)
        {
            if (piece.Joint.StartsWith('N') && pieces.Count > 0) pieces[^1].Text += $" {piece.Joint} {piece.Text}";
            else pieces.Add(piece);
        }

        var text = new StringBuilder();
        var ors = pieces.Count(piece => piece.Joint == "OR");
        for (var i = 0; i < pieces.Count; i++)
        {
            var joins = pieces[i].Joint == "OR";
            var joinsNext = i + 1 < pieces.Count && pieces[i + 1].Joint == "OR";
            if (i > 0) text.Append(joins ? " OR " : " AND ");
            if (!joins && joinsNext && ors < pieces.Count - 1) text.Append('(');
            if (pieces[i].IsNegated) text.Append("NOT ");
            text.Append(pieces[i].Text);
            if (joins && !joinsNext && ors < pieces.Count - 1) text.Append(')');
        }

        return text.ToString();
    }

    /// <summary>
    /// The classic parser knows only what must, should and must not be there: AND makes both its sides a must, and where there is a
    /// must, what merely should be there only ranks.
    /// </summary>
    private string JoinLucene(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Joint != "AND") continue;
            pieces[i].IsRequired = true;
            if (i > 0) pieces[i - 1].IsRequired = true;
        }

        var musts = pieces.Where(piece => piece.IsRequired && !piece.IsNegated).ToArray();
        var shoulds = pieces.Where(piece => !piece.IsRequired && !piece.IsNegated).ToArray();
        var nots = pieces.Where(piece => piece.IsNegated).ToArray();
        if (musts.Length > 0)
        {
            foreach (var piece in shoulds)
            {
                Lose(piece.Source, $"“{_text[piece.Source.Start..piece.Source.End]}” only ranks the posts that the required words find.");
            }

            var lost = shoulds.Select(piece => piece.Source).ToHashSet();
            _written.RemoveAll(written => lost.Contains(written.Source));
        }

        // In the order of the source wherever that says the same.
        if (musts.Length > 0 || shoulds.Length == 1)
        {
            var kept = pieces.Where(piece => piece.IsNegated || musts.Length == 0 || piece.IsRequired);
            return string.Join(" AND ", kept.Select(piece => piece.IsNegated ? "NOT " + piece.Text : piece.Text));
        }

        var wanted = string.Join(" OR ", shoulds.Select(piece => piece.Text));
        if (nots.Length == 0) return wanted;
        var unwanted = string.Join(" AND ", nots.Select(piece => "NOT " + piece.Text));
        return wanted.Length == 0 ? unwanted : $"({wanted}) AND {unwanted}";
    }

    private string Operand(DialectToken token)
    {
        _at++;
        switch (token.Kind)
        {
            case DialectTokenKind.Open:
                return Group(token);
            case DialectTokenKind.Foreign:
                Lose(token.Span, _dialect == QueryDialect.Lucene ? "a regular expression." : "a comment.");
                return "";
            case DialectTokenKind.Range:
                return Write(DialectFields.Range(token, _dialect, Lose), token);
            case DialectTokenKind.Braced:
                return Write($"case:{Quoted(token.Text)}", token);
            default:
                var field = token.Field.Length == 0 ? "" : DialectFields.Find(token, _dialect, Lose);
                if (field is null) return "";
                if (field.EndsWith('!')) return Write(field[..^1], token);
                return Write(field + Words(token, field.Length > 0), token);
        }
    }

    private string Write(string text, DialectToken token)
    {
        if (text.Length > 0) _written.Add((text, token.Span));
        return text;
    }

    private string Group(DialectToken open)
    {
        if (++_depth > _maximumNesting)
        {
            _abandoned = true;
            _diagnostics.Error(open.Span, string.Create(
                CultureInfo.InvariantCulture, $"Brackets and NOT are nested more than {_maximumNesting} deep here; the query is not read further."));
            return "";
        }

        var field = open.Field.Length == 0 ? "" : DialectFields.Find(open with { Text = "()" }, _dialect, Lose);
        var inner = Level();
        _depth--;
        if (_abandoned) return "";
        if (_at < _tokens.Count)
        {
            if (_tokens[_at].Suffix.Length > 0) Lose(_tokens[_at].Span, "the weight after ^, which only ranks.");
            _at++;
        }
        else
        {
            _diagnostics.Error(open.Span, "The bracket opened here is never closed; it is closed at the end.");
        }

        return inner.Length == 0 || field is null || field.EndsWith('!') ? "" : $"{field}({inner})";
    }

    private string Words(DialectToken token, bool isValue)
    {
        var words = token.Text;
        if (token.Kind == DialectTokenKind.Quoted)
        {
            if (_dialect == QueryDialect.Lucene) words = Unescape(words);
            if (_dialect == QueryDialect.Google && words.Contains('*'))
            {
                Lose(token.Span, "the * that stands for words inside a phrase.");
                words = words.Replace("*", " ", StringComparison.Ordinal);
            }

            var slop = "";
            if (token.Suffix.Length > 0)
            {
                var tilde = token.Suffix.IndexOf('~');
                var caret = token.Suffix.IndexOf('^');
                if (caret >= 0) Lose(token.Span, "the weight after ^, which only ranks.");
                if (tilde >= 0) slop = "~" + token.Suffix[(tilde + 1)..(caret > tilde ? caret : token.Suffix.Length)].Split('.')[0];
                if (slop == "~") slop = "";
            }

            return Quoted(words) + slop;
        }

        if (_dialect == QueryDialect.Lucene) words = LuceneWord(token, words);
        if (_dialect == QueryDialect.Google && words.StartsWith('~'))
        {
            Lose(token.Span, "the ~ that asks for synonyms.");
            words = words.TrimStart('~');
        }

        if (!isValue && _dialect != QueryDialect.Brandwatch && _dialect != QueryDialect.Lucene && words.Contains('*'))
        {
            if (words.Trim('*').Length == 0)
            {
                Lose(token.Span, "a * by itself, which stands for any word.");
                return "";
            }
        }

        // A word that our language, but not theirs, would take for an operator or a field is a word.
        var reserved = words.Equals("and", StringComparison.OrdinalIgnoreCase) || words.Equals("or", StringComparison.OrdinalIgnoreCase)
            || words.Equals("not", StringComparison.OrdinalIgnoreCase) || words.StartsWith("NEAR", StringComparison.Ordinal) || words.StartsWith("ONEAR", StringComparison.Ordinal);
        return reserved ? Quoted(words) : words;
    }

    private string LuceneWord(DialectToken token, string words)
    {
        var caret = words.IndexOf('^');
        if (caret > 0)
        {
            Lose(token.Span, "the weight after ^, which only ranks.");
            words = words[..caret];
        }

        var tilde = words.IndexOf('~');
        if (tilde > 0)
        {
            Lose(token.Span, "the ~ that asks for similar spellings.");
            words = words[..tilde];
        }

        if (words == "*")
        {
            Lose(token.Span, "* by itself, which stands for everything.");
            return "";
        }

        return words.Contains('\\') ? Quoted(Unescape(words)) : words;
    }

    private static string Unescape(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '\\' && i + 1 < words.Length) i++;
            text.Append(words[i]);
        }

        return text.ToString();
    }

    private static string Quoted(string words)
    {
        var text = new StringBuilder(words.Length + 2).Append('"');
        foreach (var c in words) text.Append(QueryLexer.IsQuote(c) ? ' ' : c);
        return text.Append('"').ToString();
    }
}

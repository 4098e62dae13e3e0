using System.Globalization;
using System.Text;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Dialects;

/// <summary>
/// Turns a query of another dialect into our own language, and says what could not be carried over. Findings of our parser about
/// the result are told at the place in the original that they come from.
/// </summary>
internal sealed partial class DialectReader
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

    // The field of words that name none: inside brackets behind it, and behind Google's "all".
    private string _eachField = "";

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
        DialectToken? operation = null;
        DialectToken? negation = null;
        var isNegated = false;
        var outerField = _eachField;

        // An operand was left out, which has been said: an operator that it leaves alone needs no words.
        var lost = false;
        while (_at < _tokens.Count && !_abandoned)
        {
            var token = _tokens[_at];
            if (token.Kind == DialectTokenKind.Close) break;
            if (token is { Kind: DialectTokenKind.Word, Field.Length: 0, Sign: ' ' } && OperatorOf(token) is { } name)
            {
                _at++;
                if (name == "NOT")
                {
                    isNegated = !isNegated;
                    negation = token;
                    continue;
                }

                if (pieces.Count == 0 || (operation is not null && !lost))
                {
                    if (!lost) NoteLone(operation ?? token, operation is null ? "before" : "after");
                    if (operation is null) continue;
                }

                (joint, operation, lost) = (name, token, false);
                if (name.Contains('/')) _written.Add((name, token.Span));
                continue;
            }

            // By itself it is a sign to the classic parser only where an operand is due.
            if (_dialect == QueryDialect.Lucene && (joint.Length > 0 || pieces.Count == 0) && token is { Kind: DialectTokenKind.Word, Field.Length: 0, Sign: ' ', Text: "!" })
            {
                _at++;
                isNegated = !isNegated;
                negation = token;
                continue;
            }

            if (_dialect == QueryDialect.Google && DialectFields.FieldOfAll(token.Field) is { } all) _eachField = all;
            var text = Operand(token);
            lost = text.Length == 0;
            if (!lost)
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

            (isNegated, negation) = (false, null);

            // What follows an operand that is lost stands where that stood, if the dialect joins by AND before it joins by OR.
            if (lost && joint == "OR" && _dialect is QueryDialect.X or QueryDialect.Brandwatch) continue;
            (joint, operation) = ("", null);
        }

        if (operation is { } last && !lost) NoteLone(last, "after");
        if (negation is { } nothing) NoteLone(nothing, "after");
        _eachField = outerField;
        return _dialect == QueryDialect.Lucene ? JoinLucene(pieces) : _dialect == QueryDialect.Google ? JoinGoogle(pieces) : JoinPlain(pieces);
    }

    private void NoteLone(DialectToken operation, string side) => _diagnostics.Error(
        operation.Span, $"{_text[operation.Span.Start..operation.Span.End]} has nothing {side} it; it is left out.", _diagnostics.Remove(operation.Span));

    private string? OperatorOf(DialectToken token)
    {
        var word = token.Text;
        switch (_dialect)
        {
            case QueryDialect.Google:
                return word is "OR" or "AND" ? word : word.StartsWith("AROUND", StringComparison.OrdinalIgnoreCase) ? AroundOf(token) : null;
            case QueryDialect.X:
                return word is "OR" ? word : null;
            case QueryDialect.Brandwatch:
                if (word is "AND" or "OR" or "NOT") return word;
                if (word is "NEAR") return word;
                if (!word.StartsWith("NEAR/", StringComparison.Ordinal)) return null;
                return word.EndsWith('f') ? "ONEAR/" + word[5..^1] : word;
            default:
                return word is "AND" or "OR" or "NOT" ? word : null;
        }
    }

    private string? AroundOf(DialectToken token)
    {
        var word = token.Text;
        var open = word.IndexOf('(');
        if (open < 0) return word == "AROUND" ? "NEAR/10" : null;
        if (word[..open].TrimEnd().Length != 6) return null;
        var digits = word.AsSpan(open + 1).TrimEnd(')').Trim();
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 1000) return string.Create(CultureInfo.InvariantCulture, $"NEAR/{n}");
        _diagnostics.Error(token.Span, "AROUND wants a whole number from 0 to 1,000 in its brackets; it is read as NEAR/10.", _diagnostics.Replace(token.Span, "AROUND(10)"));
        return "NEAR/10";
    }

    private string Operand(DialectToken token)
    {
        _at++;
        if (token.IsUnclosed)
        {
            var opening = token.Kind switch { DialectTokenKind.Quoted => "quote", DialectTokenKind.Foreign => _text[token.Span.Start..Math.Min(token.Span.Start + (_dialect == QueryDialect.Lucene ? 1 : 3), _text.Length)], _ => "bracket" };
            _diagnostics.Error(token.Span, $"The {opening} opened here is never closed; it is closed at the end.");
        }

        if (token.Sign == '+' && _dialect != QueryDialect.Lucene) Lose(token.Span, "the + before a word.");
        switch (token.Kind)
        {
            case DialectTokenKind.Stray:
                _diagnostics.Error(token.Span, "This closing bracket has no opening one; it is left out.", _diagnostics.Remove(token.Span));
                return "";
            case DialectTokenKind.Open:
                return Group(token);
            case DialectTokenKind.Foreign:
                Lose(token.Span, _dialect == QueryDialect.Lucene ? "a regular expression." : "a comment.");
                return "";
            case DialectTokenKind.Range when _dialect == QueryDialect.X:
                Lose(token.Span, $"there is nothing like {token.Field}: here; the condition is left out.");
                return "";
            case DialectTokenKind.Range:
                return Write(DialectFields.Range(token, _dialect, Lose), token);
            case DialectTokenKind.Braced:
                return Write($"case:{Quoted(token.Text)}", token);
            default:
                return Write(Value(token.Field.Length == 0 ? token with { Field = _eachField } : token), token);
        }
    }

    /// <summary>A word or phrase, with the field that it is the value of.</summary>
    private string Value(DialectToken token)
    {
        if (token.Field.Length == 0) return Words(token, isValue: false);
        if (DialectFields.Find(token, _dialect, Lose) is not { } field) return "";
        if (field.EndsWith('!')) return field[..^1];
        if (field.EndsWith('#') || field.EndsWith('@')) return TagOf(token, field);
        var words = Words(token, field.Length > 0);
        if (words.Length == 0) return "";
        if (field == "case:") LoseSigns(token);
        if (field is "since:" or "until:") words = WholeDate(words);
        if (field.EndsWith('=') && words.Contains("..", StringComparison.Ordinal)) field = field[..^2];
        return field + words;
    }

    /// <summary>Google's <c>2026</c>, <c>2026-11</c> and <c>2026/11/1</c>, which are the first day of that.</summary>
    private static string WholeDate(string words)
    {
        if (words.Length < 4 || !words.AsSpan(0, 4).ContainsAnyInRange('0', '9') || FieldNames.DateOf(words) is not null) return words;
        return FieldNames.LooseDateOf(words.Length == 4 ? words + "-01" : words) is { } date && words.StartsWith(date.Year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? FieldNames.Write(date)
            : words;
    }

    private string TagOf(DialectToken token, string sign)
    {
        var tag = token.Text.TrimStart(sign[0]);
        if (tag.Length > 0 && !tag.Any(char.IsWhiteSpace)) return sign + tag;
        Lose(token.Span, $"{token.Field}: with more than one word in quotes.");
        return "";
    }

    /// <summary>Brandwatch's <c>raw:</c> looks for signs too.</summary>
    private void LoseSigns(DialectToken token)
    {
        var words = new TokenStream();
        words.Read(token.Text, TextDialect.Neutral);
        foreach (ref readonly var word in words.Tokens)
        {
            if (word.TakesPosition) continue;
            Lose(token.Span, $"the sign {token.Text[word.Start..word.End]} of raw:, of which the words are found in exactly these capitals.");
            return;
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

        // Brackets behind a field whose values are conditions of their own: the field goes to each of them.
        var outerField = _eachField;
        var isEach = open.Field.Length > 0 && DialectFields.IsPerValue(open.Field, _dialect);
        if (isEach) _eachField = open.Field;
        var field = open.Field.Length == 0 || isEach ? "" : DialectFields.Find(open with { Text = "()" }, _dialect, Lose);
        var inner = Level();
        _eachField = outerField;
        _depth--;
        if (_abandoned) return "";
        if (_at < _tokens.Count)
        {
            if (_tokens[_at].Suffix.StartsWith('^')) Lose(_tokens[_at].Span, "the weight after ^, which only ranks.");
            else if (_tokens[_at].Suffix.Length > 0) Lose(_tokens[_at].Span, $"the {_tokens[_at].Suffix} behind brackets, which wants all of them near each other.");
            _at++;
        }
        else
        {
            _diagnostics.Error(open.Span, "The bracket opened here is never closed; it is closed at the end.");
        }

        return inner.Length == 0 || field is null || field.EndsWith('!') ? "" : $"{field}({inner})";
    }
}

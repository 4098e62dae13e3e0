using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Dialects;

/// <summary>Cuts a query of another dialect into pieces; linear, and every character belongs to a piece or is blank.</summary>
internal sealed class DialectScanner(string text, QueryDialect dialect)
{
    private int _at;

    public static List<DialectToken> Read(string text, QueryDialect dialect)
    {
        var scanner = new DialectScanner(text, dialect);
        var tokens = new List<DialectToken>();
        while (scanner.Next() is { } token) tokens.Add(token);
        return tokens;
    }

    private char Current => _at < text.Length ? text[_at] : '\0';

    private DialectToken? Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        if (_at == text.Length) return null;
        var start = _at;
        if (Current == ')') return Close();
        if (IsRangeEnd(Current)) return Stray();
        if (dialect == QueryDialect.Brandwatch && text.AsSpan(_at).StartsWith("<<<", StringComparison.Ordinal)) return Until(">>>", start);
        if (Current is '|' && dialect is QueryDialect.Google) return Single(start, "OR");
        if (Current is '&' or '|' && _at + 1 < text.Length && text[_at + 1] == Current)
        {
            var name = Current == '&' ? "AND" : "OR";
            _at++;
            return Single(start, name);
        }

        var sign = ' ';
        if (Current is '-' or '+' or '!' && _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]))
        {
            sign = Current == '+' ? '+' : '-';
            _at++;
        }

        var field = Field();
        if (Current == '(')
        {
            _at++;
            return new DialectToken(DialectTokenKind.Open, new TextSpan(start, _at), sign, field, "");
        }

        if (QueryLexer.IsQuote(Current)) return Quoted(start, sign, field);
        if (Current == '{' && dialect == QueryDialect.Brandwatch) return Enclosed(DialectTokenKind.Braced, "}", start, sign, field);
        if ((Current is '[' or '{' && dialect == QueryDialect.Lucene) || (Current == '[' && field.Length > 0 && dialect is QueryDialect.Brandwatch or QueryDialect.X))
        {
            return Enclosed(DialectTokenKind.Range, "]}", start, sign, field);
        }

        if (Current == '/' && dialect == QueryDialect.Lucene) return Enclosed(DialectTokenKind.Foreign, "/", start, sign, field);
        return Word(start, sign, field);
    }

    private DialectToken Close()
    {
        var start = _at++;
        var suffix = _at;
        if (dialect == QueryDialect.Lucene && Current == '^')
        {
            do _at++;
            while (char.IsAsciiDigit(Current) || Current == '.');
        }
        else if (dialect == QueryDialect.Brandwatch && Current == '~')
        {
            do _at++;
            while (char.IsAsciiDigit(Current));
        }

        return new DialectToken(DialectTokenKind.Close, new TextSpan(start, _at), ' ', "", "", text[suffix.._at]);
    }

    /// <summary>Whether the dialect knows the character as the end of a range or of exact case, and as nothing else.</summary>
    private bool IsRangeEnd(char c) => (c is ']' or '}' && dialect == QueryDialect.Lucene) || (c == '}' && dialect == QueryDialect.Brandwatch);

    private DialectToken Stray()
    {
        _at++;
        return new DialectToken(DialectTokenKind.Stray, new TextSpan(_at - 1, _at), ' ', "", "");
    }

    private DialectToken Single(int start, string word)
    {
        _at++;
        return new DialectToken(DialectTokenKind.Word, new TextSpan(start, _at), ' ', "", word);
    }

    private DialectToken Until(string end, int start)
    {
        var found = text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? text.Length : found + end.Length;
        return new DialectToken(DialectTokenKind.Foreign, new TextSpan(start, _at), ' ', "", text[start.._at], IsUnclosed: found < 0);
    }

    private string Field()
    {
        var i = _at;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '.')) i++;
        if (i == _at || i >= text.Length || text[i] != ':' || !(char.IsAsciiLetter(text[_at]) || text[_at] == '_')) return "";
        if (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text.AsSpan(i + 1).StartsWith("//", StringComparison.Ordinal)) return "";
        var field = text[_at..i];
        _at = i + 1;
        return field;
    }

    private DialectToken Quoted(int start, char sign, string field)
    {
        var content = ++_at;
        while (_at < text.Length && !QueryLexer.IsQuote(text[_at]))
        {
            if (text[_at] == '\\' && dialect == QueryDialect.Lucene && _at + 1 < text.Length) _at++;
            _at++;
        }

        var end = Math.Min(_at, text.Length);
        var isUnclosed = end == text.Length;
        _at = Math.Min(end + 1, text.Length);
        var suffix = _at;
        while (_at < text.Length && (text[_at] is '~' or '^' or '.' || char.IsAsciiDigit(text[_at])) && (_at > suffix || text[_at] is '~' or '^')) _at++;
        return new DialectToken(DialectTokenKind.Quoted, new TextSpan(start, _at), sign, field, text[content..end], text[suffix.._at], isUnclosed);
    }

    private DialectToken Enclosed(DialectTokenKind kind, string ends, int start, char sign, string field)
    {
        var content = ++_at;
        while (_at < text.Length && !ends.Contains(text[_at])) _at++;
        var inner = text[content.._at];
        var isUnclosed = _at == text.Length;
        if (!isUnclosed) _at++;
        var brackets = isUnclosed ? text[(content - 1)..content] : $"{text[content - 1]}{text[_at - 1]}";
        return new DialectToken(kind, new TextSpan(start, _at), sign, field, inner, brackets, isUnclosed);
    }

    private DialectToken Word(int start, char sign, string field)
    {
        var content = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')') && !QueryLexer.IsQuote(text[_at]) && !IsRangeEnd(text[_at]))
        {
            if (text[_at] == '\\' && dialect == QueryDialect.Lucene && _at + 1 < text.Length) _at++;
            _at++;
        }

        // AROUND(3) is one operator, although it has brackets.
        if (dialect == QueryDialect.Google && text.AsSpan(content, Math.Min(_at, text.Length) - content).Equals("AROUND", StringComparison.OrdinalIgnoreCase))
        {
            var open = _at;
            if (text[content] == 'A') while (open < text.Length && text[open] == ' ') open++;
            var close = open < text.Length && text[open] == '(' ? text.IndexOf(')', open, Math.Min(8, text.Length - open)) : -1;
            if (close >= 0) _at = close + 1;
        }

        _at = Math.Min(_at, text.Length);
        return new DialectToken(DialectTokenKind.Word, new TextSpan(start, _at), sign, field, text[content.._at]);
    }
}

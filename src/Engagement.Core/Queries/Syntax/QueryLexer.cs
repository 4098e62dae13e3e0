using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>What a <see cref="QueryToken"/> is.</summary>
internal enum QueryTokenKind : byte
{
    End,

    /// <summary>Anything between blanks that is nothing else.</summary>
    Word,

    /// <summary>Text between quotes.</summary>
    Quoted,

    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary><c>NEAR</c> or <c>ONEAR</c>, with or without a number.</summary>
    Near,

    /// <summary><c>name:</c> with its value following.</summary>
    Field,
}

/// <summary>One token of a query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="ContentStart">Where the words of a quoted text begin.</param>
/// <param name="ContentEnd">Where they end.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, int End, int ContentStart, int ContentEnd)
{
    public TextSpan Span => new(Start, End);

    /// <summary>Whether the token can stand at the beginning of an operand.</summary>
    public bool BeginsOperand => Kind is QueryTokenKind.Word or QueryTokenKind.Quoted or QueryTokenKind.Open or QueryTokenKind.Field or QueryTokenKind.Not;

    /// <summary>Whether the token can stand at the end of an operand.</summary>
    public bool EndsOperand => Kind is QueryTokenKind.Word or QueryTokenKind.Quoted or QueryTokenKind.Close;
}

/// <summary>Cuts a query text into tokens, without judgement: what they mean together is the parser's business.</summary>
internal static class QueryLexer
{
    private const string Quotes = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\u301D\u301E\u301F\uFF02";

    public static bool IsQuote(char c) => c == '"' || (c >= '\u00AB' && Quotes.Contains(c));

    public static List<QueryToken> Read(string text)
    {
        var tokens = new List<QueryToken>(Math.Min(text.Length / 4, 4096) + 2);
        var i = 0;
        while (true)
        {
            while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            if (i == text.Length) break;
            var token = ReadOne(text, i, tokens);
            tokens.Add(token);
            i = token.End;
        }

        tokens.Add(new QueryToken(QueryTokenKind.End, text.Length, text.Length, text.Length, text.Length));
        return tokens;
    }

    private static QueryToken ReadOne(string text, int i, List<QueryToken> before)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        if (c == '(') return Of(QueryTokenKind.Open, i, i + 1);
        if (c == ')') return Of(QueryTokenKind.Close, i, i + 1);
        if (IsQuote(c)) return ReadQuoted(text, i);
        if (c == '&' && next == '&') return Of(QueryTokenKind.And, i, i + 2);
        if (c == '|') return Of(QueryTokenKind.Or, i, next == '|' ? i + 2 : i + 1);
        if (IsNegation(c) && BeginsOperand(next) && (c == '!' || IsFree(text, i, before))) return Of(QueryTokenKind.Not, i, i + 1);
        return ReadChunk(text, i);
    }

    private static QueryToken ReadQuoted(string text, int i)
    {
        var end = i + 1;
        while (end < text.Length && !IsQuote(text[end])) end++;
        return end == text.Length
            ? new QueryToken(QueryTokenKind.Quoted, i, end, i + 1, end)
            : new QueryToken(QueryTokenKind.Quoted, i, WithSlop(text, end + 1), i + 1, end);
    }

    /// <summary>A slop follows the closing quote at once: <c>"a b"~5</c>.</summary>
    private static int WithSlop(string text, int end)
    {
        if (end >= text.Length || text[end] != '~') return end;
        var digits = end + 1;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits == end + 1 ? end : digits;
    }

    private static QueryToken ReadChunk(string text, int i)
    {
        // Before the end of the chunk is looked for: a chunk of many fields would be walked once for each.
        var colon = FieldName(text.AsSpan(i));
        if (colon > 0 && !IsAddress(text, i + colon)) return Of(QueryTokenKind.Field, i, i + colon + 1);

        var end = i;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')') && !IsQuote(text[end])
            && !(text[end] == '|' && end > i))
        {
            if (end > i && text[end] == '&' && end + 1 < text.Length && text[end + 1] == '&') break;
            end++;
        }

        var chunk = text.AsSpan(i, end - i);
        if (chunk.SequenceEqual("AND")) return Of(QueryTokenKind.And, i, end);
        if (chunk.SequenceEqual("OR")) return Of(QueryTokenKind.Or, i, end);
        if (chunk.SequenceEqual("NOT")) return Of(QueryTokenKind.Not, i, end);
        if (IsNear(chunk)) return Of(QueryTokenKind.Near, i, end);
        return Of(QueryTokenKind.Word, i, end);
    }

    private static bool IsNear(ReadOnlySpan<char> chunk)
    {
        var name = chunk.StartsWith("ONEAR", StringComparison.Ordinal) ? 5 : chunk.StartsWith("NEAR", StringComparison.Ordinal) ? 4 : 0;
        return name > 0 && (chunk.Length == name || chunk[name] == '/');
    }

    /// <summary>Place of the colon after a name of letters, from 1; 0 when the text does not begin so.</summary>
    private static int FieldName(ReadOnlySpan<char> chunk)
    {
        var i = 0;
        while (i < chunk.Length && (char.IsAsciiLetter(chunk[i]) || (i > 0 && chunk[i] == '_'))) i++;
        return i < chunk.Length && chunk[i] == ':' ? i : 0;
    }

    private static bool IsAddress(string text, int colon) => text.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal);

    // A dash is what word processors make of a minus before a word.
    private static bool IsNegation(char c) => c is '-' or '!' or '\u2212' or '\u2013';

    private static bool BeginsOperand(char c) => !char.IsWhiteSpace(c) && c is not (')' or '-' or '!' or '>' or '=');

    /// <summary>Whether white space, an opening bracket or another minus stands before.</summary>
    private static bool IsFree(string text, int i, List<QueryToken> before) =>
        i == 0 || char.IsWhiteSpace(text[i - 1]) || (before.Count > 0 && before[^1].Kind is QueryTokenKind.Open or QueryTokenKind.Not or QueryTokenKind.Or or QueryTokenKind.And);

    private static QueryToken Of(QueryTokenKind kind, int start, int end) => new(kind, start, end, start, end);
}

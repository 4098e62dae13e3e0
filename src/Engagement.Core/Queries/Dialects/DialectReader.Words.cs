using System.Text;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Dialects;

/// <summary>Words and phrases as each dialect writes them.</summary>
internal sealed partial class DialectReader
{
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

        if (_dialect == QueryDialect.Google && !isValue && IsNumberRange(words))
        {
            Lose(token.Span, "a range of numbers.");
            return "";
        }

        if (!isValue && _dialect != QueryDialect.Brandwatch && _dialect != QueryDialect.Lucene && words.Contains('*'))
        {
            if (words.Trim('*').Length == 0)
            {
                Lose(token.Span, "a * by itself, which stands for any word.");
                return "";
            }
        }

        NoteForeignOperator(token, isValue);

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

        if (words is "*" or "*:*")
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

    /// <summary>Operators of other dialects, which this one takes for words.</summary>
    private void NoteForeignOperator(DialectToken token, bool isValue)
    {
        if (isValue || token.Kind != DialectTokenKind.Word) return;
        if (_dialect == QueryDialect.X && token.Text == "AND")
        {
            _diagnostics.Warning(token.Span, "“AND” is a word to find in this dialect, where a space says AND.", _diagnostics.Remove(token.Span));
        }
        else if (_dialect is QueryDialect.X or QueryDialect.Google && token.Text == "NOT")
        {
            var next = _at < _tokens.Count ? _tokens[_at].Span.Start : token.Span.End;
            _diagnostics.Warning(
                token.Span, "“NOT” is a word to find in this dialect, where a minus leaves out.", _diagnostics.Replace(new TextSpan(token.Span.Start, next), "-"));
        }
    }

    private static bool IsNumberRange(string words)
    {
        var dots = words.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && char.IsAsciiDigit(words[dots - 1]) && dots + 2 < words.Length && words.AsSpan(dots + 2).ContainsAnyInRange('0', '9') && !words.Any(char.IsLetter);
    }
}

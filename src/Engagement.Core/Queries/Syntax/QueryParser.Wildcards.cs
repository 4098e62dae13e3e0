using System.Globalization;
using System.Text;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Wildcards: <c>*</c> at the end of a word, <c>?</c> for one character.</summary>
internal sealed partial class QueryParser
{
    // Letters that no keyboard has stand for the wildcards while the tokenizer, which knows no wildcards, reads the words of a query.
    private const char AnyMark = '\uA66E';
    private const char OpenMark = '\uA66D';
    private const int FewestLetters = 2;

    private bool _saidGap;

    private string MarkWildcards(string written, int start)
    {
        if (written.AsSpan().IndexOfAny('*', '?') < 0) return written;
        var marked = new StringBuilder(written);
        var runEnd = 0;
        var hasLetter = false;
        for (var i = 0; i < written.Length; i++)
        {
            if (i >= runEnd && written[i] != '*') runEnd = Math.Max(i + 1, EndOfRun(written, i, out hasLetter));
            if (written[i] is not ('*' or '?')) continue;
            var follows = i > 0 && (IsWordPart(written[i - 1]) || written[i - 1] == '?');
            var precedes = i + 1 < written.Length && (IsWordPart(written[i + 1]) || written[i + 1] == '?');
            if (written[i] == '?' && (follows || precedes) && hasLetter)
            {
                marked[i] = AnyMark;
            }
            else if (written[i] == '*' && follows)
            {
                marked[i] = OpenMark;
            }
            else
            {
                var end = i + 1;
                while (end < written.Length && written[end] == written[i]) end++;
                NoteLoneWildcard(written, start, i, end);
                for (; i < end; i++) marked[i] = ' ';
                i--;
            }
        }

        return marked.ToString();
    }

    private void NoteLoneWildcard(string written, int start, int first, int end)
    {
        var span = new TextSpan(start + first, start + end);
        var isAll = first == 0 && end == written.Length;
        _diagnostics.Error(
            span,
            written[first] == '*'
                ? $"“{written[first..end]}” stands for the rest of a word and needs letters beside it; it is left out."
                : $"“{written[first..end]}” stands for {(end == first + 1 ? "one character" : $"{end - first} characters")} of a word and needs letters beside it; it is left out.",
            written[first] == '*' && !_saidGap ? Gap(written, start) : "",
            isAll ? WithoutLeaf() : _diagnostics.Remove(span));
    }

    /// <summary>
    /// Google's phrase with words left open, as two sides with so many words between: <c>"so * * kind"</c>, where the stars stand together. Empty for anything
    /// else.
    /// </summary>
    private string Gap(string written, int start)
    {
        _saidGap = true;
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.IndexOf(words, "*");
        var last = Array.LastIndexOf(words, "*");
        if (first < 1 || last == words.Length - 1 || start == 0 || !QueryLexer.IsQuote(_text[start - 1])) return "";
        for (var i = first; i <= last; i++)
        {
            if (words[i] != "*") return "";
        }

        var end = Math.Min(_text.Length, start + written.Length + 1);
        return _diagnostics.Replace(
            new TextSpan(start - 1, end),
            string.Create(CultureInfo.InvariantCulture, $"{Side(words[..first])} ONEAR/{last - first + 1} {Side(words[(last + 1)..])}"));

        static string Side(string[] side) => side.Length == 1 ? side[0] : $"\"{string.Join(' ', side)}\"";
    }

    /// <summary>End of the run of letters and wildcards that begins at <paramref name="from"/>, and whether it has a letter.</summary>
    private static int EndOfRun(string written, int from, out bool hasLetter)
    {
        hasLetter = false;
        var end = from;
        for (; end < written.Length && (written[end] == '?' || IsWordPart(written[end])); end++) hasLetter |= written[end] != '?';
        return end;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static Term TermOf(string folded, bool open, TermKind kind, string? exact)
    {
        var shape = (open ? TermShape.Prefix : TermShape.Whole) | (folded.Contains('?') ? TermShape.Pattern : TermShape.Whole);
        return new Term(folded, shape, kind, exact);
    }

    private static string Unmark(ReadOnlySpan<char> folded) => folded.ToString().Replace(AnyMark, '?');

    private static int CountLetters(string body)
    {
        var count = 0;
        foreach (var c in body)
        {
            if (c != '?') count++;
        }

        return count;
    }
}

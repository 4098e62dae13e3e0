using System.Globalization;
using System.Text;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

internal sealed partial class QueryParser
{
    // Letters that no keyboard has stand for the wildcards while the tokenizer, which knows no wildcards, reads the words of a query.
    private const char AnyMark = '\uA66E';
    private const char OpenMark = '\uA66D';
    private const int FewestLetters = 2;
    private const int MostSlopTerms = 32;

    private static readonly TextDialect[] SigilDialects = [TextDialect.X, TextDialect.Mastodon, TextDialect.Bluesky, TextDialect.Neutral];

    private bool _saidPunctuation;
    private bool _saidHyphen;
    private bool _saidGap;

    private QueryNode? ParseWord(QueryToken token, Context context)
    {
        var written = TextOf(token);
        if (IsWord(token, "not"))
        {
            _diagnostics.Warning(
                token.Span,
                $"“{written}” is read as a word to find. To leave out posts with what follows, write NOT.",
                Current.BeginsOperand ? _diagnostics.Replace(token.Span, "NOT") : "",
                _diagnostics.Replace(token.Span, $"\"{written}\""));
        }
        else if (IsLooseNear(written))
        {
            _diagnostics.Warning(
                token.Span,
                $"“{written}” is read as words to find. The operator is written in capitals.",
                _diagnostics.Replace(token.Span, written.ToString().ToUpperInvariant()));
        }

        NoteAround(token, written);
        return ReadTerms(token.Span, token.Start, token.End, context, SequenceNode.Exact);
    }

    /// <summary>Google's <c>AROUND(5)</c>, which here is a word and a bracket.</summary>
    private void NoteAround(QueryToken token, ReadOnlySpan<char> written)
    {
        if (!written.SequenceEqual("AROUND") || Current.Kind != QueryTokenKind.Open || Current.Start != token.End || _at + 2 >= _tokens.Count) return;
        var (number, close) = (_tokens[_at + 1], _tokens[_at + 2]);
        if (number.Kind != QueryTokenKind.Word || close.Kind != QueryTokenKind.Close || TextOf(number).ContainsAnyExceptInRange('0', '9')) return;
        var span = new TextSpan(token.Start, close.End);
        _diagnostics.Warning(
            span,
            $"“{_text[span.Start..span.End]}” is Google's and is read as words to find. Here NEAR/{TextOf(number)} says that.",
            _diagnostics.Replace(span, $"NEAR/{TextOf(number)}"));
    }

    private static bool IsLooseNear(ReadOnlySpan<char> written)
    {
        var slash = written.IndexOf('/');
        return slash is 4 or 5 && slash + 1 < written.Length && char.IsAsciiDigit(written[slash + 1])
            && (written[..slash].Equals("near", StringComparison.OrdinalIgnoreCase) || written[..slash].Equals("onear", StringComparison.OrdinalIgnoreCase));
    }

    private QueryNode? ParsePhrase(QueryToken token, Context context)
    {
        var slop = SequenceNode.Exact;
        if (token.End > token.ContentEnd + 1)
        {
            var digits = _text.AsSpan(token.ContentEnd + 2, token.End - token.ContentEnd - 2);
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out slop) || slop > GreatestDistance)
            {
                slop = GreatestDistance;
                var span = new TextSpan(token.ContentEnd + 1, token.End);
                _diagnostics.Error(span, "The number after ~ is from 0 to 1,000; it is read as ~1000.", _diagnostics.Replace(span, "~1000"));
            }
        }

        if (_text.AsSpan(token.ContentStart, token.ContentEnd - token.ContentStart).IsWhiteSpace())
        {
            _diagnostics.Error(token.Span, "There is nothing between these quotes; they are left out.", _diagnostics.Remove(token.Span));
            return null;
        }

        return ReadTerms(token.Span, token.ContentStart, token.ContentEnd, context, slop);
    }

    private QueryNode? ReadTerms(TextSpan span, int start, int end, Context context, int slop)
    {
        var written = _text[start..end];
        var marked = MarkWildcards(written, start);
        Tokenize(marked);
        var terms = new List<Term>();
        var places = new List<TextSpan>();
        var tokens = _words.Tokens;
        var punctuation = -1;
        for (var i = 0; i < tokens.Length && !_abandoned; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.TakesPosition)
            {
                if (punctuation < 0) punctuation = i;
                continue;
            }

            // A star after something that ends where the letters of a handle or address end is a token of its own.
            var isOpen = i + 1 < tokens.Length && tokens[i + 1].Start == token.End && _words.Folded(tokens[i + 1]) is [OpenMark];
            if (MakeTerm(token, written, start, isOpen, context.IsExact) is { } term)
            {
                terms.Add(term);
                places.Add(new TextSpan(token.Start, token.End));
            }

            if (isOpen) i++;
        }

        if (_abandoned) return null;
        if (terms.Count == 0)
        {
            if (tokens.Length > 0 && punctuation >= 0 && written.AsSpan().IndexOfAny('*', '?') < 0)
            {
                // A minus that lost its word: what was meant is said first.
                var isLoneMinus = written == "-" && Current.BeginsOperand && Current.Kind != QueryTokenKind.Not;
                _diagnostics.Warning(
                    span,
                    $"“{written}” has no letters, digits or emoji to search for; it is left out.",
                    isLoneMinus ? _diagnostics.Replace(new TextSpan(span.Start, Current.Start), "-") : "",
                    _diagnostics.Remove(span));
            }
            else if (tokens.Length == 0 && !written.AsSpan().ContainsAny('*', '?'))
            {
                _diagnostics.Warning(span, "These characters cannot be seen or searched for; they are left out.", _diagnostics.Remove(span));
            }

            return null;
        }

        NoteSigil(span, written, terms);
        NotePunctuation(punctuation, tokens, start);
        if (slop != SequenceNode.Exact && terms.Count > MostSlopTerms)
        {
            _diagnostics.Error(span, "Words within a window of each other (~) can be 32 at most; this is read as an exact phrase.");
            slop = SequenceNode.Exact;
        }

        var sequence = new SequenceNode(span, [.. terms], context.Scope, terms.Count == 1 ? SequenceNode.Exact : slop);
        var compounds = Hyphenation.CompoundsOf(written, terms, places);
        if (compounds.Count == 0) return sequence;
        if (_options.JoinsHyphens) return Hyphenation.Alternatives(sequence, compounds);
        NoteHyphen(span, written, compounds, terms.Count);
        return sequence;
    }

    private void NoteHyphen(TextSpan span, string written, List<(int First, int Count)> compounds, int terms)
    {
        if (_saidHyphen || _options.Dialect != QueryDialect.Standard || compounds is not [(0, var count)] || count != terms) return;
        _saidHyphen = true;
        var joined = written.Replace("-", "", StringComparison.Ordinal).Replace("\u2010", "", StringComparison.Ordinal).Replace("\u2011", "", StringComparison.Ordinal);
        if (joined.AsSpan().ContainsAny("*?")) return;
        _diagnostics.Information(
            span,
            $"“{written}” finds it with a hyphen or a space, and not “{joined}”.",
            _diagnostics.Replace(span, $"({_text[span.Start..span.End]} OR {joined})"));
    }

    /// <summary>Reads the words with the tokenizer that reads the posts; a sigil by the rules of the platform that knows it.</summary>
    private void Tokenize(string words)
    {
        if (words.Length > 1 && words[0] is '#' or '@' or '$' or '\uFF03' or '\uFF20')
        {
            foreach (var dialect in SigilDialects)
            {
                _words.Read(words, dialect);
                if (_words.Tokens.Length > 0 && _words.Tokens[0].IsEntity && IsWhole(words)) return;
            }

            _words.Read(words, TextDialect.X);
            return;
        }

        _words.Read(words, TextDialect.Neutral);
    }

    private bool IsWhole(string words)
    {
        var end = words.Length;
        if (words[^1] == OpenMark) end--;
        return _words.Tokens[0].End >= end && _words.PositionCount <= 2;
    }

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
                marked[i] = ' ';
                var span = new TextSpan(start + i, start + i + 1);
                _diagnostics.Error(
                    span,
                    $"“{written[i]}” stands for the rest of a word and needs letters beside it; it is left out.",
                    written[i] == '*' && !_saidGap ? Gap(written, start) : "",
                    _diagnostics.Remove(span));
            }
        }

        return marked.ToString();
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

    private Term? MakeTerm(in Token token, string written, int start, bool isOpen, bool isExact)
    {
        if (++_termCount > _options.MaximumTerms)
        {
            _abandoned = true;
            _diagnostics.Error(
                new TextSpan(start + token.Start, start + token.End),
                string.Create(CultureInfo.InvariantCulture, $"The query has more than {_options.MaximumTerms:N0} words and fields; it is not read further."));
            return null;
        }

        var folded = _words.Folded(token);
        var kind = KindOf(token.Kind);
        var span = new TextSpan(start + token.Start, Math.Min(start + token.End + (isOpen ? 1 : 0), start + written.Length));
        var star = folded.IndexOf(OpenMark);
        if (star < 0 && !isOpen && folded.IndexOf(AnyMark) < 0) return new Term(folded.ToString(), TermShape.Whole, kind, ExactOf(token, written, isExact, written.Length));

        if (star >= 0 && star < folded.Length - 1)
        {
            var cut = Unmark(folded[..star]);
            if (CountLetters(cut) < FewestLetters)
            {
                _diagnostics.Error(span, $"“{_text[span.Start..span.End]}”: * stands at the end of a word only; the word is left out.",
                    _diagnostics.Replace(span, _text[span.Start..span.End].Replace('*', '?')));
                return null;
            }

            _diagnostics.Error(
                span, $"“{_text[span.Start..span.End]}”: * stands at the end of a word only; it is read as “{cut}*”.", _diagnostics.Replace(span, cut + "*"));
            var exactEnd = written.IndexOf('*', token.Start);
            return TermOf(cut, open: true, kind, ExactOf(token, written, isExact, exactEnd));
        }

        var body = Unmark(star >= 0 ? folded[..star] : folded);
        var isPrefix = star >= 0 || isOpen;
        if (CountLetters(body) < FewestLetters)
        {
            var bare = body.Replace("?", "", StringComparison.Ordinal);
            _diagnostics.Error(
                span,
                $"“{_text[span.Start..span.End]}” would match very many words: {(isPrefix ? "*" : "?")} needs at least 2 letters. It is read as “{bare}”.",
                _diagnostics.Replace(span, bare));
            var exactly = ExactOf(token, written, isExact, written.Length)?.Replace("?", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
            return bare.Length == 0 ? null : new Term(bare, TermShape.Whole, TermKind.Word, exactly);
        }

        if (!isPrefix && body[^1] == '?')
        {
            _diagnostics.Information(
                span,
                $"“{_text[span.Start..span.End]}” finds words with one more character in place of each ?.",
                _diagnostics.Replace(span, _text[span.Start..span.End].TrimEnd('?')));
        }

        var end = written.IndexOf('*', token.Start);
        return TermOf(body, isPrefix, kind, ExactOf(token, written, isExact, end < 0 ? written.Length : end));
    }

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

    private static string? ExactOf(in Token token, string written, bool isExact, int end)
    {
        if (!isExact) return null;
        var hasSigil = token.Kind is TokenKind.Handle or TokenKind.List or TokenKind.Hashtag or TokenKind.Cashtag;
        return written[(token.Start + (hasSigil ? 1 : 0))..Math.Min(token.End, end)];
    }

    private static TermKind KindOf(TokenKind kind) => kind switch
    {
        TokenKind.Handle => TermKind.Handle,
        TokenKind.List => TermKind.List,
        TokenKind.Hashtag => TermKind.Hashtag,
        TokenKind.Cashtag => TermKind.Cashtag,
        TokenKind.Link => TermKind.Link,
        TokenKind.Email => TermKind.Email,
        TokenKind.Emoji => TermKind.Emoji,
        _ => TermKind.Word,
    };

    private void NoteSigil(TextSpan span, string written, List<Term> terms)
    {
        var expected = written[0] switch { '#' => TermKind.Hashtag, '@' => TermKind.Handle, '$' => TermKind.Cashtag, _ => TermKind.Word };
        if (expected == TermKind.Word || terms[0].Kind != TermKind.Word) return;
        var name = expected switch { TermKind.Hashtag => "a hashtag", TermKind.Handle => "a handle", _ => "a cashtag" };
        _diagnostics.Warning(span, $"“{written}” is not {name} that platforms know, so it is read as words.");
    }

    private void NotePunctuation(int punctuation, ReadOnlySpan<Token> tokens, int start)
    {
        if (punctuation < 0 || _saidPunctuation) return;
        foreach (ref readonly var token in tokens)
        {
            // Hyphens and the like between words only say that the words follow each other.
            if (token.TakesPosition || _words.Original(token) is ['-' or '\u2010' or '\u2011' or '/' or '.' or ',' or ':' or '&' or '\'' or '\u2019']) continue;
            if (_words.Original(token)[0] is '#' or '@' or '$') continue;
            _saidPunctuation = true;
            var span = new TextSpan(start + token.Start, start + token.End);
            _diagnostics.Information(span, $"Punctuation is not searched for: “{_text[span.Start..span.End]}” is left out.");
            return;
        }
    }
}

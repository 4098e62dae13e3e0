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

    // Signs that some platforms take into a hashtag and others do not.
    private static readonly System.Buffers.SearchValues<char> HashtagBreaks = System.Buffers.SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~");

    private static readonly TextDialect[] SigilDialects = [TextDialect.X, TextDialect.Mastodon, TextDialect.Bluesky, TextDialect.Neutral];

    private HashSet<string>? _written;

    // The signs of the word that is being read are part of what has been said of it.
    private bool _saidSigns;
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
        else if (context == default && _options.Dialect == QueryDialect.Standard && (IsWord(token, "and") || IsWord(token, "or")))
        {
            _diagnostics.Information(
                token.Span,
                $"“{written}” does not stand between two operands and is read as a word to find.",
                WithoutLeaf(),
                _diagnostics.Replace(token.Span, $"\"{written}\""));
        }

        NoteLooseNear(token, written);
        NoteLooseSlop(token, written);
        return ReadTerms(token.Span, token.Start, token.End, context, SequenceNode.Exact);
    }

    /// <summary><c>"so kind" ~5</c>, where the number has come away from its phrase.</summary>
    private void NoteLooseSlop(QueryToken token, ReadOnlySpan<char> written)
    {
        if (written[0] != '~' || _leaf == 0 || DistanceFrom(written[1..]) is null) return;
        var phrase = _tokens[_leaf - 1];
        if (phrase.Kind != QueryTokenKind.Quoted || phrase.End == token.Start || phrase.End != phrase.ContentEnd + 1) return;
        if (!_text.AsSpan(phrase.ContentStart, phrase.ContentEnd - phrase.ContentStart).Trim().Contains(' ')) return;
        _diagnostics.Warning(
            token.Span,
            $"“{written}” is read as a word to find. Right behind the closing quote it lets so many other words stand among those of the phrase.",
            _diagnostics.Replace(new TextSpan(phrase.End, token.Start), ""));
        _saidSigns = true;
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
            _diagnostics.Error(token.Span, "There is nothing between these quotes; they are left out.", WithoutLeaf());
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
            if (UnseenCharacters.Without(written).AsSpan().IsWhiteSpace())
            {
                // Said where they were first seen.
                return null;
            }

            if (tokens.Length > 0 && punctuation >= 0 && written.AsSpan().IndexOfAny('*', '?') < 0)
            {
                // A minus that lost its word: what was meant is said first.
                var isLoneMinus = written == "-" && IsOperand(Current) && !TextOf(Current).SequenceEqual("-");
                _diagnostics.Warning(
                    span,
                    $"“{written}” has no letters, digits or emoji to search for; it is left out.",
                    isLoneMinus ? _diagnostics.Replace(new TextSpan(span.Start, Current.Start), "-") : "",
                    WithoutLeaf());
            }
            else if (tokens.Length == 0 && !written.AsSpan().ContainsAny('*', '?'))
            {
                _diagnostics.Warning(span, "These characters cannot be seen or searched for; they are left out.", WithoutLeaf());
            }

            return null;
        }

        NoteSigil(span, written, terms);
        if (!_saidSigns) NotePunctuation(punctuation, tokens, written, start);
        _saidSigns = false;
        if (slop != SequenceNode.Exact && terms.Count == 1)
        {
            var number = new TextSpan(end + 1, span.End);
            _diagnostics.Information(
                number, $"{_text[number.Start..number.End]} needs two words or more between the quotes; it is left out.", _diagnostics.Replace(number, ""));
        }

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
        var joined = written.Replace("-", "", StringComparison.Ordinal).Replace("\u2010", "", StringComparison.Ordinal).Replace("\u2011", "", StringComparison.Ordinal);
        _written ??= _tokens.Where(token => token.Kind == QueryTokenKind.Word).Select(token => TextOf(token).ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (joined.AsSpan().ContainsAny("*?") || _written.Contains(joined)) return;
        _saidHyphen = true;
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

        if (words.Contains('$') && HasCashtag(words)) return;
        _words.Read(words, TextDialect.Neutral);
    }

    /// <summary>Whether a phrase has what only X knows; then it has been read by the rules of X.</summary>
    private bool HasCashtag(string words)
    {
        _words.Read(words, TextDialect.X);
        foreach (ref readonly var token in _words.Tokens)
        {
            if (token.Kind == TokenKind.Cashtag) return true;
        }

        return false;
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
        if (written.Length > 2 && written[0] is '-' or '!' && written[1] == written[0])
        {
            _diagnostics.Warning(
                span,
                $"Two signs of leaving out stand side by side, so “{written}” is read as words to find. One leaves out posts with what follows.",
                _diagnostics.Replace(span, "-" + written.TrimStart(written[0])));
            return;
        }

        var expected = written[0] switch { '#' => TermKind.Hashtag, '@' => TermKind.Handle, '$' => TermKind.Cashtag, _ => TermKind.Word };
        if (expected == TermKind.Word) return;
        if (terms[0].Kind == TermKind.Word)
        {
            var name = expected switch { TermKind.Hashtag => "a hashtag", TermKind.Handle => "a handle", _ => "a cashtag" };
            _diagnostics.Warning(span, $"“{written}” is not {name} that platforms know, so it is read as words.");
        }
        else if (expected == TermKind.Hashtag && terms is [{ Shape: TermShape.Whole } tag] && tag.Folded.AsSpan().ContainsAny(HashtagBreaks))
        {
            // What is a hashtag to one platform only, as with a sign in its midst, is never found in the posts of the others.
            var plain = written.TrimStart('#');
            _diagnostics.Warning(
                span,
                $"“{written}” is one hashtag on {PlatformsOf(written)} only: the others end or begin it at the sign, and this is never found there.",
                written.StartsWith("##", StringComparison.Ordinal) ? _diagnostics.Replace(span, "#" + plain) : "");
        }
    }

    private string PlatformsOf(string hashtag)
    {
        var names = new List<string>();
        foreach (var dialect in SigilDialects)
        {
            _words.Read(hashtag, dialect);
            if (_words.Tokens.Length == 1 && _words.Tokens[0].IsEntity) names.Add(dialect == TextDialect.Neutral ? "platforms without rules of their own" : dialect.ToString());
        }

        return names.Count == 0 ? "none" : string.Join(" and ", names);
    }

    /// <summary>Says which signs are not searched for; those that only tie or part two words say what a phrase says.</summary>
    private void NotePunctuation(int first, ReadOnlySpan<Token> tokens, string written, int start)
    {
        if (first < 0) return;
        for (var i = first; i < tokens.Length; i++)
        {
            if (tokens[i].TakesPosition || IsTie(tokens, i, written)) continue;
            var span = new TextSpan(start + tokens[i].Start, start + tokens[i].End);
            _diagnostics.Information(span, $"Punctuation is not searched for: “{_text[span.Start..span.End]}” is left out.");
        }
    }

    private bool IsTie(ReadOnlySpan<Token> tokens, int i, string written)
    {
        var sign = _words.Original(tokens[i]);

        // The sign before a word that is no hashtag, and two minuses, have been spoken of; what nobody sees has too.
        if (i == 0 && sign[0] is '#' or '@' or '$' or '-' or '!' && written[0] == sign[0] && (sign.Length > 1 || sign[0] is '#' or '@' or '$')) return true;
        if (UnseenCharacters.IndexIn(sign.ToString(), 0) >= 0 || (sign.Length == 1 && sign[0] is AnyMark or OpenMark)) return true;
        return sign is ['\'' or '\u2018' or '\u2019'] || (i > 0 && sign is ['-' or '\u2010' or '\u2011' or '/' or '.' or ',' or ':' or '&']);
    }
}

using System.Globalization;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Words and phrases: from characters to terms.</summary>
internal sealed partial class QueryParser
{
    private const int MostSlopTerms = 32;
    private static readonly TextDialect[] SigilDialects = [TextDialect.X, TextDialect.Mastodon, TextDialect.Bluesky, TextDialect.Neutral];

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
}

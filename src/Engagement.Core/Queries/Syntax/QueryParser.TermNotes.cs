using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Findings about how a word or phrase is written.</summary>
internal sealed partial class QueryParser
{
    // Signs that some platforms take into a hashtag and others do not.
    private static readonly System.Buffers.SearchValues<char> HashtagBreaks = System.Buffers.SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~");

    private HashSet<string>? _written;

    // The signs of the word that is being read are part of what has been said of it.
    private bool _saidSigns;

    private bool _saidHyphen;

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

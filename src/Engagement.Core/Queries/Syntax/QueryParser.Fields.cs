using System.Globalization;
using Engagement.Text;
using NodaTime;

namespace Engagement.Queries.Syntax;

internal sealed partial class QueryParser
{
    private QueryNode? ParseField(Context context)
    {
        var token = Current;
        var name = _text[token.Start..(token.End - 1)];
        if (FieldNames.Find(name) is not { } known) return ParseUnknownField(token, name, context);

        _at++;
        if (Current.Kind is not (QueryTokenKind.Word or QueryTokenKind.Quoted or QueryTokenKind.Open or QueryTokenKind.Field))
        {
            _leaf = _at - 1;
            _diagnostics.Error(token.Span, $"{name}: needs a value right after the colon, as in {known.Example}; it is left out.", WithoutLeaf());
            return null;
        }

        if (Current.Start > token.End)
        {
            var blank = new TextSpan(token.End, Current.Start);
            _diagnostics.Information(blank, $"The space after {name}: is ignored; the value follows the colon at once.", _diagnostics.Replace(blank, ""));
        }

        if (context.Name is { } outer && !(known.Name == "case" && context.Field is null) && !(outer == "case" && known.Kind is null))
        {
            _diagnostics.Error(token.Span, $"{name}: cannot stand inside {outer}:; it is read on its own.");
        }

        if (Current.Kind == QueryTokenKind.Field && known.Kind is not null)
        {
            _diagnostics.Error(token.Span, $"{name}: needs a value right after the colon, as in {known.Example}; it is left out.", _diagnostics.Remove(token.Span));
            return ParsePrimary(context);
        }

        if (++_depth > _maximumNesting) return Abandon(token.Span);
        var inner = known switch
        {
            { Kind: { } kind } => new Context(kind, known.Name, TextScope.Anywhere, false),
            { Name: "case" } => context with { Field = null, Name = context.Field is null ? context.Name ?? known.Name : known.Name, IsExact = true },
            _ => new Context(null, known.Name, known.Scope, context.IsExact && context.Field is null),
        };
        var value = ParsePrimary(inner);
        _depth--;
        return value;
    }

    private QueryNode? ParseUnknownField(QueryToken token, string name, Context context)
    {
        if (Following.Kind == QueryTokenKind.Word && Following.Start == token.End && LooseNear(_text.AsSpan(token.Start, Following.End - token.Start)) is { } meant)
        {
            var number = new TextSpan(token.Start, Following.End);
            _diagnostics.Warning(
                number, $"“{_text[number.Start..number.End]}” is read as words to find. The operator is written {meant}.", _diagnostics.Replace(number, meant));
            _leaf = _at;
            _at += 2;
            return context.Field is null ? ReadTerms(number, number.Start, number.End, context, SequenceNode.Exact) : null;
        }

        _leaf = _at;
        var nearest = FieldNames.Nearest(name);
        var message = nearest is null
            ? $"There is no field “{name}:”; it is read as words."
            : $"There is no field “{name}:”; did you mean “{nearest}:”? It is read as words.";
        var fix = nearest is null ? "" : _diagnostics.Replace(token.Span, nearest + ":");
        _diagnostics.Error(token.Span, message, fix);

        // The name and a value that follows at once are one chunk of words; a quoted or bracketed value is an operand of its own.
        _at++;
        var end = token.End;
        if (Current.Start == token.End && Current.Kind is QueryTokenKind.Word or QueryTokenKind.Field)
        {
            while (Current.Start == end && Current.Kind is QueryTokenKind.Word or QueryTokenKind.Field)
            {
                end = Current.End;
                _at++;
            }
        }

        var span = new TextSpan(token.Start, end);
        return context.Field is null
            ? ReadTerms(span, token.Start, end, context, SequenceNode.Exact)
            : ParseValue(new QueryToken(QueryTokenKind.Word, token.Start, end, token.Start, end), token.Start, end, context);
    }

    private QueryNode? ParseValue(QueryToken token, int start, int end, Context context)
    {
        if (++_termCount > _options.MaximumTerms)
        {
            _abandoned = true;
            _diagnostics.Error(token.Span, string.Create(
                CultureInfo.InvariantCulture, $"The query has more than {_options.MaximumTerms:N0} words and fields; it is not read further."));
            return null;
        }

        var value = UnseenCharacters.Without(_text[start..end]).Trim();
        var test = context.Field switch
        {
            FieldKind.From => ReadFrom(token, value),
            FieldKind.To => ReadTo(token, value),
            FieldKind.Url => ReadUrl(token, value),
            FieldKind.Site => ReadSite(token, value),
            FieldKind.Language => ReadLanguage(token, value),
            FieldKind.Platform => ReadPlatform(token, value),
            FieldKind.Since or FieldKind.Until => ReadDate(token, value, context),
            FieldKind.State => ReadState(token, value, context.Name!),
            _ => ReadCount(token, value, context),
        };
        return test is null ? null : new FieldNode(token.Span, test);
    }

    private FieldTest? ReadFrom(QueryToken token, string value)
    {
        var handle = WithoutPunctuation(token, value).TrimStart('@', '\uFF20');
        if (HasWildcard(token, handle, "from")) return null;
        if (handle.Length > 0 && !handle.Any(char.IsWhiteSpace)) return new FieldTest { Kind = FieldKind.From, Text = FieldNames.FoldAscii(handle) };
        _words.Read(value, TextDialect.Neutral);
        var terms = new List<Term>();
        foreach (ref readonly var word in _words.Tokens)
        {
            if (word.TakesPosition) terms.Add(new Term(_words.Folded(word).ToString(), TermShape.Whole, KindOf(word.Kind), null));
        }

        if (terms.Count > 0) return new FieldTest { Kind = FieldKind.From, Name = new TermList([.. terms]) };
        _diagnostics.Error(token.Span, "from: needs a handle or a name, as in from:LeedsTrust or from:\"Leeds Trust\"; it is left out.");
        return null;
    }

    private bool HasWildcard(QueryToken token, string handle, string field)
    {
        if (!handle.AsSpan().ContainsAny('*', '?')) return false;
        _diagnostics.Error(token.Span, $"{field}: takes a whole handle, without * and ?; “{handle}” is left out.");
        return true;
    }

    private FieldTest? ReadUrl(QueryToken token, string value)
    {
        var part = value.Trim('*');
        if (part.Length == 0)
        {
            _diagnostics.Error(token.Span, "url: needs part of an address, as in url:careopinion.org.uk; it is left out.");
            return null;
        }

        if (part.Length < value.Length)
        {
            _diagnostics.Information(token.Span, "url: finds its value anywhere in a link; the * is left out.", _diagnostics.Replace(token.Span, Requoted(token, part)));
        }

        return new FieldTest { Kind = FieldKind.Url, Text = FieldNames.FoldAscii(part) };
    }

    private static string Requoted(QueryToken token, string value) => token.Kind == QueryTokenKind.Quoted ? $"\"{value}\"" : value;

    /// <summary>A handle in a list that is set off by commas keeps none.</summary>
    private string WithoutPunctuation(QueryToken token, string value)
    {
        var handle = value.TrimEnd(',', ';', '.', '!');
        if (handle.Length == value.Length || handle.Length == 0 || token.Kind != QueryTokenKind.Word) return value;
        _diagnostics.Information(
            token.Span, $"“{value[handle.Length..]}” is no part of a handle; it is left out.", _diagnostics.Replace(token.Span, handle));
        return handle;
    }

    private FieldTest? ReadTo(QueryToken token, string value)
    {
        var handle = WithoutPunctuation(token, value).TrimStart('@', '\uFF20');
        if (HasWildcard(token, handle, "to")) return null;
        if (handle.Length > 0 && !handle.Any(char.IsWhiteSpace)) return new FieldTest { Kind = FieldKind.To, Text = FieldNames.FoldAscii(handle) };
        _diagnostics.Error(token.Span, "to: needs a handle, as in to:LeedsTrust; it is left out.");
        return null;
    }

    private FieldTest? ReadSite(QueryToken token, string value)
    {
        var site = value;
        var scheme = site.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) site = site[(scheme + 3)..];
        if (site.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) site = site[4..];
        site = site.Trim('.', '/', '*');
        if (site.Length > 0 && value.Contains('*') && !site.Contains('*'))
        {
            _diagnostics.Information(token.Span, "site: covers subdomains; the * is left out.", _diagnostics.Replace(token.Span, Requoted(token, site)));
        }

        if (site.Length > 0 && !site.Any(c => char.IsWhiteSpace(c) || c is '*' or '?')) return new FieldTest { Kind = FieldKind.Site, Text = FieldNames.FoldAscii(site) };
        _diagnostics.Error(token.Span, "site: needs a host, as in site:nhs.uk; it is left out.");
        return null;
    }

    private FieldTest? ReadLanguage(QueryToken token, string value)
    {
        if (FieldNames.IsLanguageTag(value)) return new FieldTest { Kind = FieldKind.Language, Text = FieldNames.FoldAscii(value) };
        var tag = FieldNames.TagOf(value);
        _diagnostics.Error(
            token.Span,
            $"“{value}” is not a language tag, such as lang:en or lang:cy; it is left out.",
            tag is null ? "" : _diagnostics.Replace(token.Span, tag));
        return null;
    }

    private FieldTest? ReadPlatform(QueryToken token, string value)
    {
        if (FieldNames.PlatformOf(value) is { } platform) return new FieldTest { Kind = FieldKind.Platform, Platform = platform };
        var nearest = FieldNames.NearestPlatform(value);
        _diagnostics.Error(
            token.Span,
            nearest is null
                ? $"There is no platform “{value}”; it is left out."
                : $"There is no platform “{value}”; did you mean “{nearest}”? It is left out.",
            nearest is null ? "" : _diagnostics.Replace(token.Span, nearest));
        return null;
    }

    private FieldTest? ReadDate(QueryToken token, string value, Context context)
    {
        if (FieldNames.DateOf(value) is { } date)
        {
            return new FieldTest { Kind = context.Field!.Value, Date = date, Instant = _options.Zone.AtStartOfDay(date).ToInstant() };
        }

        var meant = FieldNames.LooseDateOf(value);
        _diagnostics.Error(
            token.Span,
            $"“{value}” is not a date: write year, month and day, as in {context.Name}:2026-11-01. It is left out.",
            meant is null ? "" : _diagnostics.Replace(token.Span, FieldNames.Write(meant.Value)));
        return null;
    }

    private FieldTest? ReadState(QueryToken token, string value, string name)
    {
        if (FieldNames.StateOf(name, value) is { } state) return new FieldTest { Kind = FieldKind.State, State = state };
        var nearest = FieldNames.NearestState(name, value);
        var choice = name == "is" ? "reply, repost, quote or original" : "link, media, question or emoji";
        _diagnostics.Error(
            token.Span, $"{name}: is followed by {choice}, not “{value}”; it is left out.", nearest is null ? "" : _diagnostics.Replace(token.Span, nearest));
        return null;
    }

    private FieldTest? ReadCount(QueryToken token, string value, Context context)
    {
        if (FieldNames.RangeOf(value) is { } range)
        {
            if (range.Least <= range.Most) return new FieldTest { Kind = context.Field!.Value, Least = range.Least, Most = range.Most };
            _diagnostics.Error(
                token.Span,
                $"No number is in “{value}”; it is left out.",
                range.Most >= 0 ? _diagnostics.Replace(token.Span, FieldNames.WriteRange(range.Most, range.Least)) : "");
            return null;
        }

        _diagnostics.Error(
            token.Span, $"“{value}” is not a number: write {context.Name}:10, {context.Name}:>=10 or {context.Name}:10..20. It is left out.");
        return null;
    }
}

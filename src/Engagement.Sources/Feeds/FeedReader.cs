using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Engagement.Mentions;
using Engagement.Sources.Dates;
using Engagement.Sources.Html;
using Engagement.Sources.Input;
using NodaTime;

namespace Engagement.Sources.Feeds;

/// <summary>Reads RSS (0.9x, 1.0, 2.0) and Atom 1.0, Google Alerts among them, entry by entry.</summary>
internal sealed class FeedReader(string source, MentionFileOptions options)
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    private readonly char[] _chunk = new char[4096];
    private AllowanceReader _text = null!;
    private XmlReader _xml = null!;
    private string? _base;
    private string? _language;
    private bool _isGoogleAlerts;

    public async IAsyncEnumerable<SourceOutcome> ReadAsync(Stream stream, Encoding encoding, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var decoded = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        _text = new AllowanceReader(new NamedEntityReader(decoded), options.MaximumItemCharacters);
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        using var xml = XmlReader.Create(_text, settings);
        _xml = xml;

        var count = 0;
        var isFeed = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SourceOutcome? outcome;
            bool isLast;
            try
            {
                (outcome, isLast, isFeed) = await StepAsync(count + 1, isFeed).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is XmlException or AllowanceSpentException or IOException or InvalidDataException or DecoderFallbackException)
            {
                (outcome, isLast) = (Broken(fault, count + 1), true);
            }

            if (outcome is not null)
            {
                count++;
                yield return outcome;
            }

            if (isLast) yield break;
        }
    }

    /// <summary>Reads on to the next entry and reads it.</summary>
    private async Task<(SourceOutcome? Outcome, bool IsLast, bool IsFeed)> StepAsync(int number, bool isFeed)
    {
        while (await NextAsync().ConfigureAwait(false))
        {
            if (_xml.Depth > options.MaximumDepth) return (TooDeep(number), true, isFeed);
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.Depth == 0)
            {
                if (_xml.LocalName is not ("feed" or "rss" or "RDF" or "channel"))
                    return (Fail("line 1", $"this is XML, but neither RSS nor Atom: its outermost element is <{Short(_xml.Name)}>"), true, false);
                isFeed = true;
                _language = _xml.GetAttribute("lang", XmlNamespace);
                _base = _xml.GetAttribute("base", XmlNamespace);
                continue;
            }

            switch (_xml.LocalName)
            {
                case "entry" or "item":
                    return (await EntryAsync(number).ConfigureAwait(false), false, isFeed);
                case "id" when _xml.Depth == 1:
                    var id = await TextAsync().ConfigureAwait(false);
                    _isGoogleAlerts = id.Contains("google.com", StringComparison.Ordinal) && id.Contains("/alerts/", StringComparison.Ordinal);
                    break;
                case "language" when _xml.Depth == 2:
                    var language = await TextAsync().ConfigureAwait(false);
                    if (language.Length > 0) _language = language;
                    break;
                case "link" when _xml.Depth <= 2:
                    await FeedLinkAsync().ConfigureAwait(false);
                    break;
            }
        }

        return (number == 1 && !isFeed ? Fail("line 1", "the file holds no feed") : null, true, isFeed);
    }

    private async Task FeedLinkAsync()
    {
        var href = _xml.GetAttribute("href");
        var relation = _xml.GetAttribute("rel");
        if (href is null) href = await TextAsync().ConfigureAwait(false);
        else if (relation is not (null or "alternate" or "self")) return;
        if (_base is null || relation is null or "alternate") _base = IsWebAddress(href) ? href : _base;
    }

    private async Task<SourceOutcome> EntryAsync(int number)
    {
        var place = $"entry {number}";
        var entry = new FeedEntry
        {
            Base = _xml.GetAttribute("base", XmlNamespace) is { } itemBase ? Absolute(itemBase, _base) : _base,
            Language = _xml.GetAttribute("lang", XmlNamespace) ?? _language,
        };
        var depth = _xml.Depth;
        var length = 0L;
        if (!_xml.IsEmptyElement)
        {
            while (await NextAsync().ConfigureAwait(false) && _xml.Depth > depth)
            {
                if (_xml.Depth > options.MaximumDepth) throw new XmlException("nested too deep");
                if (_xml.NodeType != XmlNodeType.Element || _xml.Depth != depth + 1) continue;
                length += await FieldAsync(entry).ConfigureAwait(false);
            }
        }

        if (length > options.MaximumItemCharacters || entry.IsCut)
            return Fail(place, $"the entry is longer than {options.MaximumItemCharacters} characters");
        return Outcome(entry, place);
    }

    private async Task<long> FieldAsync(FeedEntry entry)
    {
        switch (_xml.LocalName)
        {
            case "id" or "guid":
                entry.IsLinkGuid = _xml.LocalName == "guid" && _xml.GetAttribute("isPermaLink") != "false";
                entry.Id = await TextAsync(entry).ConfigureAwait(false);
                break;
            case "title" when entry.Title is null && !_xml.NamespaceURI.Contains("mrss", StringComparison.Ordinal):
                entry.Title = await MarkupAsync(entry).ConfigureAwait(false);
                break;
            case "link":
                await LinkAsync(entry).ConfigureAwait(false);
                break;
            case "published" or "pubDate" or "issued":
                entry.Date = await TextAsync(entry).ConfigureAwait(false);
                break;
            case "date" or "updated" or "modified":
                var other = await TextAsync(entry).ConfigureAwait(false);
                entry.OtherDate ??= other;
                break;
            case "content" when _xml.NamespaceURI.Contains("mrss", StringComparison.Ordinal):
            case "enclosure" or "thumbnail":
                entry.HasMedia = true;
                break;
            case "content" or "encoded":
                entry.Content = await MarkupAsync(entry).ConfigureAwait(false);
                break;
            case "summary" or "description":
                entry.Summary = await MarkupAsync(entry).ConfigureAwait(false);
                break;
            case "author" or "creator":
                await AuthorAsync(entry).ConfigureAwait(false);
                break;
            case "in-reply-to":
                entry.ReplyTo = _xml.GetAttribute("ref");
                break;
        }

        return entry.TakeLength();
    }

    private async Task LinkAsync(FeedEntry entry)
    {
        var href = _xml.GetAttribute("href");
        if (href is null)
        {
            var text = await TextAsync(entry).ConfigureAwait(false);
            if (text.Length > 0) entry.Link = text;
            return;
        }

        switch (_xml.GetAttribute("rel"))
        {
            case null or "alternate": entry.Link ??= href; break;
            case "enclosure": entry.HasMedia = true; break;
        }
    }

    private async Task AuthorAsync(FeedEntry entry)
    {
        if (_xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        var own = new StringBuilder();
        while (await NextAsync().ConfigureAwait(false) && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "name") entry.Author = await TextAsync(entry).ConfigureAwait(false);
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _xml.Depth == depth + 1) await ChunksAsync(own, entry).ConfigureAwait(false);
        }

        if (string.IsNullOrWhiteSpace(entry.Author)) entry.Author = AuthorOf(own.ToString().Trim());
    }

    // RSS writes "post@example.org (Jo Bloggs)".
    private static string AuthorOf(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && author.EndsWith(')') && author.AsSpan(0, open).Contains('@') ? author[(open + 1)..^1].Trim() : author;
    }

    private async Task<string> MarkupAsync(FeedEntry entry)
    {
        var type = _xml.GetAttribute("type");
        var isAtom = _xml.NamespaceURI.EndsWith("/Atom", StringComparison.Ordinal);
        if (type == "xhtml") return HtmlText.Read(await XhtmlAsync(entry).ConfigureAwait(false));
        var text = await TextAsync(entry).ConfigureAwait(false);
        return isAtom && type is null or "text" or "text/plain" ? HtmlText.Collapse(text) : HtmlText.Read(text);
    }

    /// <summary>The text within the element that the reader stands on, which it leaves at its end.</summary>
    private async Task<string> TextAsync(FeedEntry? entry = null)
    {
        if (_xml.IsEmptyElement) return "";
        var depth = _xml.Depth;
        var text = new StringBuilder();
        while (await NextAsync().ConfigureAwait(false) && _xml.Depth > depth)
        {
            if (_xml.Depth > options.MaximumDepth) throw new XmlException("nested too deep");
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                await ChunksAsync(text, entry).ConfigureAwait(false);
        }

        return text.ToString().Trim();
    }

    /// <summary>The markup within the element that the reader stands on, as far as it matters for its text.</summary>
    private async Task<string> XhtmlAsync(FeedEntry entry)
    {
        if (_xml.IsEmptyElement) return "";
        var depth = _xml.Depth;
        var markup = new StringBuilder();
        var words = new StringBuilder();
        while (await NextAsync().ConfigureAwait(false) && _xml.Depth > depth)
        {
            if (_xml.Depth > options.MaximumDepth) throw new XmlException("nested too deep");
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    markup.Append('<').Append(_xml.LocalName);
                    if (_xml.GetAttribute("href") is { } href) markup.Append(" href=\"").Append(WebUtility.HtmlEncode(href)).Append('"');
                    markup.Append('>');
                    break;
                case XmlNodeType.EndElement:
                    markup.Append("</").Append(_xml.LocalName).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    await ChunksAsync(words.Clear(), entry).ConfigureAwait(false);
                    markup.Append(WebUtility.HtmlEncode(words.ToString()));
                    break;
            }

            if (markup.Length > options.MaximumItemCharacters) entry.IsCut = true;
            if (entry.IsCut) markup.Clear();
        }

        return markup.ToString();
    }

    private async Task ChunksAsync(StringBuilder text, FeedEntry? entry)
    {
        int count;
        while ((count = await _xml.ReadValueChunkAsync(_chunk, 0, _chunk.Length).ConfigureAwait(false)) > 0)
        {
            _text.Renew();
            if (text.Length + count <= options.MaximumItemCharacters) text.Append(_chunk, 0, count);
            else if (entry is not null) entry.IsCut = true;
            entry?.Count(count);
        }
    }

    private async Task<bool> NextAsync()
    {
        _text.Renew();
        return await _xml.ReadAsync().ConfigureAwait(false);
    }

    private SourceOutcome Outcome(FeedEntry entry, string place)
    {
        var title = entry.Title ?? "";
        var text = string.IsNullOrEmpty(entry.Content) ? entry.Summary ?? "" : entry.Content;
        if (title.Length == 0 && text.Length == 0) return Fail(place, "the entry has neither a title nor a text");

        var link = Absolute(entry.Link ?? (entry.IsLinkGuid ? entry.Id : null), entry.Base);
        if (link is not null) link = CanonicalLink.Unwrap(link);

        Instant? published = null;
        LocalDate? publishedOn = null;
        var written = string.IsNullOrEmpty(entry.Date) ? entry.OtherDate : entry.Date;
        if (!string.IsNullOrEmpty(written))
        {
            var reading = Timestamps.Read(written, options.DateOrder, options.Zone);
            if (!reading.IsRead) return Fail(place, $"the date '{Short(written)}' cannot be read");
            (published, publishedOn) = (reading.Instant, reading.Date);
        }

        return SourceOutcome.Read(new Mention
        {
            Id = string.IsNullOrEmpty(entry.Id) ? ContentId.Of(link, written, title, text) : entry.Id,
            Platform = options.Platform ?? (_isGoogleAlerts ? Platform.Web : Links.PlatformOf(link)),
            Author = string.IsNullOrEmpty(entry.Author) ? null : new Author { DisplayName = entry.Author },
            Title = title.Length == 0 ? null : title,
            Text = text,
            Language = string.IsNullOrEmpty(entry.Language) ? null : entry.Language,
            Published = published,
            PublishedOn = publishedOn,
            Link = link,
            HasMedia = entry.HasMedia,
            ReplyTo = entry.ReplyTo,
        });
    }

    private static string? Absolute(string? link, string? baseAddress)
    {
        if (string.IsNullOrWhiteSpace(link)) return null;
        link = link.Trim();
        if (IsWebAddress(link)) return link;
        return baseAddress is not null && Uri.TryCreate(baseAddress, UriKind.Absolute, out var start) && Uri.TryCreate(start, link, out var whole)
            && whole.Scheme is "http" or "https"
            ? whole.AbsoluteUri
            : null;
    }

    private static bool IsWebAddress(string link) =>
        link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private SourceOutcome TooDeep(int number) =>
        Fail($"entry {number}", $"the XML nests deeper than {options.MaximumDepth} levels; the rest of the file was not read");

    private SourceOutcome Broken(Exception fault, int number)
    {
        var place = fault is XmlException { LineNumber: > 0 } at ? $"line {at.LineNumber}, character {at.LinePosition}"
            : _xml is IXmlLineInfo { LineNumber: > 0 } last ? $"line {last.LineNumber}, entry {number}" : $"entry {number}";
        var reason = fault switch
        {
            AllowanceSpentException => $"one piece of the XML is longer than {options.MaximumItemCharacters} characters; the rest of the file was not read",
            XmlException xml when xml.Message.Contains("DTD", StringComparison.Ordinal) =>
                "the file brings its own document type (DTD), which may define text without end; such files are not read",
            XmlException xml when xml.Message.Contains("Unexpected end", StringComparison.Ordinal) => $"the file breaks off in entry {number}",
            XmlException xml => $"the XML is broken in entry {number}: {Sentence(xml)}; the rest of the file was not read",
            _ => $"the file breaks off in entry {number}: {fault.Message}",
        };
        return Fail(place, reason);
    }

    // The position is already in the place.
    private static string Sentence(XmlException fault)
    {
        var line = fault.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (line > 0 ? fault.Message[..line] : fault.Message).TrimEnd('.');
    }

    private SourceOutcome Fail(string place, string reason) => SourceOutcome.Failed(new SourceProblem(source, place, reason));
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Text;
using NodaTime;
using NodaTime.Text;

namespace Engagement.Mentions;

/// <summary>
/// The library's own interchange format: one mention is one JSON object on one line, with camelCase names. Fields: <c>id</c> and
/// <c>text</c> (required), <c>platform</c>, <c>author</c> (<c>handle</c>, <c>displayName</c>, <c>biography</c>, <c>followers</c>),
/// <c>title</c>, <c>place</c>, <c>asked</c> (<c>open</c>, <c>good</c>, <c>improve</c>), <c>language</c>, <c>published</c> (an instant
/// with any offset, or a date only), <c>dateIsDoubtful</c>, <c>link</c>, <c>counts</c> (<c>likes</c>, <c>shares</c>, <c>replies</c>),
/// <c>hasMedia</c>, <c>replyTo</c>, <c>repostOf</c>, <c>quoteOf</c>, <c>expandedLinks</c> (short link to target). Unknown fields are
/// passed over, and a null says nothing. Half of an escaped pair of a text is read as it stands. Thread-safe.
/// </summary>
public static class MentionJson
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (Platform Platform, string Name)[] Platforms =
    [
        (Platform.X, "x"), (Platform.Mastodon, "mastodon"), (Platform.Bluesky, "bluesky"), (Platform.Facebook, "facebook"),
        (Platform.Instagram, "instagram"), (Platform.LinkedIn, "linkedIn"), (Platform.YouTube, "youTube"), (Platform.Reddit, "reddit"),
        (Platform.TikTok, "tikTok"), (Platform.Threads, "threads"), (Platform.CareOpinion, "careOpinion"), (Platform.NhsUk, "nhsUk"),
        (Platform.News, "news"), (Platform.Web, "web"), (Platform.Survey, "survey"), (Platform.Other, "other"),
    ];

    private static readonly (QuestionAsked Asked, string Name)[] Questions =
        [(QuestionAsked.Open, "open"), (QuestionAsked.WhatWasGood, "good"), (QuestionAsked.WhatCouldImprove, "improve")];

    /// <summary>One mention as one line, without the line break. What is not known is left out. A lone surrogate becomes U+FFFD.</summary>
    public static string Write(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) Write(writer, mention);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a mention as an object to a writer of the caller.</summary>
    public static void Write(Utf8JsonWriter writer, Mention mention)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(mention);
        writer.WriteStartObject();
        writer.WriteString("id", mention.Id);
        writer.WriteString("platform", NameOf(mention.Platform));
        if (mention.Author is { } author)
        {
            writer.WriteStartObject("author");
            WriteString(writer, "handle", author.Handle);
            WriteString(writer, "displayName", author.DisplayName);
            WriteString(writer, "biography", author.Biography);
            WriteNumber(writer, "followers", author.Followers);
            writer.WriteEndObject();
        }

        WriteString(writer, "title", mention.Title);
        writer.WriteString("text", mention.Text);
        WriteString(writer, "place", mention.Place);
        if (mention.Asked != QuestionAsked.Open) writer.WriteString("asked", NameOf(mention.Asked));
        WriteString(writer, "language", mention.Language);
        if (mention.Published is { } instant) writer.WriteString("published", InstantPattern.ExtendedIso.Format(instant));
        else if (mention.PublishedOn is { } date) writer.WriteString("published", LocalDatePattern.Iso.Format(date));
        WriteTrue(writer, "dateIsDoubtful", mention.DateIsDoubtful);
        WriteString(writer, "link", mention.Link);
        if (mention.Counts is { } counts)
        {
            writer.WriteStartObject("counts");
            WriteNumber(writer, "likes", counts.Likes);
            WriteNumber(writer, "shares", counts.Shares);
            WriteNumber(writer, "replies", counts.Replies);
            writer.WriteEndObject();
        }

        WriteTrue(writer, "hasMedia", mention.HasMedia);
        WriteString(writer, "replyTo", mention.ReplyTo);
        WriteString(writer, "repostOf", mention.RepostOf);
        WriteString(writer, "quoteOf", mention.QuoteOf);
        if (mention.ExpandedLinks is { Count: > 0 } links)
        {
            writer.WriteStartObject("expandedLinks");
            foreach (var link in links.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteString(link.Key, link.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads one line. Never throws on what the line holds.</summary>
    /// <param name="line">A JSON object; white space around it and a byte order mark before it are passed over.</param>
    public static MentionJsonResult Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        try
        {
            return Parse(bytes.AsSpan(0, Encoding.UTF8.GetBytes(line, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads one line of UTF-8. Never throws on what the line holds.</summary>
    /// <param name="utf8">A JSON object; white space around it and a byte order mark before it are passed over.</param>
    public static MentionJsonResult Parse(ReadOnlySpan<byte> utf8)
    {
        var offset = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(utf8[offset..]);
        var draft = new Draft();
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new FaultException("", "a JSON object", reader.TokenType);
            draft.Read(ref reader);
            if (reader.Read()) throw new FaultException("", "nothing after the object", reader.TokenType);
            if (string.IsNullOrEmpty(draft.Id)) return Fault("id: missing or empty", 0);
            if (draft.Text is null) return Fault("text: missing", 0);
            return new MentionJsonResult(draft.ToMention(), null, 0);
        }
        catch (FaultException fault)
        {
            return Fault(fault.Message, offset + reader.TokenStartIndex);
        }
        catch (JsonException)
        {
            return Fault("this is not valid JSON", offset + reader.BytesConsumed);
        }
        catch (InvalidOperationException)
        {
            return Fault("a character in the name of a field is broken", offset + reader.TokenStartIndex);
        }
    }

    private static MentionJsonResult Fault(string reason, long position) => new(null, reason, position);

    private static string NameOf(Platform platform)
    {
        foreach (var (known, name) in Platforms)
        {
            if (known == platform) return name;
        }

        return "other";
    }

    private static string NameOf(QuestionAsked asked)
    {
        foreach (var (known, name) in Questions)
        {
            if (known == asked) return name;
        }

        return "open";
    }

    private static void WriteString(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
    }

    private static void WriteTrue(Utf8JsonWriter writer, string name, bool value)
    {
        if (value) writer.WriteBoolean(name, value);
    }

    /// <summary>A field that cannot be read. Never leaves this file.</summary>
    private sealed class FaultException : Exception
    {
        public FaultException(string field, string expected, JsonTokenType found)
            : base((field.Length > 0 ? field + ": " : "") + "expected " + expected + ", found " + Describe(found))
        {
        }

        public FaultException(string field, string reason)
            : base(field + ": " + reason)
        {
        }

        private static string Describe(JsonTokenType type) => type switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            JsonTokenType.Null => "null",
            _ => "nothing",
        };
    }

    private sealed class Draft
    {
        private Platform _platform;
        private Author? _author;
        private string? _title;
        private string? _place;
        private QuestionAsked _asked;
        private string? _language;
        private Instant? _published;
        private LocalDate? _publishedOn;
        private bool _dateIsDoubtful;
        private string? _link;
        private MentionCounts? _counts;
        private bool _hasMedia;
        private string? _replyTo;
        private string? _repostOf;
        private string? _quoteOf;
        private Dictionary<string, string>? _expandedLinks;

        public string? Id { get; private set; }

        public string? Text { get; private set; }

        public Mention ToMention() => new()
        {
            Id = Id!,
            Text = Text!,
            Platform = _platform,
            Author = _author,
            Title = _title,
            Place = _place,
            Asked = _asked,
            Language = _language,
            Published = _published,
            PublishedOn = _publishedOn,
            DateIsDoubtful = _dateIsDoubtful,
            Link = _link,
            Counts = _counts,
            HasMedia = _hasMedia,
            ReplyTo = _replyTo,
            RepostOf = _repostOf,
            QuoteOf = _quoteOf,
            ExpandedLinks = _expandedLinks,
        };

        public void Read(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                // An escaped name, such as "\u0069d", is unescaped by the comparison.
                if (reader.ValueTextEquals("id"u8)) Id = ReadId(ref reader, "id");
                else if (reader.ValueTextEquals("text"u8)) Text = ReadString(ref reader, "text");
                else if (reader.ValueTextEquals("platform"u8)) _platform = ReadName(ref reader, "platform", Platforms);
                else if (reader.ValueTextEquals("author"u8)) _author = ReadAuthor(ref reader);
                else if (reader.ValueTextEquals("title"u8)) _title = ReadString(ref reader, "title");
                else if (reader.ValueTextEquals("place"u8)) _place = ReadString(ref reader, "place");
                else if (reader.ValueTextEquals("asked"u8)) _asked = ReadName(ref reader, "asked", Questions);
                else if (reader.ValueTextEquals("language"u8)) _language = ReadString(ref reader, "language");
                else if (reader.ValueTextEquals("published"u8)) ReadPublished(ref reader);
                else if (reader.ValueTextEquals("dateIsDoubtful"u8)) _dateIsDoubtful = ReadBoolean(ref reader, "dateIsDoubtful");
                else if (reader.ValueTextEquals("link"u8)) _link = ReadString(ref reader, "link");
                else if (reader.ValueTextEquals("counts"u8)) _counts = ReadCounts(ref reader);
                else if (reader.ValueTextEquals("hasMedia"u8)) _hasMedia = ReadBoolean(ref reader, "hasMedia");
                else if (reader.ValueTextEquals("replyTo"u8)) _replyTo = ReadId(ref reader, "replyTo");
                else if (reader.ValueTextEquals("repostOf"u8)) _repostOf = ReadId(ref reader, "repostOf");
                else if (reader.ValueTextEquals("quoteOf"u8)) _quoteOf = ReadId(ref reader, "quoteOf");
                else if (reader.ValueTextEquals("expandedLinks"u8)) _expandedLinks = ReadLinks(ref reader);
                else reader.Skip();
            }
        }

        private static Author? ReadAuthor(ref Utf8JsonReader reader)
        {
            if (!ReadStart(ref reader, "author")) return null;
            var author = new Author();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("handle"u8)) author = author with { Handle = ReadString(ref reader, "author.handle") };
                else if (reader.ValueTextEquals("displayName"u8)) author = author with { DisplayName = ReadString(ref reader, "author.displayName") };
                else if (reader.ValueTextEquals("biography"u8)) author = author with { Biography = ReadString(ref reader, "author.biography") };
                else if (reader.ValueTextEquals("followers"u8)) author = author with { Followers = ReadCount(ref reader, "author.followers") };
                else reader.Skip();
            }

            return author;
        }

        private static MentionCounts? ReadCounts(ref Utf8JsonReader reader)
        {
            if (!ReadStart(ref reader, "counts")) return null;
            var counts = new MentionCounts();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("likes"u8)) counts = counts with { Likes = ReadCount(ref reader, "counts.likes") };
                else if (reader.ValueTextEquals("shares"u8)) counts = counts with { Shares = ReadCount(ref reader, "counts.shares") };
                else if (reader.ValueTextEquals("replies"u8)) counts = counts with { Replies = ReadCount(ref reader, "counts.replies") };
                else reader.Skip();
            }

            return counts;
        }

        private static Dictionary<string, string>? ReadLinks(ref Utf8JsonReader reader)
        {
            if (!ReadStart(ref reader, "expandedLinks")) return null;
            var links = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = GetString(ref reader, "expandedLinks");
                if (ReadString(ref reader, "expandedLinks") is { } target) links[name] = target;
            }

            return links;
        }

        private void ReadPublished(ref Utf8JsonReader reader)
        {
            (_published, _publishedOn) = (null, null);
            if (ReadString(ref reader, "published") is not { } text) return;
            if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } moment) _published = moment.Value.ToInstant();
            else if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) _publishedOn = date.Value;
            else throw new FaultException("published", "expected 2026-11-10T08:15:00Z, with any offset, or 2026-11-10");
        }

        private static bool ReadStart(ref Utf8JsonReader reader, string field)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return false;
            return reader.TokenType == JsonTokenType.StartObject ? true : throw new FaultException(field, "an object", reader.TokenType);
        }

        private static string? ReadString(ref Utf8JsonReader reader, string field)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return null;
            return reader.TokenType == JsonTokenType.String ? GetString(ref reader, field) : throw new FaultException(field, "a string", reader.TokenType);
        }

        // Ids of several platforms are numbers in what they export; as written, since they outgrow a double.
        private static string? ReadId(ref Utf8JsonReader reader, string field)
        {
            reader.Read();
            return reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => GetString(ref reader, field),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => throw new FaultException(field, "a string", reader.TokenType),
            };
        }

        private static long? ReadCount(ref Utf8JsonReader reader, string field)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return null;
            if (reader.TokenType != JsonTokenType.Number) throw new FaultException(field, "a whole number", reader.TokenType);
            if (!reader.TryGetInt64(out var count)) throw new FaultException(field, "expected a whole number");
            return count >= 0 ? count : throw new FaultException(field, "expected 0 or more, found " + count.ToString(CultureInfo.InvariantCulture));
        }

        private static bool ReadBoolean(ref Utf8JsonReader reader, string field)
        {
            reader.Read();
            return reader.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False or JsonTokenType.Null => false,
                _ => throw new FaultException(field, "true or false", reader.TokenType),
            };
        }

        private static T ReadName<T>(ref Utf8JsonReader reader, string field, (T Value, string Name)[] known) where T : struct
        {
            if (ReadString(ref reader, field) is not { } text) return default;
            foreach (var (value, name) in known)
            {
                if (name.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
            }

            throw new FaultException(field, "expected one of " + string.Join(", ", known.Select(entry => entry.Name)));
        }

        private static string GetString(ref Utf8JsonReader reader, string field)
        {
            try
            {
                return reader.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                return JsonEscapes.TryUnescape(reader.ValueSpan) ?? throw new FaultException(field, "a character is broken");
            }
        }
    }
}

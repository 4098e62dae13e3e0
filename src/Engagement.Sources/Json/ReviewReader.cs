using System.Text.Json;
using Engagement.Sources.Html;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>Stories of Care Opinion, reviews of the NHS website, and posts of a Facebook page.</summary>
internal sealed class ReviewReader(MentionFileOptions options)
{
    /// <summary>Reads a story of Care Opinion (API version 2).</summary>
    public static Mention ReadStory(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? title = null;
        string? body = null;
        string? place = null;
        string? link = null;
        string? author = null;
        string? language = null;
        Instant? submitted = null;
        Instant? published = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("title"u8)) title = JsonValues.Words(ref reader, "title");
            else if (reader.ValueTextEquals("body"u8)) body = JsonValues.Words(ref reader, "body");
            else if (reader.ValueTextEquals("dateOfSubmission"u8)) submitted = JsonValues.Instant(ref reader, "dateOfSubmission", DateTimeZone.Utc);
            else if (reader.ValueTextEquals("dateOfPublication"u8)) published = JsonValues.Instant(ref reader, "dateOfPublication", DateTimeZone.Utc);
            else if (reader.ValueTextEquals("author"u8) || reader.ValueTextEquals("authorName"u8) || reader.ValueTextEquals("screenName"u8)) author = JsonValues.Text(ref reader) ?? author;
            else if (reader.ValueTextEquals("language"u8)) language = LanguageTag.Read(ref reader);
            else if (reader.ValueTextEquals("healthServices"u8)) place = ReadFirst(ref reader, "name"u8) ?? place;
            else if (reader.ValueTextEquals("links"u8)) link = ReadStoryLink(ref reader);
            else reader.Skip();
        }

        if (string.IsNullOrEmpty(id)) throw new JsonFault("id: missing or empty");
        if (body is null && title is null) throw new JsonFault("body: missing");
        return new Mention
        {
            Id = id,
            Platform = Platform.CareOpinion,
            Author = string.IsNullOrWhiteSpace(author) ? null : new Author { DisplayName = author },
            Title = string.IsNullOrWhiteSpace(title) ? null : HtmlText.Read(title),
            Text = MarkdownText.Read(body ?? ""),
            Place = PlaceOf(place),
            Language = language,
            Published = published ?? submitted,
            Link = link ?? "https://www.careopinion.org.uk/" + id,
        };
    }

    /// <summary>Reads a review of the NHS website with its response, which is the trust's and not read.</summary>
    public Mention ReadReview(ref Utf8JsonReader reader)
    {
        Mention? mention = null;
        while (JsonValues.NextName(ref reader))
        {
            if (!reader.ValueTextEquals("comment"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader)) mention = ReadComment(ref reader);
        }

        return mention ?? throw new JsonFault("comment: missing");
    }

    /// <summary>Reads a review of the NHS website.</summary>
    public Mention ReadComment(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? title = null;
        string? text = null;
        string? name = null;
        string? department = null;
        string? link = null;
        Instant? at = null;
        LocalDate? on = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("commentId"u8) || reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader) ?? id;
            else if (reader.ValueTextEquals("title"u8)) title = JsonValues.Words(ref reader, "title");
            else if (reader.ValueTextEquals("commentText"u8)) text = JsonValues.Words(ref reader, "commentText");
            else if (reader.ValueTextEquals("screenName"u8)) name = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("department"u8)) department = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("url"u8)) link = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("dateSubmitted"u8)) (at, on) = ReadDate(ref reader, "dateSubmitted");
            else reader.Skip();
        }

        if (string.IsNullOrEmpty(id)) throw new JsonFault("commentId: missing or empty");
        if (text is null && title is null) throw new JsonFault("commentText: missing");
        return new Mention
        {
            Id = id,
            Platform = Platform.NhsUk,
            Author = string.IsNullOrWhiteSpace(name) ? null : new Author { DisplayName = name },
            Title = string.IsNullOrWhiteSpace(title) ? null : HtmlText.Read(title),
            Text = Plain(text ?? ""),
            Place = PlaceOf(department),
            Published = at,
            PublishedOn = on,
            Link = string.IsNullOrEmpty(link) ? null : link,
        };
    }

    /// <summary>Reads a post of a Facebook page as the Graph interface gives it.</summary>
    public static Mention ReadFacebook(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? message = null;
        string? story = null;
        string? link = null;
        Instant? at = null;
        Author? author = null;
        long? likes = null;
        long? shares = null;
        long? comments = null;
        var hasMedia = false;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("message"u8)) message = JsonValues.Words(ref reader, "message");
            else if (reader.ValueTextEquals("story"u8)) story = JsonValues.Words(ref reader, "story");
            else if (reader.ValueTextEquals("permalink_url"u8)) link = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("created_time"u8)) at = JsonValues.Instant(ref reader, "created_time", DateTimeZone.Utc);
            else if (reader.ValueTextEquals("from"u8)) author = ReadFrom(ref reader);
            else if (reader.ValueTextEquals("full_picture"u8) || reader.ValueTextEquals("picture"u8)) hasMedia |= JsonValues.Text(ref reader) is not null;
            else if (reader.ValueTextEquals("attachments"u8)) hasMedia |= JsonValues.HasAny(ref reader);
            else if (reader.ValueTextEquals("shares"u8)) shares = ReadNamedCount(ref reader, "count"u8);
            else if (reader.ValueTextEquals("likes"u8) || reader.ValueTextEquals("reactions"u8)) likes = ReadNamedCount(ref reader, "total_count"u8) ?? likes;
            else if (reader.ValueTextEquals("comments"u8)) comments = ReadNamedCount(ref reader, "total_count"u8);
            else reader.Skip();
        }

        if (string.IsNullOrEmpty(id)) throw new JsonFault("id: missing or empty");
        if ((message ?? story) is not { } text) throw new JsonFault("message: missing");
        return new Mention
        {
            Id = id,
            Platform = Platform.Facebook,
            Author = author,
            Text = text,
            Published = at,
            Link = string.IsNullOrEmpty(link) ? null : link,
            Counts = likes is null && shares is null && comments is null ? null : new MentionCounts { Likes = likes, Shares = shares, Replies = comments },
            HasMedia = hasMedia,
        };
    }

    private static string? PlaceOf(string? place) => string.IsNullOrWhiteSpace(place) ? null : Tables.Spaces.Collapse(place);

    // Line breaks of a review are its author's; they are kept unless markup says where lines end.
    private static string Plain(string text) => text.AsSpan().IndexOfAny('<', '&') < 0 ? text.Trim() : HtmlText.Read(text);

    private (Instant? At, LocalDate? On) ReadDate(ref Utf8JsonReader reader, string field)
    {
        if (JsonValues.Text(ref reader) is not { Length: > 0 } text) return default;
        var reading = Dates.Timestamps.Read(text, options.DateOrder, options.Zone);
        return reading.IsRead ? (reading.Instant, reading.Date) : throw new JsonFault($"{field}: '{(text.Length > 40 ? text[..40] : text)}' is no date that can be read");
    }

    private static string? ReadFirst(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        string? first = null;
        if (!JsonValues.IntoArray(ref reader)) return null;
        while (JsonValues.NextObject(ref reader))
        {
            while (JsonValues.NextName(ref reader))
            {
                if (first is null && reader.ValueTextEquals(name)) first = JsonValues.Text(ref reader);
                else reader.Skip();
            }
        }

        return first;
    }

    // Links come as {rel, href} or as {relation, link}; the one for people is on the site, not under its interface.
    private static string? ReadStoryLink(ref Utf8JsonReader reader)
    {
        string? found = null;
        if (!JsonValues.IntoArray(ref reader)) return null;
        while (JsonValues.NextObject(ref reader))
        {
            string? target = null;
            while (JsonValues.NextName(ref reader))
            {
                if (reader.ValueTextEquals("href"u8) || reader.ValueTextEquals("link"u8)) target = JsonValues.Text(ref reader) ?? target;
                else reader.Skip();
            }

            if (found is null && Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                && address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                && !address.AbsolutePath.StartsWith("/api/", StringComparison.OrdinalIgnoreCase))
                found = target;
        }

        return found;
    }

    private static Author? ReadFrom(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        string? name = null;
        string? handle = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("name"u8)) name = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("username"u8)) handle = JsonValues.Text(ref reader);
            else reader.Skip();
        }

        return name is null && handle is null ? null : new Author { Handle = handle, DisplayName = name };
    }

    // {"count":3}, {"total_count":3} or {"summary":{"total_count":3}}.
    private static long? ReadNamedCount(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        long? count = null;
        if (!JsonValues.IntoObject(ref reader)) return null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals(name)) count = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("summary"u8)) count = ReadNamedCount(ref reader, name) ?? count;
            else reader.Skip();
        }

        return count;
    }
}

using System.Text;
using System.Text.Json;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>Post views of Bluesky (getPosts, searchPosts) and items of its feeds, which add who reposted.</summary>
internal static class BlueskyReader
{
    /// <summary>Reads the post view that the reader stands at the start of.</summary>
    public static Mention ReadPost(ref Utf8JsonReader reader)
    {
        string? uri = null;
        Author? author = null;
        Record? record = null;
        Instant? indexed = null;
        string? quoteOf = null;
        long? likes = null;
        long? reposts = null;
        long? replies = null;
        long? quotes = null;
        var hasMedia = false;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("uri"u8)) uri = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("author"u8)) author = ReadAuthor(ref reader);
            else if (reader.ValueTextEquals("record"u8) || reader.ValueTextEquals("value"u8)) record = ReadRecord(ref reader);
            else if (reader.ValueTextEquals("indexedAt"u8)) indexed = JsonValues.Instant(ref reader, "indexedAt", DateTimeZone.Utc);
            else if (reader.ValueTextEquals("likeCount"u8)) likes = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("repostCount"u8)) reposts = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("replyCount"u8)) replies = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("quoteCount"u8)) quotes = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("embed"u8)) ReadEmbed(ref reader, ref quoteOf, ref hasMedia);
            else reader.Skip();
        }

        if (string.IsNullOrEmpty(uri)) throw new JsonFault("uri: missing or empty");
        if (record?.Text is null) throw new JsonFault("record.text: missing");

        // The author's own clock may run ahead; the server's word bounds it, as it does where Bluesky sorts.
        var at = record.Created is { } created && (indexed is null || created <= indexed) ? created : indexed ?? record.Created;
        return new Mention
        {
            Id = uri,
            Platform = Platform.Bluesky,
            Author = author,
            Text = record.Text,
            Language = record.Language,
            Published = at,
            Link = LinkOf(uri, author?.Handle),
            ExpandedLinks = record.Links(),
            Counts = likes is null && reposts is null && replies is null && quotes is null ? null : new MentionCounts
            {
                Likes = likes,
                Shares = reposts is null && quotes is null ? null : (reposts ?? 0) + (quotes ?? 0),
                Replies = replies,
            },
            HasMedia = hasMedia || record.HasMedia,
            ReplyTo = record.ReplyTo,
            QuoteOf = quoteOf ?? record.QuoteOf,
        };
    }

    /// <summary>Reads the item of a feed that the reader stands at the start of.</summary>
    public static Mention ReadFeedItem(ref Utf8JsonReader reader)
    {
        Mention? post = null;
        Author? by = null;
        string? reason = null;
        string? repostUri = null;
        Instant? at = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("post"u8))
            {
                if (JsonValues.IntoObject(ref reader)) post = ReadPost(ref reader);
            }
            else if (!reader.ValueTextEquals("reason"u8))
            {
                reader.Skip();
            }
            else if (JsonValues.IntoObject(ref reader))
            {
                while (JsonValues.NextName(ref reader))
                {
                    if (reader.ValueTextEquals("$type"u8)) reason = JsonValues.Text(ref reader);
                    else if (reader.ValueTextEquals("by"u8)) by = ReadAuthor(ref reader);
                    else if (reader.ValueTextEquals("uri"u8)) repostUri = JsonValues.Text(ref reader);
                    else if (reader.ValueTextEquals("indexedAt"u8)) at = JsonValues.Instant(ref reader, "indexedAt", DateTimeZone.Utc);
                    else reader.Skip();
                }
            }
        }

        if (post is null) throw new JsonFault("post: missing");
        if (by is null || reason?.EndsWith("reasonRepost", StringComparison.Ordinal) != true) return post;
        return post with { Id = repostUri ?? $"{post.Id}#repost-by-{by.Handle}", Author = by, Published = at ?? post.Published, RepostOf = post.Id };
    }

    private static string? LinkOf(string uri, string? handle)
    {
        const string Scheme = "at://";
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var parts = uri[Scheme.Length..].Split('/');
        return parts is [var did, "app.bsky.feed.post", var key] ? $"https://bsky.app/profile/{(handle is null or "handle.invalid" ? did : handle)}/post/{key}" : null;
    }

    private static Author? ReadAuthor(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        string? handle = null;
        string? name = null;
        string? biography = null;
        long? followers = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("handle"u8)) handle = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("displayName"u8)) name = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("description"u8)) biography = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("followersCount"u8)) followers = JsonValues.Count(ref reader);
            else reader.Skip();
        }

        return new Author
        {
            Handle = handle,
            DisplayName = string.IsNullOrEmpty(name) ? null : name,
            Biography = string.IsNullOrEmpty(biography) ? null : biography,
            Followers = followers,
        };
    }

    private static Record? ReadRecord(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        var record = new Record();
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("text"u8)) record.Text = JsonValues.Words(ref reader, "record.text");
            else if (reader.ValueTextEquals("createdAt"u8)) record.Created = Created(ref reader);
            else if (reader.ValueTextEquals("langs"u8)) record.Language = FirstLanguage(ref reader);
            else if (reader.ValueTextEquals("facets"u8)) ReadFacets(ref reader, record);
            else if (reader.ValueTextEquals("embed"u8)) ReadEmbed(ref reader, ref record.QuoteOf, ref record.HasMedia);
            else if (!reader.ValueTextEquals("reply"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader))
            {
                while (JsonValues.NextName(ref reader))
                {
                    if (reader.ValueTextEquals("parent"u8)) record.ReplyTo = ReadUri(ref reader);
                    else reader.Skip();
                }
            }
        }

        return record;
    }

    // Written by the author's software, which may write anything; the server's time stands in for it.
    private static Instant? Created(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonValues.Instant(ref reader, "createdAt", DateTimeZone.Utc);
        }
        catch (JsonFault)
        {
            return null;
        }
    }

    private static string? FirstLanguage(ref Utf8JsonReader reader)
    {
        string? first = null;
        if (!JsonValues.IntoArray(ref reader)) return null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) first ??= JsonValues.Unescape(ref reader);
            else reader.Skip();
        }

        return string.IsNullOrEmpty(first) ? null : first;
    }

    private static string? ReadUri(ref Utf8JsonReader reader)
    {
        string? uri = null;
        if (!JsonValues.IntoObject(ref reader)) return null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("uri"u8)) uri = JsonValues.Text(ref reader);
            else reader.Skip();
        }

        return uri;
    }

    // A quoted record stands as {record:{uri}}, with media as {record:{record:{uri}}}; pictures and films have names of their own.
    private static void ReadEmbed(ref Utf8JsonReader reader, ref string? quoteOf, ref bool hasMedia)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("images"u8) || reader.ValueTextEquals("video"u8) || reader.ValueTextEquals("playlist"u8) || reader.ValueTextEquals("media"u8))
            {
                hasMedia = true;
                reader.Skip();
            }
            else if (!reader.ValueTextEquals("record"u8))
            {
                reader.Skip();
            }
            else if (JsonValues.IntoObject(ref reader))
            {
                while (JsonValues.NextName(ref reader))
                {
                    if (reader.ValueTextEquals("uri"u8)) quoteOf = PostOnly(JsonValues.Text(ref reader)) ?? quoteOf;
                    else if (reader.ValueTextEquals("record"u8)) quoteOf = PostOnly(ReadUri(ref reader)) ?? quoteOf;
                    else reader.Skip();
                }
            }
        }
    }

    // Lists, feeds and starter packs are embedded in the same way and are no quotes.
    private static string? PostOnly(string? uri) => uri?.Contains("/app.bsky.feed.post/", StringComparison.Ordinal) == true ? uri : null;

    private static void ReadFacets(ref Utf8JsonReader reader, Record record)
    {
        if (!JsonValues.IntoArray(ref reader)) return;
        while (JsonValues.NextObject(ref reader))
        {
            long? start = null;
            long? end = null;
            string? target = null;
            while (JsonValues.NextName(ref reader))
            {
                if (reader.ValueTextEquals("index"u8))
                {
                    if (!JsonValues.IntoObject(ref reader)) continue;
                    while (JsonValues.NextName(ref reader))
                    {
                        if (reader.ValueTextEquals("byteStart"u8)) start = JsonValues.Count(ref reader);
                        else if (reader.ValueTextEquals("byteEnd"u8)) end = JsonValues.Count(ref reader);
                        else reader.Skip();
                    }
                }
                else if (reader.ValueTextEquals("features"u8))
                {
                    if (!JsonValues.IntoArray(ref reader)) continue;
                    while (JsonValues.NextObject(ref reader))
                    {
                        while (JsonValues.NextName(ref reader))
                        {
                            if (reader.ValueTextEquals("uri"u8)) target = JsonValues.Text(ref reader);
                            else reader.Skip();
                        }
                    }
                }
                else
                {
                    reader.Skip();
                }
            }

            if (start is { } from && end is { } to && !string.IsNullOrEmpty(target)) record.Facets.Add((from, to, target));
        }
    }

    private sealed class Record
    {
        public string? QuoteOf;
        public bool HasMedia;

        public string? Text { get; set; }

        public Instant? Created { get; set; }

        public string? Language { get; set; }

        public string? ReplyTo { get; set; }

        public List<(long Start, long End, string Target)> Facets { get; } = [];

        /// <summary>
        /// Where the words of links lead. Facets are written by the author's software, in bytes of UTF-8: one that lies outside of the
        /// text, cuts a character, overlaps another or points nowhere on the web is left aside.
        /// </summary>
        public Dictionary<string, string>? Links()
        {
            if (Facets.Count == 0 || Text is null) return null;
            var bytes = Encoding.UTF8.GetBytes(Text);
            Dictionary<string, string>? links = null;
            var last = 0L;
            foreach (var (start, end, target) in Facets.OrderBy(facet => facet.Start).ThenBy(facet => facet.End))
            {
                if (start < last || end <= start || end > bytes.Length) continue;
                if (IsInside(bytes, start) || IsInside(bytes, end)) continue;
                if (!target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) continue;
                last = end;
                var words = Encoding.UTF8.GetString(bytes, (int)start, (int)(end - start)).Trim();
                if (words.Length == 0 || words == target) continue;
                links ??= new Dictionary<string, string>(StringComparer.Ordinal);
                links[words] = target;

                // Shown cut, as "example.org/long…"; what is read as a link in the text ends before the dots.
                var cut = words.TrimEnd('…', '.');
                if (cut.Length > 0) links.TryAdd(cut, target);
            }

            return links;
        }

        private static bool IsInside(byte[] bytes, long at) => at < bytes.Length && (bytes[at] & 0xC0) == 0x80;
    }
}

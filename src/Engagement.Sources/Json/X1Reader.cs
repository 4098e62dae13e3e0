using System.Text.Json;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>Posts of the older X interface, and of an X archive, which has the same form without the author.</summary>
internal static class X1Reader
{
    /// <summary>Reads the object that the reader stands at the start of.</summary>
    public static Mention Read(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? text = null;
        string? fullText = null;
        string? language = null;
        string? replyTo = null;
        string? quoteOf = null;
        string? fromUser = null;
        Instant? at = null;
        Author? author = null;
        Mention? original = null;
        long? likes = null;
        long? retweets = null;
        long? quotes = null;
        long? replies = null;
        var hasMedia = false;
        var urls = new List<(string Short, string Target)>();
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id_str"u8)) id = JsonValues.Text(ref reader) ?? id;
            else if (reader.ValueTextEquals("id"u8)) id ??= JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("text"u8)) text = JsonValues.Words(ref reader, "text");
            else if (reader.ValueTextEquals("full_text"u8)) fullText = JsonValues.Words(ref reader, "full_text") ?? fullText;
            else if (reader.ValueTextEquals("extended_tweet"u8)) ReadExtended(ref reader, ref fullText, urls, ref hasMedia);
            else if (reader.ValueTextEquals("created_at"u8)) at = JsonValues.Instant(ref reader, "created_at", DateTimeZone.Utc);
            else if (reader.ValueTextEquals("lang"u8)) language = LanguageTag.Read(ref reader);
            else if (reader.ValueTextEquals("user"u8)) author = ReadUser(ref reader);
            else if (reader.ValueTextEquals("from_user"u8)) fromUser = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("in_reply_to_status_id_str"u8)) replyTo = JsonValues.Text(ref reader) ?? replyTo;
            else if (reader.ValueTextEquals("in_reply_to_status_id"u8)) replyTo ??= JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("quoted_status_id_str"u8)) quoteOf = JsonValues.Text(ref reader) ?? quoteOf;
            else if (reader.ValueTextEquals("favorite_count"u8)) likes = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("retweet_count"u8)) retweets = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("quote_count"u8)) quotes = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("reply_count"u8)) replies = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("entities"u8) || reader.ValueTextEquals("extended_entities"u8)) ReadEntities(ref reader, urls, ref hasMedia);
            else if (!reader.ValueTextEquals("retweeted_status"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader)) original = Read(ref reader);
        }

        if (string.IsNullOrEmpty(id)) throw new JsonFault("id_str: missing or empty");
        if ((fullText ?? text) is not { } written) throw new JsonFault("text: missing");
        if (author is null && fromUser is not null) author = new Author { Handle = fromUser };

        var words = JsonValues.UnescapeEntities(written);
        Dictionary<string, string>? links = null;
        foreach (var (link, target) in urls)
        {
            if (words.Contains(link, StringComparison.Ordinal)) (links ??= new Dictionary<string, string>(StringComparer.Ordinal))[link] = target;
        }

        var counts = likes is null && retweets is null && quotes is null && replies is null ? null : new MentionCounts
        {
            Likes = likes,
            Shares = retweets is null && quotes is null ? null : (retweets ?? 0) + (quotes ?? 0),
            Replies = replies,
        };
        return new Mention
        {
            Id = id,
            Platform = Platform.X,
            Author = author,
            Text = original?.Text ?? words,
            Language = language,
            Published = at,
            Link = string.Concat("https://x.com/", author?.Handle ?? "i", "/status/", id),
            ExpandedLinks = original is null ? links : original.ExpandedLinks,
            Counts = counts,
            HasMedia = hasMedia || original is { HasMedia: true },
            ReplyTo = replyTo,
            RepostOf = original?.Id,
            QuoteOf = quoteOf,
        };
    }

    /// <summary>Reads <c>{"tweet":{…}}</c> of an archive.</summary>
    public static Mention ReadArchived(ref Utf8JsonReader reader)
    {
        Mention? mention = null;
        while (JsonValues.NextName(ref reader))
        {
            if (!reader.ValueTextEquals("tweet"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader)) mention = Read(ref reader);
        }

        return mention ?? throw new JsonFault("tweet: missing");
    }

    private static Author? ReadUser(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        string? handle = null;
        string? name = null;
        string? biography = null;
        long? followers = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("screen_name"u8)) handle = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("name"u8)) name = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("description"u8)) biography = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("followers_count"u8)) followers = JsonValues.Count(ref reader);
            else reader.Skip();
        }

        if (handle is null && name is null) return null;
        return new Author
        {
            Handle = handle,
            DisplayName = name,
            Biography = string.IsNullOrEmpty(biography) ? null : JsonValues.UnescapeEntities(biography),
            Followers = followers,
        };
    }

    private static void ReadExtended(ref Utf8JsonReader reader, ref string? fullText, List<(string Short, string Target)> urls, ref bool hasMedia)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("full_text"u8)) fullText = JsonValues.Words(ref reader, "full_text") ?? fullText;
            else if (reader.ValueTextEquals("entities"u8) || reader.ValueTextEquals("extended_entities"u8)) ReadEntities(ref reader, urls, ref hasMedia);
            else reader.Skip();
        }
    }

    private static void ReadEntities(ref Utf8JsonReader reader, List<(string Short, string Target)> urls, ref bool hasMedia)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            var isMedia = reader.ValueTextEquals("media"u8);
            if (!isMedia && !reader.ValueTextEquals("urls"u8))
            {
                reader.Skip();
                continue;
            }

            if (!JsonValues.IntoArray(ref reader)) continue;
            while (JsonValues.NextObject(ref reader))
            {
                hasMedia |= isMedia;
                string? link = null;
                string? target = null;
                while (JsonValues.NextName(ref reader))
                {
                    if (reader.ValueTextEquals("url"u8)) link = JsonValues.Text(ref reader);
                    else if (reader.ValueTextEquals("expanded_url"u8)) target = JsonValues.Text(ref reader);
                    else reader.Skip();
                }

                if (!string.IsNullOrEmpty(link) && !string.IsNullOrEmpty(target)) urls.Add((link, target));
            }
        }
    }
}

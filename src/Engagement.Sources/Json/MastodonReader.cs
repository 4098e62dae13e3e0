using System.Text.Json;
using Engagement.Sources.Html;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>Statuses of Mastodon and of other software that speaks its interface.</summary>
internal sealed class MastodonReader(MentionFileOptions options)
{
    /// <summary>Reads the object that the reader stands at the start of.</summary>
    public Mention Read(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? content = null;
        string? spoiler = null;
        string? language = null;
        string? visibility = null;
        string? uri = null;
        string? url = null;
        string? replyTo = null;
        string? quoteOf = null;
        Instant? at = null;
        Author? author = null;
        Mention? original = null;
        long? likes = null;
        long? boosts = null;
        long? replies = null;
        var hasMedia = false;
        var names = new List<(string Url, string Account)>();
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("content"u8)) content = JsonValues.Words(ref reader, "content");
            else if (reader.ValueTextEquals("spoiler_text"u8)) spoiler = JsonValues.Words(ref reader, "spoiler_text");
            else if (reader.ValueTextEquals("language"u8)) language = LanguageTag.Read(ref reader);
            else if (reader.ValueTextEquals("visibility"u8)) visibility = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("uri"u8)) uri = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("url"u8)) url = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("created_at"u8)) at = JsonValues.Instant(ref reader, "created_at", DateTimeZone.Utc);
            else if (reader.ValueTextEquals("in_reply_to_id"u8)) replyTo = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("favourites_count"u8)) likes = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("reblogs_count"u8)) boosts = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("replies_count"u8)) replies = JsonValues.Count(ref reader);
            else if (reader.ValueTextEquals("media_attachments"u8)) hasMedia = JsonValues.HasAny(ref reader);
            else if (reader.ValueTextEquals("quote_id"u8)) quoteOf = JsonValues.Text(ref reader) ?? quoteOf;
            else if (reader.ValueTextEquals("quote"u8)) quoteOf = ReadQuote(ref reader) ?? quoteOf;
            else if (reader.ValueTextEquals("account"u8)) author = ReadAccount(ref reader);
            else if (reader.ValueTextEquals("mentions"u8)) ReadNames(ref reader, names);
            else if (!reader.ValueTextEquals("reblog"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader)) original = Read(ref reader);
        }

        if (string.IsNullOrEmpty(id)) throw new JsonFault("id: missing or empty");
        if (content is null && original is null) throw new JsonFault("content: missing");
        if (!options.IncludeNonPublic && visibility is not (null or "public" or "unlisted"))
            throw new JsonFault($"its author did not make it public (visibility '{visibility}'); it was not read");

        // A person on another server is shown without the host, which the author did write.
        string? NameOf(string target, string words)
        {
            foreach (var (address, account) in names)
            {
                if (address != target || !words.StartsWith('@')) continue;
                var name = words.AsSpan(1);
                if (account.AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase) && (account.Length == name.Length || account[name.Length] == '@'))
                    return "@" + account;
            }

            return null;
        }

        return new Mention
        {
            Id = id,
            Platform = Platform.Mastodon,
            Author = author,
            Title = original is not null ? original.Title : string.IsNullOrWhiteSpace(spoiler) ? null : HtmlText.Collapse(spoiler),
            Text = original is not null ? original.Text : HtmlText.Read(content!, NameOf),
            Language = language ?? original?.Language,
            Published = at,
            Link = string.IsNullOrEmpty(url) ? string.IsNullOrEmpty(uri) ? null : uri : url,
            Counts = likes is null && boosts is null && replies is null ? null : new MentionCounts { Likes = likes, Shares = boosts, Replies = replies },
            HasMedia = hasMedia || original is { HasMedia: true },
            ReplyTo = replyTo,
            RepostOf = original?.Id,
            QuoteOf = quoteOf,
        };
    }

    private static Author? ReadAccount(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        string? account = null;
        string? name = null;
        string? note = null;
        string? url = null;
        long? followers = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("acct"u8)) account = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("display_name"u8)) name = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("note"u8)) note = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("url"u8)) url = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("followers_count"u8)) followers = JsonValues.Count(ref reader);
            else reader.Skip();
        }

        // Accounts of the server that answered come without its name.
        if (!string.IsNullOrEmpty(account) && !account.Contains('@', StringComparison.Ordinal)
            && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0)
            account = $"{account}@{address.Host}";

        return new Author
        {
            Handle = string.IsNullOrEmpty(account) ? null : account,
            DisplayName = string.IsNullOrEmpty(name) ? null : name,
            Biography = string.IsNullOrEmpty(note) ? null : HtmlText.Read(note),
            Followers = followers,
        };
    }

    private static void ReadNames(ref Utf8JsonReader reader, List<(string Url, string Account)> names)
    {
        if (!JsonValues.IntoArray(ref reader)) return;
        while (JsonValues.NextObject(ref reader))
        {
            string? url = null;
            string? account = null;
            while (JsonValues.NextName(ref reader))
            {
                if (reader.ValueTextEquals("url"u8)) url = JsonValues.Text(ref reader);
                else if (reader.ValueTextEquals("acct"u8)) account = JsonValues.Text(ref reader);
                else reader.Skip();
            }

            if (url is not null && account is not null) names.Add((url, account));
        }
    }

    private static string? ReadQuote(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        string? id = null;
        string? quoted = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("quoted_status_id"u8)) quoted = JsonValues.Text(ref reader) ?? quoted;
            else if (!reader.ValueTextEquals("quoted_status"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader))
            {
                while (JsonValues.NextName(ref reader))
                {
                    if (reader.ValueTextEquals("id"u8)) quoted = JsonValues.Text(ref reader);
                    else reader.Skip();
                }
            }
        }

        return quoted ?? id;
    }
}

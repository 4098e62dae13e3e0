using System.Text.Json;
using Engagement.Sources.Html;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>Activities of ActivityPub, as Mastodon and its kin put them into the <c>outbox.json</c> of an archive: posts that were written, and boosts.</summary>
internal sealed class ActivityReader(MentionFileOptions options)
{
    private const string Everybody = "https://www.w3.org/ns/activitystreams#Public";

    /// <summary>Reads the activity or post that the reader stands at the start of.</summary>
    public Mention Read(ref Utf8JsonReader reader)
    {
        var post = ReadFields(ref reader);
        var isBoost = post.Type == "Announce";
        if (!isBoost && post.Type is not (null or "Create" or "Update" or "Note" or "Question" or "Article" or "Page"))
            throw new JsonFault($"this is no post but an activity of the type '{(post.Type.Length > 40 ? post.Type[..40] : post.Type)}'");
        if (string.IsNullOrEmpty(post.Id)) throw new JsonFault("id: missing or empty");
        if (isBoost && string.IsNullOrEmpty(post.Boosted)) throw new JsonFault("object: missing");
        if (!isBoost && post.Content is null) throw new JsonFault("content: missing");
        if (!options.IncludeNonPublic && post.IsAddressed && !post.IsPublic) throw new JsonFault("its author did not make it public; it was not read");

        string? NameOf(string target, string words)
        {
            foreach (var (address, name) in post.Names)
            {
                if (address == target && words.StartsWith('@') && name.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return name;
            }

            return null;
        }

        return new Mention
        {
            Id = isBoost ? post.Id : StatusId(post.Id),
            Platform = Platform.Mastodon,
            Author = HandleOf(post.Author) is { } handle ? new Author { Handle = handle } : null,
            Title = string.IsNullOrWhiteSpace(post.Summary) ? null : HtmlText.Collapse(post.Summary),
            Text = post.Content is null ? "" : HtmlText.Read(post.Content, NameOf),
            Language = post.Language,
            Published = post.Published,
            Link = isBoost ? null : post.Link ?? post.Id,
            Counts = post.Likes is null && post.Shares is null && post.Replies is null ? null : new MentionCounts { Likes = post.Likes, Shares = post.Shares, Replies = post.Replies },
            HasMedia = post.HasMedia,
            ReplyTo = post.ReplyTo is { Length: > 0 } replied ? StatusId(replied) : null,
            RepostOf = isBoost ? StatusId(post.Boosted!) : null,
            QuoteOf = post.QuoteOf is { Length: > 0 } quoted ? StatusId(quoted) : null,
        };
    }

    private static Fields ReadFields(ref Utf8JsonReader reader)
    {
        var post = new Fields();
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("type"u8)) post.Type = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("id"u8)) post.Id = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("actor"u8) || reader.ValueTextEquals("attributedTo"u8)) post.Author = JsonValues.Text(ref reader) ?? post.Author;
            else if (reader.ValueTextEquals("summary"u8)) post.Summary = JsonValues.Words(ref reader, "summary");
            else if (reader.ValueTextEquals("content"u8)) post.Content = JsonValues.Words(ref reader, "content");
            else if (reader.ValueTextEquals("contentMap"u8)) post.Language = ReadLanguage(ref reader);
            else if (reader.ValueTextEquals("url"u8)) post.Link = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("published"u8)) post.Published = JsonValues.Instant(ref reader, "published", DateTimeZone.Utc) ?? post.Published;
            else if (reader.ValueTextEquals("inReplyTo"u8)) post.ReplyTo = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("quote"u8) || reader.ValueTextEquals("quoteUri"u8) || reader.ValueTextEquals("quoteUrl"u8)) post.QuoteOf = JsonValues.Text(ref reader) ?? post.QuoteOf;
            else if (reader.ValueTextEquals("attachment"u8)) post.HasMedia = JsonValues.HasAny(ref reader);
            else if (reader.ValueTextEquals("to"u8) || reader.ValueTextEquals("cc"u8)) ReadAddressees(ref reader, post);
            else if (reader.ValueTextEquals("likes"u8)) post.Likes = ReadTotal(ref reader);
            else if (reader.ValueTextEquals("shares"u8)) post.Shares = ReadTotal(ref reader);
            else if (reader.ValueTextEquals("replies"u8)) post.Replies = ReadTotal(ref reader);
            else if (reader.ValueTextEquals("tag"u8)) ReadNames(ref reader, post.Names);
            else if (reader.ValueTextEquals("object"u8)) ReadObject(ref reader, post);
            else reader.Skip();
        }

        return post;
    }

    // What was written stands within its activity; what was boosted is only named.
    private static void ReadObject(ref Utf8JsonReader reader, Fields activity)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            activity.Boosted = JsonValues.Unescape(ref reader);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var post = ReadFields(ref reader);
        if (activity.Type == "Announce")
        {
            activity.Boosted = post.Id;
            return;
        }

        activity.Take(post);
    }

    private static void ReadAddressees(ref Utf8JsonReader reader, Fields post)
    {
        reader.Read();
        post.IsAddressed = true;
        if (reader.TokenType == JsonTokenType.String)
        {
            post.IsPublic |= IsEverybody(ref reader);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) post.IsPublic |= IsEverybody(ref reader);
            else reader.Skip();
        }
    }

    private static bool IsEverybody(ref Utf8JsonReader reader) => reader.ValueTextEquals(Everybody) || reader.ValueTextEquals("as:Public"u8) || reader.ValueTextEquals("Public"u8);

    private static string? ReadLanguage(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        string? language = null;
        var count = 0;
        while (JsonValues.NextName(ref reader))
        {
            language = JsonValues.Unescape(ref reader);
            count++;
            reader.Skip();
        }

        return count == 1 && language is not ("" or "und") ? language : null;
    }

    private static long? ReadTotal(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return null;
        long? total = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("totalItems"u8)) total = JsonValues.Count(ref reader);
            else reader.Skip();
        }

        return total;
    }

    private static void ReadNames(ref Utf8JsonReader reader, List<(string Address, string Name)> names)
    {
        if (!JsonValues.IntoArray(ref reader)) return;
        while (JsonValues.NextObject(ref reader))
        {
            string? type = null;
            string? address = null;
            string? name = null;
            while (JsonValues.NextName(ref reader))
            {
                if (reader.ValueTextEquals("type"u8)) type = JsonValues.Text(ref reader);
                else if (reader.ValueTextEquals("href"u8)) address = JsonValues.Text(ref reader);
                else if (reader.ValueTextEquals("name"u8)) name = JsonValues.Text(ref reader);
                else reader.Skip();
            }

            if (type == "Mention" && address is not null && name is not null) names.Add((address, name));
        }
    }

    // The number by which the server's own interface knows it, so that an archive and the interface name a post alike.
    private static string StatusId(string address)
    {
        var at = address.LastIndexOf("/statuses/", StringComparison.Ordinal);
        if (at < 0) return address;
        var number = address.AsSpan(at + "/statuses/".Length);
        return number.Length > 0 && !number.ContainsAnyExceptInRange('0', '9') ? number.ToString() : address;
    }

    private static string? HandleOf(string? actor)
    {
        if (!Uri.TryCreate(actor, UriKind.Absolute, out var address) || address.Host.Length == 0) return null;
        var name = address.AbsolutePath.TrimEnd('/').Split('/')[^1].TrimStart('@');
        return name.Length == 0 ? null : $"{name}@{address.Host}";
    }

    private sealed class Fields
    {
        public string? Type { get; set; }

        public string? Id { get; set; }

        public string? Author { get; set; }

        public string? Summary { get; set; }

        public string? Content { get; set; }

        public string? Language { get; set; }

        public string? Link { get; set; }

        public string? ReplyTo { get; set; }

        public string? QuoteOf { get; set; }

        public string? Boosted { get; set; }

        public Instant? Published { get; set; }

        public bool HasMedia { get; set; }

        public bool IsAddressed { get; set; }

        public bool IsPublic { get; set; }

        public long? Likes { get; set; }

        public long? Shares { get; set; }

        public long? Replies { get; set; }

        public List<(string Address, string Name)> Names { get; private set; } = [];

        /// <summary>Takes over the post that an activity is about; what the activity alone says stays.</summary>
        public void Take(Fields post)
        {
            // An activity may be sent to everybody about a post that was not.
            if (post.IsAddressed) (IsAddressed, IsPublic) = (true, post.IsPublic);
            (Id, Content, Summary, Language, Link, ReplyTo, QuoteOf) = (post.Id ?? Id, post.Content, post.Summary, post.Language, post.Link, post.ReplyTo, post.QuoteOf);
            (HasMedia, Likes, Shares, Replies, Names) = (post.HasMedia, post.Likes, post.Shares, post.Replies, post.Names);
            Published = post.Published ?? Published;
            Author = post.Author ?? Author;
        }
    }
}

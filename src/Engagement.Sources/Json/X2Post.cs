using System.Text.Json;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>A post of the X API v2 as it stands there, before its author and the posts it refers to are joined. Reused.</summary>
internal sealed class X2Post
{
    private readonly List<(string Short, string Target)> _urls = [];
    private string? _fault;

    public string? Id { get; private set; }

    public string? Text { get; private set; }

    public string? Note { get; private set; }

    public string? AuthorId { get; private set; }

    public Author? Author { get; private set; }

    public Instant? At { get; private set; }

    /// <summary>Why the post cannot be a mention of its own; null when it can. The rest of its page is read all the same.</summary>
    public string? Fault => _fault ?? (string.IsNullOrEmpty(Id) ? "id: missing or empty" : HasWords ? null : "text: missing");

    /// <summary>Whether it has a text, be it an empty one.</summary>
    public bool HasWords => (Text ?? Note) is not null;

    public string? Language { get; private set; }

    public string? RepliedTo { get; private set; }

    public string? Quoted { get; private set; }

    public string? Retweeted { get; private set; }

    /// <summary>The text of the post it retweets, where that is written inside this one.</summary>
    public string? RetweetedText { get; private set; }

    public bool HasMedia { get; private set; }

    public bool HasCounts { get; private set; }

    public long? Likes { get; private set; }

    public long? Retweets { get; private set; }

    public long? Quotes { get; private set; }

    public long? Replies { get; private set; }

    /// <summary>The text as its author wrote it.</summary>
    public string Words => JsonValues.UnescapeEntities(Note ?? Text ?? "");

    /// <summary>Where the short links of <paramref name="words"/> lead. What the text does not hold is not believed.</summary>
    public Dictionary<string, string>? LinksIn(string words)
    {
        Dictionary<string, string>? links = null;
        foreach (var (link, target) in _urls)
        {
            if (words.Contains(link, StringComparison.Ordinal)) (links ??= new Dictionary<string, string>(StringComparer.Ordinal))[link] = target;
        }

        return links;
    }

    public MentionCounts? Counts() => !HasCounts ? null : new MentionCounts
    {
        Likes = Likes,
        Shares = Retweets is null && Quotes is null ? null : (Retweets ?? 0) + (Quotes ?? 0),
        Replies = Replies,
    };

    /// <summary>Reads the object that the reader stands at the start of.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        Clear();
        while (JsonValues.NextName(ref reader))
        {
            var name = reader.ValueSpan;
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8): Id = JsonValues.Text(ref reader); break;
                case 4 when name.SequenceEqual("text"u8): Text = ReadWords(ref reader, "text"); break;
                case 4 when name.SequenceEqual("lang"u8): Language = LanguageTag.Read(ref reader); break;
                case 6 when name.SequenceEqual("author"u8): if (JsonValues.IntoObject(ref reader)) Author = ReadUser(ref reader, out _); break;
                case 8 when name.SequenceEqual("entities"u8): ReadEntities(ref reader); break;
                case 9 when name.SequenceEqual("author_id"u8): AuthorId = JsonValues.Text(ref reader); break;
                case 10 when name.SequenceEqual("created_at"u8): ReadDate(ref reader); break;
                case 10 when name.SequenceEqual("note_tweet"u8): ReadNote(ref reader); break;
                case 11 when name.SequenceEqual("attachments"u8): ReadAttachments(ref reader); break;
                case 14 when name.SequenceEqual("public_metrics"u8): ReadMetrics(ref reader); break;
                case 17 when name.SequenceEqual("referenced_tweets"u8): ReadReferences(ref reader); break;
                default: reader.Skip(); break;
            }
        }
    }

    public static Author ReadUser(ref Utf8JsonReader reader, out string? id)
    {
        id = null;
        string? handle = null;
        string? name = null;
        string? biography = null;
        long? followers = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("username"u8)) handle = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("name"u8)) name = JsonValues.Text(ref reader);
            else if (reader.ValueTextEquals("description"u8)) biography = JsonValues.Text(ref reader);
            else if (!reader.ValueTextEquals("public_metrics"u8)) reader.Skip();
            else if (JsonValues.IntoObject(ref reader))
            {
                while (JsonValues.NextName(ref reader))
                {
                    if (reader.ValueTextEquals("followers_count"u8)) followers = JsonValues.Count(ref reader);
                    else reader.Skip();
                }
            }
        }

        return new Author
        {
            Handle = handle,
            DisplayName = name,
            Biography = string.IsNullOrEmpty(biography) ? null : JsonValues.UnescapeEntities(biography),
            Followers = followers,
        };
    }

    private string? ReadWords(ref Utf8JsonReader reader, string field)
    {
        try
        {
            return JsonValues.Words(ref reader, field);
        }
        catch (JsonFault fault)
        {
            _fault ??= fault.Message;
            return null;
        }
    }

    private void ReadDate(ref Utf8JsonReader reader)
    {
        try
        {
            At = JsonValues.Instant(ref reader, "created_at", DateTimeZone.Utc);
        }
        catch (JsonFault fault)
        {
            _fault ??= fault.Message;
        }
    }

    private void Clear()
    {
        _fault = Id = Text = Note = AuthorId = Language = RepliedTo = Quoted = Retweeted = RetweetedText = null;
        Author = null;
        At = null;
        HasMedia = HasCounts = false;
        Likes = Retweets = Quotes = Replies = null;
        _urls.Clear();
    }

    private void ReadNote(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("text"u8)) Note = ReadWords(ref reader, "note_tweet.text");
            else if (reader.ValueTextEquals("entities"u8)) ReadEntities(ref reader);
            else reader.Skip();
        }
    }

    private void ReadAttachments(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("media_keys"u8)) HasMedia |= JsonValues.HasAny(ref reader);
            else reader.Skip();
        }
    }

    private void ReadMetrics(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        HasCounts = true;
        while (JsonValues.NextName(ref reader))
        {
            var name = reader.ValueSpan;
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("like_count"u8): Likes = JsonValues.Count(ref reader); break;
                case 11 when name.SequenceEqual("reply_count"u8): Replies = JsonValues.Count(ref reader); break;
                case 11 when name.SequenceEqual("quote_count"u8): Quotes = JsonValues.Count(ref reader); break;
                case 13 when name.SequenceEqual("retweet_count"u8): Retweets = JsonValues.Count(ref reader); break;
                default: reader.Skip(); break;
            }
        }
    }

    private void ReadReferences(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoArray(ref reader)) return;
        while (JsonValues.NextObject(ref reader))
        {
            string? type = null;
            string? id = null;
            string? text = null;
            string? note = null;
            while (JsonValues.NextName(ref reader))
            {
                if (reader.ValueTextEquals("type"u8)) type = JsonValues.Text(ref reader);
                else if (reader.ValueTextEquals("id"u8)) id = JsonValues.Text(ref reader);
                else if (reader.ValueTextEquals("text"u8)) text = ReadWords(ref reader, "referenced_tweets.text");
                else if (!reader.ValueTextEquals("note_tweet"u8)) reader.Skip();
                else if (JsonValues.IntoObject(ref reader))
                {
                    while (JsonValues.NextName(ref reader))
                    {
                        if (reader.ValueTextEquals("text"u8)) note = ReadWords(ref reader, "referenced_tweets.note_tweet.text");
                        else reader.Skip();
                    }
                }
            }

            switch (type)
            {
                case "replied_to": RepliedTo = id; break;
                case "quoted": Quoted = id; break;
                case "retweeted":
                    Retweeted = id;
                    RetweetedText = (note ?? text) is { } words ? JsonValues.UnescapeEntities(words) : null;
                    break;
            }
        }
    }

    // Only links are taken: the text is read for the rest, and the annotations' places are not reliable.
    private void ReadEntities(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            if (!reader.ValueTextEquals("urls"u8))
            {
                reader.Skip();
                continue;
            }

            if (!JsonValues.IntoArray(ref reader)) continue;
            while (JsonValues.NextObject(ref reader))
            {
                string? link = null;
                string? target = null;
                while (JsonValues.NextName(ref reader))
                {
                    var name = reader.ValueSpan;
                    switch (name.Length)
                    {
                        case 3 when name.SequenceEqual("url"u8): link = JsonValues.Text(ref reader); break;
                        case 12 when name.SequenceEqual("expanded_url"u8): target ??= JsonValues.Text(ref reader); break;
                        case 11 when name.SequenceEqual("unwound_url"u8): target = JsonValues.Text(ref reader) ?? target; break;
                        default: reader.Skip(); break;
                    }
                }

                if (!string.IsNullOrEmpty(link) && !string.IsNullOrEmpty(target)) _urls.Add((link, target));
            }
        }
    }
}

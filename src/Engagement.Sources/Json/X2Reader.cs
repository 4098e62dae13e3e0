using System.Text.Json;

namespace Engagement.Sources.Json;

/// <summary>Answers of the X API v2: single posts, and pages whose authors and referenced posts stand apart under <c>includes</c>.</summary>
internal sealed class X2Reader
{
    private readonly List<X2Post> _posts = [];
    private readonly Dictionary<string, Author> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, X2Post> _referenced = new(StringComparer.Ordinal);
    private readonly Stack<X2Post> _spare = new();

    /// <summary>Reads a post that stands by itself.</summary>
    public Mention ReadPost(ref Utf8JsonReader reader)
    {
        var post = _spare.Count > 0 ? _spare.Pop() : new X2Post();
        post.Read(ref reader);
        var mention = Join(post);
        _spare.Push(post);
        return mention;
    }

    /// <summary>Reads a page. Posts that lack what they must have are given as reasons.</summary>
    public void ReadPage(ref Utf8JsonReader reader, List<(Mention? Mention, string? Fault)> found)
    {
        Reuse();
        var hasData = false;
        var hasErrors = false;
        var isCounted = false;
        string? title = null;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("data"u8))
            {
                hasData = true;
                ReadPosts(ref reader);
            }
            else if (reader.ValueTextEquals("includes"u8))
            {
                ReadIncludes(ref reader);
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                hasErrors = JsonValues.HasAny(ref reader);
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                title = JsonValues.Text(ref reader);
            }
            else
            {
                isCounted |= reader.ValueTextEquals("meta"u8);
                reader.Skip();
            }
        }

        if (!hasData && (hasErrors || !isCounted))
            throw new JsonFault($"this answer of X holds errors and no posts{(title is null ? "" : $" ({title})")}");

        foreach (var post in _posts)
        {
            try
            {
                found.Add((Join(post), null));
            }
            catch (JsonFault fault)
            {
                found.Add((null, fault.Message));
            }
        }
    }

    private void Reuse()
    {
        foreach (var post in _posts) _spare.Push(post);
        foreach (var post in _referenced.Values) _spare.Push(post);
        _posts.Clear();
        _referenced.Clear();
        _users.Clear();
    }

    private X2Post Next(ref Utf8JsonReader reader)
    {
        var post = _spare.Count > 0 ? _spare.Pop() : new X2Post();
        post.Read(ref reader);
        return post;
    }

    private X2Post NextItem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject) return Next(ref reader);
        reader.Skip();
        var none = _spare.Count > 0 ? _spare.Pop() : new X2Post();
        none.ReadNoPost();
        return none;
    }

    private void ReadPosts(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            _posts.Add(Next(ref reader));
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) _posts.Add(NextItem(ref reader));
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadIncludes(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IntoObject(ref reader)) return;
        while (JsonValues.NextName(ref reader))
        {
            if (reader.ValueTextEquals("users"u8))
            {
                if (!JsonValues.IntoArray(ref reader)) continue;
                while (JsonValues.NextObject(ref reader))
                {
                    var user = X2Post.ReadUser(ref reader, out var id);
                    if (id is not null) _users[id] = user;
                }
            }
            else if (reader.ValueTextEquals("tweets"u8))
            {
                if (!JsonValues.IntoArray(ref reader)) continue;
                while (JsonValues.NextObject(ref reader))
                {
                    var post = Next(ref reader);
                    if (post.Id is null || !_referenced.TryAdd(post.Id, post)) _spare.Push(post);
                }
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private Mention Join(X2Post post)
    {
        if (post.Fault is { } fault) throw new JsonFault(fault);
        if (string.IsNullOrEmpty(post.Id)) throw new JsonFault("id: missing or empty");
        if (post.Text is null && post.Note is null) throw new JsonFault("text: missing");

        var author = post.Author;
        if (author is null && post.AuthorId is not null) _users.TryGetValue(post.AuthorId, out author);

        // The text of a retweet is cut after some 140 characters; the post that it repeats has the whole.
        var words = post.Words;
        var links = post.LinksIn(words);
        var hasMedia = post.HasMedia;
        if (post.Retweeted is not null)
        {
            if (_referenced.TryGetValue(post.Retweeted, out var original) && (original.Text ?? original.Note) is not null)
            {
                words = original.Words;
                links = original.LinksIn(words);
                hasMedia |= original.HasMedia;
            }
            else if (post.RetweetedText is not null)
            {
                words = post.RetweetedText;
            }
        }

        return new Mention
        {
            Id = post.Id,
            Platform = Platform.X,
            Author = author,
            Text = words,
            Language = post.Language,
            Published = post.At,
            Link = string.Concat("https://x.com/", author?.Handle ?? "i", "/status/", post.Id),
            ExpandedLinks = links,
            Counts = post.Counts(),
            HasMedia = hasMedia,
            ReplyTo = post.RepliedTo,
            RepostOf = post.Retweeted,
            QuoteOf = post.Quoted,
        };
    }
}

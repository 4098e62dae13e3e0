using System.Text.Json;

namespace Engagement.Sources.Json;

/// <summary>Answers of the X API v2: single posts, and pages whose authors and referenced posts stand apart under <c>includes</c>.</summary>
internal sealed class X2Reader
{
    /// <summary>What is said of an item of a page that is no object.</summary>
    public const string NoPost = "a post is expected, an object";

    private readonly List<(int Number, X2Post Post)> _posts = [];
    private readonly Queue<(int Number, string Fault)> _faults = new();
    private readonly Dictionary<string, Author> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, X2Post> _referenced = new(StringComparer.Ordinal);
    private readonly Stack<X2Post> _spare = new();
    private int _count;
    private int _unnamed;

    /// <summary>Reads a post that stands by itself.</summary>
    public Mention ReadPost(ref Utf8JsonReader reader)
    {
        var post = _spare.Count > 0 ? _spare.Pop() : new X2Post();
        post.Read(ref reader);
        var mention = Join(post);
        _spare.Push(post);
        return mention;
    }

    /// <summary>Reads a page. Posts that lack what they must have are given as reasons, in the order of the page and with their number in it, from 1.</summary>
    public void ReadPage(ref Utf8JsonReader reader, List<(int Number, Mention? Mention, string? Fault)> found)
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

        foreach (var (number, post) in _posts)
        {
            AddFaults(found, number);
            found.Add((number, Join(post), null));
        }

        AddFaults(found, int.MaxValue);
        if (_unnamed > 0) found.Add((0, null, FaultCount.ReasonOf(_unnamed)));
    }

    private void AddFaults(List<(int Number, Mention? Mention, string? Fault)> found, int before)
    {
        while (_faults.TryPeek(out var next) && next.Number < before)
        {
            found.Add((next.Number, null, next.Fault));
            _faults.Dequeue();
        }
    }

    private void Reuse()
    {
        foreach (var (_, post) in _posts) _spare.Push(post);
        foreach (var post in _referenced.Values) _spare.Push(post);
        _posts.Clear();
        _faults.Clear();
        (_count, _unnamed) = (0, 0);
        _referenced.Clear();
        _users.Clear();
    }

    private X2Post Next(ref Utf8JsonReader reader)
    {
        var post = _spare.Count > 0 ? _spare.Pop() : new X2Post();
        post.Read(ref reader);
        return post;
    }

    // Only what becomes a mention is held.
    private void Hold(ref Utf8JsonReader reader)
    {
        _count++;
        var fault = NoPost;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
        }
        else
        {
            var post = Next(ref reader);
            if (post.Fault is null)
            {
                _posts.Add((_count, post));
                return;
            }

            fault = post.Fault;
            _spare.Push(post);
        }

        if (_faults.Count < FaultCount.Most) _faults.Enqueue((_count, fault));
        else _unnamed++;
    }

    private void ReadPosts(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Hold(ref reader);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Hold(ref reader);
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
                    if (post.Id is null || !post.HasWords || !_referenced.TryAdd(post.Id, post)) _spare.Push(post);
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

        var author = post.Author;
        if (author is null && post.AuthorId is not null) _users.TryGetValue(post.AuthorId, out author);

        // The text of a retweet is cut after some 140 characters; the post that it repeats has the whole.
        var words = post.Words;
        var links = post.LinksIn(words);
        var hasMedia = post.HasMedia;
        if (post.Retweeted is not null)
        {
            if (_referenced.TryGetValue(post.Retweeted, out var original))
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
            Id = post.Id!,
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

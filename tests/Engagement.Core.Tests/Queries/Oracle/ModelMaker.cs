using NodaTime;

namespace Engagement.Queries.Oracle;

/// <summary>Makes random posts and queries over few words, so that they meet often.</summary>
internal sealed class ModelMaker(Random random)
{
    private static readonly (string Folded, string[] Written)[] Words =
    [
        ("ward", ["ward", "Ward", "WARD"]), ("nurse", ["nurse", "Nurse", "NURSE"]), ("nurses", ["nurses", "Nurses"]), ("care", ["care", "Care"]),
        ("who", ["who", "WHO"]), ("it", ["it", "IT", "It"]), ("cafe", ["cafe", "café", "Café"]), ("7", ["7"]), ("follow", ["follow"]), ("up", ["up"]),
        ("woman", ["woman"]), ("women", ["women", "Women"]), ("whats", ["what's", "what’s", "whats"]), ("and", ["and"]), ("not", ["not"]),
    ];

    private static readonly string[] Parts = ["title", "bio", "place"];
    private static readonly string[] Handles = ["leedstrust", "mo_ali", "x1"];
    private static readonly string[] Tags = ["nhssm", "ward", "care"];
    private static readonly string[] Cashtags = ["nhs", "abc"];
    private static readonly string[] Emojis = ["😀", "💙"];
    private static readonly string[] Hosts = ["nhs.uk", "www.nhs.uk", "leeds.nhs.uk", "example.org", "notnhs.uk"];
    private static readonly string[] Languages = ["en", "en-GB", "cy", "eng"];
    private static readonly Platform[] Platforms = [Platform.X, Platform.Mastodon, Platform.Other, Platform.CareOpinion];

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private bool Chance(int percent) => random.Next(100) < percent;

    public ModelPost Post()
    {
        var when = random.Next(4);
        var post = new ModelPost
        {
            Handle = Chance(70) ? Pick(Handles) : null,
            Name = Chance(40) ? "Leeds Care Trust" : null,
            Language = Chance(60) ? Pick(Languages) : null,
            Platform = Pick(Platforms),
            Published = when <= 1 ? new LocalDateTime(2026, 11, random.Next(1, 9), random.Next(24), random.Next(60)) : null,
            PublishedOn = when == 2 ? new LocalDate(2026, 11, random.Next(1, 9)) : null,
            Doubtful = Chance(5),
            Likes = Count(),
            Shares = Count(),
            Replies = Count(),
            Followers = Count(),
            HasMedia = Chance(30),
            IsReply = Chance(30),
            IsRepost = Chance(15),
            IsQuote = Chance(15),
            LinkHost = Chance(30) ? Pick(Hosts) : null,
            AsksInText = Chance(25),
        };
        Fill(post.Title, random.Next(4));
        Fill(post.Text, random.Next(1, 14));
        // Only X knows them.
        if (post.Platform == Platform.X && Chance(40)) post.Text.Insert(random.Next(post.Text.Count + 1), Cashtag());
        Fill(post.Biography, random.Next(4));
        Fill(post.Place, random.Next(3));
        return post;
    }

    private long? Count() => Chance(70) ? random.Next(6) : null;

    private void Fill(List<ModelToken> tokens, int count)
    {
        for (var i = 0; i < count; i++)
        {
            tokens.Add(random.Next(20) switch
            {
                0 => Tag(),
                1 => Handle(),
                2 => Emoji(),
                3 => new ModelToken(ModelKind.Link, "", "https://" + Pick(Hosts) + "/a"),
                _ => Word(),
            });
        }
    }

    private ModelToken Tag()
    {
        var tag = Pick(Tags);
        return new ModelToken(ModelKind.Hashtag, tag, Chance(50) ? tag.ToUpperInvariant() : tag);
    }

    private ModelToken Handle()
    {
        var handle = Pick(Handles);
        return new ModelToken(ModelKind.Handle, handle, Chance(50) ? handle.ToUpperInvariant() : handle);
    }

    private ModelToken Cashtag()
    {
        var tag = Pick(Cashtags);
        return new ModelToken(ModelKind.Cashtag, tag, Chance(50) ? tag.ToUpperInvariant() : tag);
    }

    private ModelToken Emoji()
    {
        var emoji = Pick(Emojis);
        return new ModelToken(ModelKind.Emoji, emoji, emoji);
    }

    private ModelToken Word()
    {
        var (folded, written) = Pick(Words);
        return new ModelToken(ModelKind.Word, folded, Pick(written));
    }

    /// <summary>A query that its own model says is not of the kind that holds for almost everything.</summary>
    public ModelQuery Query()
    {
        while (true)
        {
            var query = Any(random.Next(4));
            if (!query.HoldsForNothing) return query;
        }
    }

    private ModelQuery Any(int depth)
    {
        if (depth == 0) return Leaf();
        return random.Next(4) switch
        {
            0 => new ModelAnd(Several(depth)),
            1 => new ModelOr(Several(depth)),
            2 => new ModelNot(Any(depth - 1)),
            _ => new ModelAnd([Any(depth - 1), new ModelNot(Any(depth - 1))]),
        };
    }

    private List<ModelQuery> Several(int depth) => [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Any(depth - 1))];

    private ModelQuery Leaf() => random.Next(13) switch
    {
        0 or 1 or 2 => Phrase(1),
        3 or 4 => Phrase(random.Next(2, 4)),
        5 => Window(),
        6 or 7 => Near(),
        8 => new ModelPhrase([Asked(false)], Pick(Parts)),
        9 => new ModelPhrase([Asked(false), Asked(false)], Pick(Parts)),
        10 => List(),
        _ => Condition(),
    };

    private ModelPhrase Phrase(int words)
    {
        var isExact = Chance(15);
        return new ModelPhrase([.. Enumerable.Range(0, words).Select(_ => Asked(isExact))], Chance(10) ? Pick(Parts) : null);
    }

    // So long that queries which have it share it.
    private ModelOr List() => new([.. Enumerable.Range(0, random.Next(5, 9)).Select(_ => Phrase(random.Next(1, 4)))]);

    private ModelWindow Window() =>
        new([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Asked(false))], random.Next(5), Chance(20) ? Pick(Parts) : null);

    private ModelNear Near()
    {
        var field = Chance(15) ? Pick(Parts) : null;
        return new ModelNear(Side(), Side(), random.Next(6), Chance(40), field);

        List<ModelPhrase> Side() => [.. Enumerable.Range(0, random.Next(1, Chance(20) ? 8 : 3)).Select(_ => new ModelPhrase([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Asked(false))], null))];
    }

    private ModelWord Asked(bool isExact)
    {
        if (!isExact && Chance(8)) return new ModelWord(Pick(Tags), ModelKind.Hashtag, false, false);
        if (!isExact && Chance(5)) return new ModelWord(Pick(Handles), ModelKind.Handle, false, false);
        if (!isExact && Chance(5)) return new ModelWord(Pick(Emojis), ModelKind.Emoji, false, false);
        if (!isExact && Chance(3)) return new ModelWord(Pick(Cashtags), ModelKind.Cashtag, false, false);
        var (folded, written) = Pick(Words);
        // An exact spelling with an apostrophe is a matter of the tokenizer's tests.
        var text = isExact && folded != "whats" ? Pick(written) : folded;
        if (text.Length > 2 && Chance(15)) return new ModelWord(text[..random.Next(2, text.Length)], ModelKind.Word, true, isExact);
        if (text.Length > 2 && Chance(15))
        {
            var at = random.Next(text.Length);
            return new ModelWord(text[..at] + "?" + text[(at + 1)..], ModelKind.Word, false, isExact);
        }

        return new ModelWord(text, ModelKind.Word, false, isExact);
    }

    private ModelCondition Condition()
    {
        var day = new LocalDate(2026, 11, random.Next(1, 9));
        var date = $"2026-11-{day.Day:D2}";
        switch (random.Next(17))
        {
            case 0:
                var from = Pick(Handles);
                return new ModelCondition($"from:{(Chance(50) ? "@" : "")}{from.ToUpperInvariant()}", post => post.Handle == from);
            case 1:
                return new ModelCondition("from:\"care trust\"", post => post.Name is not null);
            case 2:
                var to = Pick(Handles);
                return new ModelCondition(
                    $"to:{to}", post => post.Text.TakeWhile(token => token.Kind == ModelKind.Handle).Any(token => token.Folded == to));
            case 3:
                var host = Pick<string>(["nhs.uk", "leeds.nhs.uk", "example.org"]);
                return new ModelCondition($"site:{host}", post => Links(post).Any(link => link == host || link.EndsWith("." + host, StringComparison.Ordinal)));
            case 4:
                return new ModelCondition("url:nhs.uk", post => Links(post).Any(link => link.Contains("nhs.uk", StringComparison.Ordinal)));
            case 5:
                return new ModelCondition("lang:en", post => post.Language is "en" or "en-GB");
            case 6:
                var platform = Pick(Platforms);
                return new ModelCondition($"platform:{platform}", post => post.Platform == platform);
            case 7:
                return new ModelCondition($"since:{date}", post => !post.Doubtful && (post.Published?.Date ?? post.PublishedOn) is { } at && at >= day);
            case 8:
                return new ModelCondition($"until:{date}", post => !post.Doubtful && (post.Published?.Date ?? post.PublishedOn) is { } at && at < day);
            case 9:
                return Counted("likes", post => post.Likes);
            case 10:
                return Counted("shares", post => post.Shares);
            case 11:
                return Counted("replies", post => post.Replies);
            case 12:
                return Counted("followers", post => post.Followers);
            case 13:
                return Pick<ModelCondition>(
                [
                    new("is:reply", post => post.IsReply), new("is:repost", post => post.IsRepost), new("is:quote", post => post.IsQuote),
                    new("is:original", post => !post.IsReply && !post.IsRepost && !post.IsQuote),
                ]);
            case 14:
                return new ModelCondition("has:media", post => post.HasMedia);
            case 15:
                return new ModelCondition("has:question", post => post.AsksInText);
            default:
                return Chance(50)
                    ? new ModelCondition("has:link", post => Anywhere(post).Any(token => token.Kind == ModelKind.Link))
                    : new ModelCondition("has:emoji", post => Anywhere(post).Any(token => token.Kind == ModelKind.Emoji));
        }
    }

    private ModelCondition Counted(string field, Func<ModelPost, long?> count)
    {
        var n = random.Next(1, 6);
        return random.Next(6) switch
        {
            0 => new ModelCondition($"{field}:>={n}", post => count(post) >= n),
            1 => new ModelCondition($"{field}:>{n}", post => count(post) > n),
            2 => new ModelCondition($"{field}:<={n}", post => count(post) <= n),
            3 => new ModelCondition($"{field}:<{n}", post => count(post) < n),
            4 => new ModelCondition($"{field}:{n}", post => count(post) == n),
            _ => new ModelCondition($"{field}:{n}..{n + 2}", post => count(post) >= n && count(post) <= n + 2),
        };
    }

    private static IEnumerable<ModelToken> Anywhere(ModelPost post) => post.Title.Concat(post.Text);

    private static IEnumerable<string> Links(ModelPost post)
    {
        var links = Anywhere(post).Where(token => token.Kind == ModelKind.Link).Select(token => token.Written["https://".Length..^2]);
        return post.LinkHost is null ? links : links.Append(post.LinkHost);
    }
}

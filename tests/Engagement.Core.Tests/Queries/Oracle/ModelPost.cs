using System.Text;
using NodaTime;

namespace Engagement.Queries.Oracle;

internal enum ModelKind
{
    Word,
    Hashtag,
    Handle,
    Cashtag,
    Emoji,
    Link,
}

/// <summary>A word of a made-up post, of which the maker knows what it is: nothing here reads text.</summary>
internal sealed record ModelToken(ModelKind Kind, string Folded, string Written)
{
    public string Render() => Kind switch { ModelKind.Hashtag => "#" + Written, ModelKind.Handle => "@" + Written, ModelKind.Cashtag => "$" + Written, _ => Written };
}

/// <summary>A made-up post as the lists of its words, with what is known about it.</summary>
internal sealed class ModelPost
{
    public List<ModelToken> Title { get; } = [];
    public List<ModelToken> Text { get; } = [];
    public List<ModelToken> Biography { get; } = [];
    public List<ModelToken> Place { get; } = [];
    public string? Handle { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }
    public Platform Platform { get; init; }
    public LocalDateTime? Published { get; init; }
    public LocalDate? PublishedOn { get; init; }
    public bool Doubtful { get; init; }
    public long? Likes { get; init; }
    public long? Shares { get; init; }
    public long? Replies { get; init; }
    public long? Followers { get; init; }
    public bool HasMedia { get; init; }
    public bool IsReply { get; init; }
    public bool IsRepost { get; init; }
    public bool IsQuote { get; init; }
    public string? LinkHost { get; init; }
    public bool AsksInText { get; set; }

    public List<ModelToken> Part(string name) => name switch
    {
        "title" => Title,
        "bio" => Biography,
        "place" => Place,
        _ => Text,
    };

    public Mention ToMention(Random random, DateTimeZone zone)
    {
        var title = Render(Title, random, false);
        return new Mention
        {
            Id = "1",
            Platform = Platform,
            Title = title.Length == 0 ? null : title,
            Text = Render(Text, random, AsksInText),
            Place = Place.Count == 0 ? null : Render(Place, random, false),
            Language = Language,
            Published = Published is { } at ? at.InZoneLeniently(zone).ToInstant() : null,
            PublishedOn = PublishedOn,
            DateIsDoubtful = Doubtful,
            HasMedia = HasMedia,
            ReplyTo = IsReply ? "9" : null,
            RepostOf = IsRepost ? "8" : null,
            QuoteOf = IsQuote ? "7" : null,
            Link = LinkHost is null ? null : $"https://{LinkHost}/page",
            Counts = new MentionCounts { Likes = Likes, Shares = Shares, Replies = Replies },
            Author = new Author
            {
                Handle = Handle,
                DisplayName = Name,
                Biography = Biography.Count == 0 ? null : Render(Biography, random, false),
                Followers = Followers,
            },
        };
    }

    private static string Render(List<ModelToken> tokens, Random random, bool asks)
    {
        // Handles and links are set off by blanks, so that no platform's rules of what may touch them come into play.
        string[] separators = [" ", " ", " ", "  ", ", ", " - ", "... ", "\n", "! "];
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0)
            {
                var plain = tokens[i - 1].Kind is ModelKind.Link or ModelKind.Handle or ModelKind.Cashtag || tokens[i].Kind is ModelKind.Link or ModelKind.Handle or ModelKind.Cashtag;
                text.Append(plain ? " " : separators[random.Next(separators.Length)]);
            }

            text.Append(tokens[i].Render());
        }

        return asks ? text.Append(" ?").ToString() : text.ToString();
    }
}

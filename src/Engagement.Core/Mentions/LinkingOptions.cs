using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>How <see cref="Autolinker"/> writes links. Immutable.</summary>
public sealed record LinkingOptions
{
    /// <summary>For posts of X. The default.</summary>
    public static LinkingOptions X { get; } = new()
    {
        Dialect = TextDialect.X,
        HandleBase = "https://x.com/",
        HashtagBase = "https://x.com/search?q=%23",
        CashtagBase = "https://x.com/search?q=%24",
    };

    /// <summary>For posts of Bluesky.</summary>
    public static LinkingOptions Bluesky { get; } = new()
    {
        Dialect = TextDialect.Bluesky,
        HandleBase = "https://bsky.app/profile/",
        HashtagBase = "https://bsky.app/hashtag/",
        CashtagBase = "https://bsky.app/search?q=%24",
    };

    /// <summary>For plain text: links and e-mail addresses only.</summary>
    public static LinkingOptions PlainText { get; } = new() { Dialect = TextDialect.Neutral };

    /// <summary>Whose rules find the entities when none are given. Default <see cref="TextDialect.X"/>.</summary>
    public TextDialect Dialect { get; init; } = TextDialect.X;

    /// <summary>What stands before a handle, or <c>name/list</c>, in its address; null for no links on handles.</summary>
    public string? HandleBase { get; init; }

    /// <summary>What stands before a hashtag's word in its address; null for no links on hashtags.</summary>
    public string? HashtagBase { get; init; }

    /// <summary>What stands before a cashtag's word in its address; null for no links on cashtags.</summary>
    public string? CashtagBase { get; init; }

    /// <summary>Whether links and e-mail addresses are linked. Default true.</summary>
    public bool LinkLinks { get; init; } = true;

    /// <summary>Whether a link without protocol is linked too, as <c>https</c>. Default false.</summary>
    public bool LinkBareLinks { get; init; }

    /// <summary>Value of <c>class</c> on handles. Default <c>tweet-url username</c>, as twitter-text has it.</summary>
    public string HandleClass { get; init; } = "tweet-url username";

    /// <summary>Value of <c>class</c> on lists. Default <c>tweet-url list-slug</c>.</summary>
    public string ListClass { get; init; } = "tweet-url list-slug";

    /// <summary>Value of <c>class</c> on hashtags. Default <c>tweet-url hashtag</c>; one in a script written from right to left has <c>rtl</c> besides.</summary>
    public string HashtagClass { get; init; } = "tweet-url hashtag";

    /// <summary>Value of <c>class</c> on cashtags. Default <c>tweet-url cashtag</c>.</summary>
    public string CashtagClass { get; init; } = "tweet-url cashtag";

    /// <summary>Value of <c>rel</c> on every link, such as <c>nofollow noopener</c>; null for none, the default.</summary>
    public string? Relation { get; init; }

    /// <summary>
    /// True when the text is already safe HTML, whose characters outside links are to stay as they are. Default false: everything is
    /// encoded. Never set it for text that came from outside.
    /// </summary>
    public bool TextIsHtml { get; init; }

    /// <summary>What to show for a link as written, and where it leads, as the platform's own entities say.</summary>
    public IReadOnlyDictionary<string, ShownLink> ShownLinks { get; init; } = new Dictionary<string, ShownLink>();
}

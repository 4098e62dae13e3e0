using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Digests;

/// <summary>What a builder keeps of a mention that may be shown: only text fit to be shown, cut to length.</summary>
internal sealed class KeptItem : IComparable<KeptItem>
{
    /// <summary>By which the better of two is known: larger is better.</summary>
    public long Rank { get; init; }

    public required string Id { get; init; }

    public Platform Platform { get; init; }

    public Voice Voice { get; init; }

    public SentimentLabel Label { get; init; }

    /// <summary>Published instant in ticks, or the start of its day; orders posts in time.</summary>
    public long Ticks { get; init; }

    public bool DateOnly { get; init; }

    public required string Text { get; init; }

    /// <summary>A sentence of the text that shows what the item is kept for; empty when the text itself does.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Of criticism the sentence that weighs most; empty where the text is that sentence.</summary>
    public string Gist { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Key of the author, 0 when unknown.</summary>
    public ulong Author { get; init; }

    public string AuthorName { get; init; } = "";

    public string Handle { get; init; } = "";

    public string Link { get; init; } = "";

    public string Place { get; init; } = "";

    public ulong Repeat { get; init; }

    public string ReplyTo { get; init; } = "";

    public string RepostOf { get; init; } = "";

    public string QuoteOf { get; init; } = "";

    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Points touched, each as point * 2 + direction.</summary>
    public IReadOnlyList<int> Star { get; init; } = [];

    public long Likes { get; init; }

    public ReplyAction Reply { get; init; }

    public string ReplyReason { get; init; } = "";

    /// <summary>Questions and answers of a chat: positive n for Qn, negative for An, 0 for neither.</summary>
    public int Question { get; init; }

    /// <summary>What there is to celebrate, as the number of an <see cref="AchievementKind"/>; -1 for nothing.</summary>
    public int Achievement { get; init; } = -1;

    /// <summary>How much of what is felt is criticism, in thousandths: P(negative) of P(negative) and P(positive).</summary>
    public int Criticism { get; init; }

    /// <summary>Whether it holds no word of note: <c>Nothing.</c>, <c>No comment</c>.</summary>
    public bool IsBare { get; init; }

    /// <summary>From here on something is plainly criticism.</summary>
    public const int Clear = 600;

    /// <summary>Confidence of the finding that it is kept for, in thousandths; 0 where it is kept for none.</summary>
    public int Confidence { get; init; }

    /// <summary>What two tellings of the same share.</summary>
    public const int BeginningLength = 40;

    public string Beginning => Text[..Math.Min(Text.Length, BeginningLength)];

    public bool HasStar(StarPoint point, StarDirection direction) => Star.Contains(((int)point * 2) + (int)direction);

    public Instant At => Instant.FromUnixTimeTicks(Ticks);

    /// <summary>Total order: the better first; among equals by platform, id and text, so that the order in which they came plays no part.</summary>
    public int CompareTo(KeptItem? other)
    {
        if (other is null) return -1;
        var order = other.Rank.CompareTo(Rank);
        return order != 0 ? order : CompareIdentity(this, other);
    }

    /// <summary>Total order by time, then identity.</summary>
    public static int CompareByTime(KeptItem left, KeptItem right)
    {
        var order = left.Ticks.CompareTo(right.Ticks);
        return order != 0 ? order : CompareIdentity(left, right);
    }

    public static int CompareIdentity(KeptItem left, KeptItem right)
    {
        var order = string.CompareOrdinal(left.Id, right.Id);
        if (order == 0) order = ((int)left.Platform).CompareTo((int)right.Platform);
        if (order == 0) order = left.Ticks.CompareTo(right.Ticks);
        if (order == 0) order = left.Author.CompareTo(right.Author);
        if (order == 0) order = string.CompareOrdinal(left.Text, right.Text);
        if (order == 0) order = string.CompareOrdinal(left.Sentence, right.Sentence);
        if (order == 0) order = left.Confidence.CompareTo(right.Confidence);
        if (order == 0) order = left.Question.CompareTo(right.Question);
        return order;
    }

    public void Save(DigestFile.Writer to)
    {
        to.Long(Rank);
        to.Text(Id);
        to.Long((int)Platform);
        to.Long((int)Voice);
        to.Long((int)Label);
        to.Long(Ticks);
        to.Long(DateOnly ? 1 : 0);
        to.Text(Text);
        to.Text(Sentence);
        to.Text(Gist);
        to.Long(Criticism);
        to.Long(IsBare ? 1 : 0);
        to.Long(Confidence);
        to.Text(Title);
        to.ULong(Author);
        to.Text(AuthorName);
        to.Text(Handle);
        to.Text(Link);
        to.Text(Place);
        to.ULong(Repeat);
        to.Text(ReplyTo);
        to.Text(RepostOf);
        to.Text(QuoteOf);
        to.Texts(Links);
        to.Texts(Teams);
        to.Texts(People);
        to.ULong((ulong)Star.Count);
        foreach (var point in Star) to.Long(point);
        to.Long(Likes);
        to.Long((int)Reply);
        to.Text(ReplyReason);
        to.Long(Question);
        to.Long(Achievement);
    }

    public static KeptItem Load(DigestFile.Reader from) => new()
    {
        Rank = from.Long(),
        Id = from.Text(),
        Platform = (Platform)from.Long(0, 1_000),
        Voice = (Voice)from.Long(0, 3),
        Label = (SentimentLabel)from.Long(0, 4),
        Ticks = from.Ticks(),
        DateOnly = from.Long(0, 1) == 1,
        Text = from.Text(),
        Sentence = from.Text(),
        Gist = from.Text(),
        Criticism = (int)from.Long(0, 1_000),
        IsBare = from.Long(0, 1) == 1,
        Confidence = (int)from.Long(0, 1_000),
        Title = from.Text(),
        Author = from.ULong(),
        AuthorName = from.Text(),
        Handle = from.Text(),
        Link = from.Text(),
        Place = from.Text(),
        Repeat = from.ULong(),
        ReplyTo = from.Text(),
        RepostOf = from.Text(),
        QuoteOf = from.Text(),
        Links = from.Texts(),
        Teams = from.Texts(),
        People = from.Texts(),
        Star = from.Integers(0, 9),
        Likes = from.Long(),
        Reply = (ReplyAction)from.Long(0, 3),
        ReplyReason = from.Text(),
        Question = (int)from.Long(-1_000_000, 1_000_000),
        Achievement = (int)from.Long(-1, 3),
    };
}

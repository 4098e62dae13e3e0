using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Triage;

namespace Engagement;

/// <summary>A mention, understood: who it concerns, how it feels, which points of the star it touches, whether it can wait. Immutable.</summary>
public sealed record Feedback
{
    /// <summary>What arrived.</summary>
    public required Mention Mention { get; init; }

    /// <summary>Who speaks.</summary>
    public Voice Voice { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required Routing Routing { get; init; }

    /// <summary>The standing queries it matched, in the profile's order.</summary>
    public IReadOnlyList<QueryMatch> Queries { get; init; } = [];

    /// <summary>Keys of the campaigns and chats whose hashtag it carries, in the profile's order.</summary>
    public IReadOnlyList<string> Campaigns { get; init; } = [];

    /// <summary>How it feels.</summary>
    public required SentimentScore Sentiment { get; init; }

    /// <summary>Which points of the star it touches.</summary>
    public IReadOnlyList<StarFinding> Star { get; init; } = [];

    /// <summary>Whether it can wait.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>The advert or announcement that it is; null when it tells what somebody lived through.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Whether a reply would help.</summary>
    public required ReplyAdvice Reply { get; init; }

    /// <summary>Title fit to be shown; null when there is none.</summary>
    public RedactedText? Title { get; init; }

    /// <summary>Text fit to be shown.</summary>
    public required RedactedText Text { get; init; }

    /// <summary>Hashtags of title and text, folded, without <c>#</c>, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Links of title and text in canonical form, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Key by which repeats of the same text are known: equal keys are repeats; null where the text is too short or an answer of its own.</summary>
    public string? RepeatKey { get; init; }
}

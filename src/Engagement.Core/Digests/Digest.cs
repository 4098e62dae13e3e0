using Engagement.Digests;
using Engagement.Profiles;

namespace Engagement;

/// <summary>
/// What people said in one window, for one audience: data, ready to be rendered. Immutable and deterministic: the same profile and input, in any order,
/// give the same digest.
/// </summary>
public sealed record Digest
{
    /// <summary>The version of the JSON form of a digest.</summary>
    public const int FormatVersion = 1;

    /// <summary>Made of trust, audience and window, and of nothing else: a second run of the same digest has the same id, also after the profile was edited.</summary>
    public required string Id { get; init; }

    /// <summary>Made of profile, options and all that was read: changes when the digest's content may have.</summary>
    public required string Revision { get; init; }

    /// <summary>The trust's name.</summary>
    public required string TrustName { get; init; }

    /// <summary>Key of the audience.</summary>
    public required string AudienceId { get; init; }

    /// <summary>The audience's name as colleagues say it.</summary>
    public required string AudienceName { get; init; }

    /// <summary>Trust, team or person.</summary>
    public required AudienceScope Scope { get; init; }

    /// <summary>The time it is about.</summary>
    public required DigestPeriod Window { get; init; }

    /// <summary>Sections the audience wants, by key; empty for all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>How it speaks: <see cref="DigestTone.Celebrate"/> quotes no criticism, so that <see cref="Learn"/> and what weakens the star are empty.</summary>
    public DigestTone Tone { get; init; }

    /// <summary>Whether it is to be sent: something was said, or the audience wants empty digests too.</summary>
    public bool ShouldSend { get; init; }

    /// <summary>Mentions shown, of every voice.</summary>
    public required SentimentCounts Counts { get; init; }

    /// <summary>The same for the window before; null when nothing was read from that time, which is not the same as nothing said.</summary>
    public SentimentCounts? Previous { get; init; }

    /// <summary>Mentions shown, by who speaks: public, staff, trust, press.</summary>
    public required IReadOnlyList<VoiceFigures> Voices { get; init; }

    /// <summary>The share of the public's judged mentions that is positive, with its uncertainty; null when there are fewer than 20.</summary>
    public ShareEstimate? PositiveShare { get; init; }

    /// <summary>The best of the public's praise, the most specific first, one an author.</summary>
    public IReadOnlyList<DigestItem> Praise { get; init; } = [];

    /// <summary>Further praise in the same order, one an author, at most <see cref="DigestOptions.More"/>.</summary>
    public IReadOnlyList<DigestItem> MorePraise { get; init; } = [];

    /// <summary>
    /// What can be learned: one entry an event. What is plainly criticism comes first, and stands alone where there is any; of that what most people say.
    /// </summary>
    public IReadOnlyList<Opportunity> Learn { get; init; } = [];

    /// <summary>Further events in the same order, at most <see cref="DigestOptions.More"/>.</summary>
    public IReadOnlyList<Opportunity> MoreToLearn { get; init; } = [];

    /// <summary>How many events there were beyond <see cref="Learn"/>.</summary>
    public int FurtherOpportunities { get; init; }

    /// <summary>The five points of the staff engagement star.</summary>
    public IReadOnlyList<StarFigures> Star { get; init; } = [];

    /// <summary>The improvement loop; null when nobody keeps one.</summary>
    public ImprovementLoop? Loop { get; init; }

    /// <summary>Listening figures with their denominators.</summary>
    public required ListeningFigures Listening { get; init; }

    /// <summary>Kinds of reach, kept apart.</summary>
    public required ReachFigures Reach { get; init; }

    /// <summary>Words that most mentions hold, common words and the trust's own names left out.</summary>
    public IReadOnlyList<DigestCount> Words { get; init; } = [];

    /// <summary>Hashtags that most mentions carry.</summary>
    public IReadOnlyList<DigestCount> Hashtags { get; init; } = [];

    /// <summary>Links that most mentions carry.</summary>
    public IReadOnlyList<DigestCount> Links { get; init; } = [];

    /// <summary>Platforms by mentions.</summary>
    public IReadOnlyList<DigestCount> Sources { get; init; } = [];

    /// <summary>Mentions a day of the window, in order, named by ISO date; empty when the window is longer than 62 days.</summary>
    public IReadOnlyList<DigestCount> Days { get; init; } = [];

    /// <summary>Authors by mentions; empty unless the audience's options allow it.</summary>
    public IReadOnlyList<DigestCount> Authors { get; init; } = [];

    /// <summary>Unusually busy hours and days.</summary>
    public required PeakFigures Peaks { get; init; }

    /// <summary>Campaigns that were spoken of, in the profile's order.</summary>
    public IReadOnlyList<CampaignFigures> Campaigns { get; init; } = [];

    /// <summary>Chats that took place, in the profile's order.</summary>
    public IReadOnlyList<ChatFigures> Chats { get; init; } = [];

    /// <summary>What there is to celebrate, with texts ready to post.</summary>
    public IReadOnlyList<Celebration> Celebrate { get; init; } = [];

    /// <summary>What leaders, colleagues, the trust itself and the press said: none of it counts as the public's praise.</summary>
    public IReadOnlyList<DigestItem> Colleagues { get; init; } = [];

    /// <summary>What was read and is not shown, each with why.</summary>
    public required LeftOut LeftOut { get; init; }

    /// <summary>Shown mentions in which something was redacted.</summary>
    public long Redacted { get; init; }
}

using Engagement.Digests;
using Engagement.Profiles;

namespace Engagement;

/// <summary>What a digest shows, what it keeps, and what people have added to it. Immutable.</summary>
public sealed record DigestOptions
{
    /// <summary>How many pieces of praise are shown, 0 to 50. Default 6.</summary>
    public int Praise { get; init; } = 6;

    /// <summary>How many things to learn from are shown, 0 to 50; each is one event, however many spoke of it. Default 6.</summary>
    public int Opportunities { get; init; } = 6;

    /// <summary>
    /// How many more of each are named beside those, 0 to 1,000: a page tells the first of them in brief, JSON and CSV hold all. Default 100.
    /// </summary>
    public int More { get; init; } = 100;

    /// <summary>Length to which a quotation is cut, in UTF-16 code units, 40 to 2,000. Default 400.</summary>
    public int QuoteLength { get; init; } = 400;

    /// <summary>How many candidates are kept for praise and for learning, 50 to 10,000: events are grouped among them. Default 400.</summary>
    public int Kept { get; init; } = 400;

    /// <summary>
    /// Up to how many distinct words (and, each apart, hashtags and links) are counted exactly, 1,000 to 10,000,000. Beyond it they are counted
    /// in a fixed sample of the mentions, and the digest says so. Default 200,000.
    /// </summary>
    public int DistinctLimit { get; init; } = 200_000;

    /// <summary>How many posts of a chat are kept for its transcript, the earliest, 10 to 100,000. Default 1,000.</summary>
    public int TranscriptLimit { get; init; } = 1_000;

    /// <summary>What waits for approval; null for what the audience says.</summary>
    public ApprovalPolicy? Approval { get; init; }

    /// <summary>Decisions about mentions, in any order.</summary>
    public IReadOnlyList<ApprovalDecision> Approvals { get; init; } = [];

    /// <summary>Steps of the improvement loop, in any order.</summary>
    public IReadOnlyList<ImprovementStep> Improvements { get; init; } = [];

    /// <summary>What there is to celebrate.</summary>
    public IReadOnlyList<Achievement> Achievements { get; init; } = [];

    /// <summary>Supporters of campaigns.</summary>
    public IReadOnlyList<CampaignSupporter> Supporters { get; init; } = [];

    /// <summary>Themed months.</summary>
    public IReadOnlyList<CampaignTheme> Themes { get; init; } = [];

    internal void Check()
    {
        Require(Praise, 0, 50, nameof(Praise));
        Require(Opportunities, 0, 50, nameof(Opportunities));
        Require(More, 0, 1_000, nameof(More));
        Require(QuoteLength, 40, 2_000, nameof(QuoteLength));
        Require(Kept, 50, 10_000, nameof(Kept));
        Require(DistinctLimit, 1_000, 10_000_000, nameof(DistinctLimit));
        Require(TranscriptLimit, 10, 100_000, nameof(TranscriptLimit));
    }

    private static void Require(int value, int least, int most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} is {least} to {most}."));
    }
}

using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Profiles;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Triage;
using NodaTime;

namespace Engagement;

/// <summary>
/// All that the library needs to know of a trust, from one JSON file: who is who, what to listen for, who gets which digest, and the
/// trust's own overrides of lexicon and rules. Immutable, thread-safe.
/// </summary>
public sealed record TrustProfile
{
    /// <summary>The version of the file format that this library writes and reads.</summary>
    public const int FormatVersion = 1;

    /// <summary>The trust.</summary>
    public required Trust Trust { get; init; }

    /// <summary>Its sites, in the file's order.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Its teams, in the file's order.</summary>
    public IReadOnlyList<Team> Teams { get; init; } = [];

    /// <summary>Its people, in the file's order.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Standing queries.</summary>
    public IReadOnlyList<StandingQuery> Queries { get; init; } = [];

    /// <summary>Campaigns.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>Tweet chats and the like.</summary>
    public IReadOnlyList<Chat> Chats { get; init; } = [];

    /// <summary>Accounts of the press.</summary>
    public IReadOnlyList<Account> Press { get; init; } = [];

    /// <summary>Who gets which digest. When the file names none: the trust, weekly.</summary>
    public IReadOnlyList<AudienceOptions> Audiences { get; init; } = [];

    /// <summary>Words and masks of the trust's own, over the shipped lexicon.</summary>
    public LexiconOverrides Lexicon { get; init; } = new();

    /// <summary>Display names, extra and switched-off rules of the star.</summary>
    public StarOverrides Star { get; init; } = new();

    /// <summary>Extra and switched-off rules of triage.</summary>
    public TriageOverrides Triage { get; init; } = new();

    /// <summary>Extra and switched-off rules of what is an advert or announcement.</summary>
    public NoticeOverrides Notices { get; init; } = new();

    /// <summary>What is redacted. Default everything.</summary>
    public RedactionPolicy Privacy { get; init; } = RedactionPolicy.Default;

    /// <summary>How long mentions are kept. Default for ever.</summary>
    public RetentionPolicy Retention { get; init; } = RetentionPolicy.KeepAll;

    /// <summary>The trust's zone.</summary>
    public DateTimeZone Zone => Trust.Zone;

    /// <summary>How queries are read for this trust: in its zone, and with its choice about hyphens.</summary>
    public QueryOptions QueryOptions => Trust.QueryOptions;

    /// <summary>Reads a profile. Never throws on text: all faults come back at once.</summary>
    /// <param name="json">The content of the file. Comments and trailing commas are allowed.</param>
    public static TrustProfileResult Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ProfileReader.Read(json);
    }
}

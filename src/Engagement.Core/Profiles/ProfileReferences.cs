using Engagement.Queries;
using Engagement.Star;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Profiles;

/// <summary>What values of a profile refer to: its ids, and its queries, each read once.</summary>
internal sealed class ProfileReferences(ProfileDraft profile)
{
    private readonly Dictionary<string, QueryParseResult> _queries = new(StringComparer.Ordinal);

    private readonly Lazy<HashSet<string>> _starRules = new(() => StarRuleBook.Create(null).Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal));

    private readonly Lazy<HashSet<string>> _triageRules = new(() => TriageRuleBook.Create(null).Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal));

    private readonly Lazy<HashSet<string>> _noticeRules = new(() => NoticeRuleBook.Create(null).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal));

    private readonly QueryOptions _options = new()
    {
        Zone = profile.Trust?.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Value) ?? DateTimeZone.Utc : DateTimeZone.Utc,
        JoinsHyphens = profile.Trust?.JoinsHyphens?.Value ?? false,
    };

    public IReadOnlySet<string> Sites { get; } = IdsOf(profile.Sites.Select(site => site.Id));

    public IReadOnlySet<string> Teams { get; } = IdsOf(profile.Teams.Select(team => team.Id));

    public IReadOnlySet<string> People { get; } = IdsOf(profile.People.Select(person => person.Id));

    /// <summary>Ids of the shipped rules of the star; read only for a profile that switches some off.</summary>
    public IReadOnlySet<string> StarRules => _starRules.Value;

    /// <summary>Ids of the shipped rules of triage.</summary>
    public IReadOnlySet<string> TriageRules => _triageRules.Value;

    /// <summary>Ids of the shipped rules of notices.</summary>
    public IReadOnlySet<string> NoticeRules => _noticeRules.Value;

    /// <summary>The query of a field, in the trust's zone.</summary>
    public QueryParseResult Read(Field<string> field)
    {
        if (!_queries.TryGetValue(field.Path, out var result)) _queries[field.Path] = result = Query.Parse(field.Value, _options);
        return result;
    }

    private static HashSet<string> IdsOf(IEnumerable<Field<string>?> ids) => ids.OfType<Field<string>>().Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
}

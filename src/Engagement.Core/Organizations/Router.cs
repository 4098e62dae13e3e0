using System.Globalization;
using Engagement.Queries;
using Engagement.Queries.Syntax;
using Engagement.Text;
using NodaTime;

namespace Engagement.Organizations;

/// <summary>
/// Tells whom a mention concerns: trust, sites, teams and people of a profile, by names in their usual spellings, accounts, hashtags,
/// the place that the source names, and queries. What could be several is reported, never guessed. Immutable, thread-safe.
/// </summary>
public sealed class Router : IRuleStage
{
    private static readonly string[] Titles = ["Dr", "Doctor", "Mr", "Mrs", "Miss", "Ms", "Sister", "Nurse", "Matron", "Prof", "Professor"];

    private readonly List<KeyedQuery> _queries = [];
    private readonly List<RouteEntry> _entries = [];
    private readonly RoutePhrases _phrases;
    private readonly Lazy<QuerySet> _set;
    private readonly SpareWorkspace _spare = new();

    /// <summary>Compiles what can be found.</summary>
    /// <param name="trust">The trust.</param>
    /// <param name="sites">Its sites.</param>
    /// <param name="teams">Its teams; sites and parents that do not exist, and cycles of parents, are ignored.</param>
    /// <param name="people">Its people; teams that do not exist are ignored.</param>
    /// <exception cref="ArgumentException">A query of the trust, a site or a team cannot be read; a profile never holds such a query.</exception>
    public Router(Trust trust, IReadOnlyList<Site> sites, IReadOnlyList<Team> teams, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(people);
        Map = new RouteMap(trust, sites, teams, people);
        var phrases = new List<(int Entry, Term[] Terms, bool InPlace)>();
        AddAliases(phrases);
        AddTags(phrases);
        AddPeople(phrases);
        AddQueries();
        _phrases = RoutePhrases.Of(phrases);
        _set = new Lazy<QuerySet>(() => QuerySet.Create(_queries));
    }

    IReadOnlyList<KeyedQuery> IRuleStage.Queries => _queries;

    internal RouteMap Map { get; }

    private DateTimeZone Zone => Map.Trust.Zone;

    /// <summary>Whom a mention concerns. Never throws on text.</summary>
    public Routing Route(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var workspace = _spare.Take();
        var routing = Interpret(mention, _set.Value.Match(mention, workspace));
        _spare.Return(workspace);
        return routing;
    }

    /// <summary>The same from the hits of the stage's own queries in a shared set.</summary>
    internal Routing Interpret(ParsedMention mention, QueryHits hits) =>
        hits.Ordinals.IsEmpty ? Routing.Unrouted : new RouteReading(Map, mention).Read(_entries, _phrases, hits);

    private void Add(string id, List<Term[]> terms, bool inPlace, RouteEntry entry, List<(int Entry, Term[] Terms, bool InPlace)> phrases)
    {
        if (terms.Count == 0) return;
        phrases.AddRange(terms.Select(phrase => (_entries.Count, phrase, inPlace)));
        _queries.Add(new KeyedQuery(id, RouteQueries.AnyOf(terms, inPlace, Zone)));
        _entries.Add(entry);
    }

    // One query a name, whoever bears it: what is shared is seen at once.
    private void AddAliases(List<(int Entry, Term[] Terms, bool InPlace)> phrases)
    {
        var byKey = new Dictionary<string, (AliasForm Form, List<string> Spellings, List<RouteTarget> Targets)>(StringComparer.Ordinal);
        foreach (var (target, name) in Map.Names)
        {
            foreach (var form in AliasForm.AllOf(name))
            {
                if (form.Key.Length == 0) continue;
                var key = form.IsExact ? form.Key.ToUpperInvariant() : form.Key;
                if (!byKey.TryGetValue(key, out var known)) byKey[key] = known = (form, [], []);
                known.Spellings.AddRange(form.Variants);
                if (!known.Targets.Contains(target)) known.Targets.Add(target);
            }
        }

        foreach (var (key, (form, spellings, targets)) in byKey)
        {
            Add("alias:" + key, RouteQueries.OfPhrases(spellings, form.IsExact), inPlace: true, new RouteEntry(RouteEntryKind.Alias, targets, form), phrases);
        }
    }

    private void AddTags(List<(int Entry, Term[] Terms, bool InPlace)> phrases)
    {
        foreach (var group in Map.Accounts.GroupBy(pair => pair.Account.Handle.TrimStart('@').ToLowerInvariant(), pair => pair.Target, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0) continue;
            Add("account:" + group.Key, RouteQueries.OfTag(group.Key, TermKind.Handle), inPlace: false, new RouteEntry(RouteEntryKind.Account, [.. group.Distinct()]), phrases);
        }

        foreach (var group in Map.Hashtags.GroupBy(pair => pair.Tag.TrimStart('#').ToLowerInvariant(), pair => pair.Target, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0) continue;
            Add("hashtag:" + group.Key, RouteQueries.OfTag(group.Key, TermKind.Hashtag), inPlace: false, new RouteEntry(RouteEntryKind.Hashtag, [.. group.Distinct()]), phrases);
        }
    }

    private void AddQueries()
    {
        var options = Map.Trust.QueryOptions;
        var number = 0;
        foreach (var (target, text) in Map.Queries)
        {
            var result = Query.Parse(text, options);
            if (!result.Success) throw new ArgumentException($"The query {text} of {Map.IdOf(target)} cannot be read.");
            _queries.Add(new KeyedQuery(string.Create(CultureInfo.InvariantCulture, $"query:{number++}"), result.Query!));
            _entries.Add(new RouteEntry(RouteEntryKind.Query, [target]));
        }
    }

    private void AddPeople(List<(int Entry, Term[] Terms, bool InPlace)> phrases)
    {
        AddNames(phrases, RouteEntryKind.Name, "name:", person => [person.Name]);
        AddNames(phrases, RouteEntryKind.ShortName, "first:", person => PersonName.FirstOf(person.Name) is { } first && person.Team is not null ? [first] : []);
        AddNames(phrases, RouteEntryKind.ShortName, "titled:", person => PersonName.LastOf(person.Name) is { } last && person.Team is not null ? Titles.Select(title => $"{title} {last}") : []);
    }

    private void AddNames(List<(int Entry, Term[] Terms, bool InPlace)> phrases, RouteEntryKind kind, string prefix, Func<Person, IEnumerable<string>> spellings)
    {
        var bySpelling = new Dictionary<string, (List<string> Spellings, List<RouteTarget> Targets)>(StringComparer.Ordinal);
        for (var i = 0; i < Map.People.Count; i++)
        {
            var all = spellings(Map.People[i]).ToList();
            if (all.Count == 0) continue;
            var key = all[0].ToLowerInvariant();
            if (!bySpelling.TryGetValue(key, out var known)) bySpelling[key] = known = (all, []);
            known.Targets.Add(new RouteTarget(RouteKind.Person, i));
        }

        foreach (var (key, (all, targets)) in bySpelling)
        {
            Add(prefix + key, RouteQueries.OfPhrases(all, isExact: false), inPlace: false, new RouteEntry(kind, targets), phrases);
        }
    }
}

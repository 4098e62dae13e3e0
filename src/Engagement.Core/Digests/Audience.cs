using Engagement.Organizations;
using Engagement.Profiles;

namespace Engagement;

/// <summary>Whom a digest is for: the trust, a team with its sub-teams, or a person. Immutable.</summary>
public sealed record Audience
{
    private Audience(AudienceScope scope, string? of, AudienceOptions? options)
    {
        Scope = scope;
        Key = of;
        Options = options;
    }

    /// <summary>Trust, team or person.</summary>
    public AudienceScope Scope { get; }

    /// <summary>Key of the team or person; null for the trust.</summary>
    public string? Key { get; }

    /// <summary>What the audience wants; null for what the profile says of it, or else the defaults.</summary>
    public AudienceOptions? Options { get; }

    /// <summary>The whole trust: everything that was read.</summary>
    public static Audience Trust() => new(AudienceScope.Trust, null, null);

    /// <summary>A team: what was routed to it or to a team that is part of it.</summary>
    /// <param name="id">Key of the team in the profile.</param>
    public static Audience Team(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new Audience(AudienceScope.Team, id, null);
    }

    /// <summary>A person: what was routed to that person.</summary>
    /// <param name="id">Key of the person in the profile.</param>
    public static Audience Person(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new Audience(AudienceScope.Person, id, null);
    }

    /// <summary>An audience of a profile, with what it wants.</summary>
    /// <exception cref="ArgumentException">A team or person without a key.</exception>
    public static Audience Of(AudienceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Scope != AudienceScope.Trust && string.IsNullOrEmpty(options.Of))
            throw new ArgumentException($"The audience '{options.Id}' does not say which {(options.Scope == AudienceScope.Team ? "team" : "person")} it is.", nameof(options));
        return new Audience(options.Scope, options.Scope == AudienceScope.Trust ? null : options.Of, options);
    }

    /// <summary>What this audience wants: its own options, else those the profile has for it, else the defaults.</summary>
    internal AudienceOptions OptionsIn(TrustProfile profile)
    {
        if (Options is not null) return Options;
        // Of several audiences of one scope the one that bears its name is the plain one.
        var known = profile.Audiences.Where(options => options.Scope == Scope && (Scope == AudienceScope.Trust || options.Of == Key)).ToList();
        if (known.Count > 0) return known.Find(options => options.Id == (Key ?? "trust")) ?? known[0];
        return new AudienceOptions { Id = Key ?? "trust", Scope = Scope, Of = Key };
    }

    /// <summary>The name colleagues use.</summary>
    /// <exception cref="ArgumentException">The profile has no such team or person.</exception>
    internal string NameIn(TrustProfile profile) => Scope switch
    {
        AudienceScope.Team => profile.Teams.FirstOrDefault(team => team.Id == Key)?.Name
            ?? throw new ArgumentException($"The profile has no team '{Key}'. It has: {Known(profile.Teams.Select(team => team.Id))}."),
        AudienceScope.Person => profile.People.FirstOrDefault(person => person.Id == Key)?.Name
            ?? throw new ArgumentException($"The profile has no person '{Key}'. It has: {Known(profile.People.Select(person => person.Id))}."),
        _ => profile.Trust.Name,
    };

    /// <summary>Keys of the routes that reach this audience; null when everything does.</summary>
    internal HashSet<string>? RoutesIn(TrustProfile profile)
    {
        if (Scope == AudienceScope.Trust) return null;
        var keys = new HashSet<string>(StringComparer.Ordinal) { Key! };
        if (Scope == AudienceScope.Person) return keys;
        // Teams may come in any order and, in a hand-made profile, in a circle: grow until nothing is added.
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var team in profile.Teams)
            {
                if (team.Parent is { } parent && keys.Contains(parent)) grew |= keys.Add(team.Id);
            }
        }

        return keys;
    }

    internal RouteKind RouteKind => Scope == AudienceScope.Person ? RouteKind.Person : RouteKind.Team;

    private static string Known(IEnumerable<string> ids)
    {
        var list = string.Join(", ", ids.Take(12));
        return list.Length == 0 ? "none" : list;
    }
}

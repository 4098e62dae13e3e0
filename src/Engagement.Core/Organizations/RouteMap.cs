namespace Engagement.Organizations;

/// <summary>Who is who in a profile, by place in its lists.</summary>
internal sealed class RouteMap
{
    private readonly Dictionary<string, int> _sites;
    private readonly Dictionary<string, int> _teams;

    public RouteMap(Trust trust, IReadOnlyList<Site> sites, IReadOnlyList<Team> teams, IReadOnlyList<Person> people)
    {
        Trust = trust;
        Sites = [.. sites];
        Teams = [.. teams];
        People = [.. people];
        _sites = Index(Sites, site => site.Id);
        _teams = Index(Teams, team => team.Id);
        SiteOfTeam = [.. Teams.Select(team => team.Site is { } site && _sites.TryGetValue(site, out var index) ? index : -1)];
        ParentOfTeam = [.. Teams.Select(team => team.Parent is { } parent && _teams.TryGetValue(parent, out var index) ? index : -1)];
        TeamOfPerson = [.. People.Select(person => person.Team is { } team && _teams.TryGetValue(team, out var index) ? index : -1)];
    }

    public Trust Trust { get; }

    public IReadOnlyList<Site> Sites { get; }

    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Person> People { get; }

    /// <summary>Index of each team's own site; -1 for none.</summary>
    public int[] SiteOfTeam { get; }

    /// <summary>Index of each team's parent; -1 for none.</summary>
    public int[] ParentOfTeam { get; }

    /// <summary>Index of each person's team; -1 for none.</summary>
    public int[] TeamOfPerson { get; }

    public IEnumerable<(RouteTarget Target, string Name)> Names =>
    [
        .. Trust.Aliases.Prepend(Trust.Name).Select(name => (new RouteTarget(RouteKind.Trust, 0), name)),
        .. Sites.SelectMany((site, index) => site.Aliases.Prepend(site.Name).Select(name => (new RouteTarget(RouteKind.Site, index), name))),
        .. Teams.SelectMany((team, index) => team.Aliases.Prepend(team.Name).Select(name => (new RouteTarget(RouteKind.Team, index), name))),
    ];

    public IEnumerable<(RouteTarget Target, Account Account)> Accounts =>
    [
        .. Trust.Accounts.Select(account => (new RouteTarget(RouteKind.Trust, 0), account)),
        .. Sites.SelectMany((site, index) => site.Accounts.Select(account => (new RouteTarget(RouteKind.Site, index), account))),
        .. Teams.SelectMany((team, index) => team.Accounts.Select(account => (new RouteTarget(RouteKind.Team, index), account))),
        .. People.SelectMany((person, index) => person.Accounts.Select(account => (new RouteTarget(RouteKind.Person, index), account))),
    ];

    public IEnumerable<(RouteTarget Target, string Tag)> Hashtags =>
    [
        .. Trust.Hashtags.Select(tag => (new RouteTarget(RouteKind.Trust, 0), tag)),
        .. Sites.SelectMany((site, index) => site.Hashtags.Select(tag => (new RouteTarget(RouteKind.Site, index), tag))),
        .. Teams.SelectMany((team, index) => team.Hashtags.Select(tag => (new RouteTarget(RouteKind.Team, index), tag))),
    ];

    public IEnumerable<(RouteTarget Target, string Query)> Queries =>
    [
        .. Trust.Queries.Select(query => (new RouteTarget(RouteKind.Trust, 0), query)),
        .. Sites.SelectMany((site, index) => site.Queries.Select(query => (new RouteTarget(RouteKind.Site, index), query))),
        .. Teams.SelectMany((team, index) => team.Queries.Select(query => (new RouteTarget(RouteKind.Team, index), query))),
    ];

    public string IdOf(RouteTarget target) => target.Kind switch
    {
        RouteKind.Trust => Trust.Id,
        RouteKind.Site => Sites[target.Index].Id,
        RouteKind.Team => Teams[target.Index].Id,
        _ => People[target.Index].Id,
    };

    public string NameOf(RouteTarget target) => target.Kind switch
    {
        RouteKind.Trust => Trust.Name,
        RouteKind.Site => Sites[target.Index].Name,
        RouteKind.Team => Teams[target.Index].Name,
        _ => People[target.Index].Name,
    };

    /// <summary>The site where a team works, its own or that of the nearest team it is part of; -1 for none.</summary>
    public int SiteOf(int team)
    {
        for (int at = team, steps = 0; at >= 0 && steps <= Teams.Count; at = ParentOfTeam[at], steps++)
        {
            if (SiteOfTeam[at] >= 0) return SiteOfTeam[at];
        }

        return -1;
    }

    /// <summary>What a target is directly part of: the team of a person, the parent and the site of a team, the trust of a site.</summary>
    public IEnumerable<RouteTarget> WholesOf(RouteTarget target)
    {
        switch (target.Kind)
        {
            case RouteKind.Person when TeamOfPerson[target.Index] is var team and >= 0:
                yield return new RouteTarget(RouteKind.Team, team);
                break;
            case RouteKind.Team:
                if (ParentOfTeam[target.Index] >= 0) yield return new RouteTarget(RouteKind.Team, ParentOfTeam[target.Index]);
                if (SiteOf(target.Index) is var site and >= 0) yield return new RouteTarget(RouteKind.Site, site);
                yield return new RouteTarget(RouteKind.Trust, 0);
                break;
            case RouteKind.Person or RouteKind.Site:
                yield return new RouteTarget(RouteKind.Trust, 0);
                break;
        }
    }

    /// <summary>Whether <paramref name="whole"/> is what <paramref name="part"/> is part of, at any remove.</summary>
    public bool IsPartOf(RouteTarget part, RouteTarget whole)
    {
        var seen = new HashSet<RouteTarget> { part };
        var open = new Stack<RouteTarget>(seen);
        while (open.TryPop(out var next))
        {
            foreach (var upper in WholesOf(next))
            {
                if (upper == whole) return true;
                if (seen.Add(upper)) open.Push(upper);
            }
        }

        return false;
    }

    private static Dictionary<string, int> Index<T>(IReadOnlyList<T> items, Func<T, string> id)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++) index.TryAdd(id(items[i]), i);
        return index;
    }
}

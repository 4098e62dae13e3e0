namespace Engagement.Organizations;

/// <summary>Tells who speaks, by the accounts of a profile: a trust's own posts are not public praise. Immutable, thread-safe.</summary>
public sealed class VoiceResolver
{
    private readonly Dictionary<(Platform Platform, string Handle), Voice> _voices = [];
    private readonly Dictionary<(Platform Platform, string Handle), Person> _people = [];
    private readonly HashSet<string> _pressSites = new(StringComparer.Ordinal);

    /// <summary>Takes the accounts. One that is given twice speaks with the first voice of: trust, press, staff.</summary>
    /// <param name="trust">The trust.</param>
    /// <param name="sites">Its sites: they speak for the trust.</param>
    /// <param name="teams">Its teams.</param>
    /// <param name="people">Its people.</param>
    /// <param name="press">Accounts of the press; the handle of a news site is its domain, and covers its subdomains.</param>
    public VoiceResolver(Trust trust, IReadOnlyList<Site> sites, IReadOnlyList<Team> teams, IReadOnlyList<Person> people, IReadOnlyList<Account> press)
    {
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(press);
        Add(trust.Accounts, Voice.Trust);
        foreach (var site in sites) Add(site.Accounts, Voice.Trust);
        Add(press, Voice.Press);
        foreach (var account in press)
        {
            if (account.Platform is Platform.News or Platform.Web or Platform.Other) _pressSites.Add(KeyOf(account).Handle);
        }

        foreach (var team in teams) Add(team.Accounts, Voice.Staff);
        foreach (var person in people)
        {
            Add(person.Accounts, Voice.Staff);
            foreach (var account in person.Accounts) _people.TryAdd(KeyOf(account), person);
        }
    }

    /// <summary>Who speaks: by the author's account, then by the press site that a link leads to; a news platform is the press.</summary>
    public Voice Of(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        if (mention.Author?.Handle is { } handle && _voices.TryGetValue(KeyOf(mention.Platform, handle), out var voice)) return voice;
        if (mention.Platform == Platform.News) return Voice.Press;
        var isPage = mention.Platform is Platform.Web or Platform.Other;
        return isPage && mention.Link is { } link && IsPressSite(link) ? Voice.Press : Voice.Public;
    }

    /// <summary>The person of the profile who wrote a mention; null when none did.</summary>
    public Person? PersonOf(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return mention.Author?.Handle is { } handle ? _people.GetValueOrDefault(KeyOf(mention.Platform, handle)) : null;
    }

    private void Add(IReadOnlyList<Account> accounts, Voice voice)
    {
        foreach (var account in accounts) _voices.TryAdd(KeyOf(account), voice);
    }

    private static (Platform Platform, string Handle) KeyOf(Account account) => KeyOf(account.Platform, account.Handle);

    private static (Platform Platform, string Handle) KeyOf(Platform platform, string handle) => (platform, handle.TrimStart('@').ToLowerInvariant());

    private bool IsPressSite(string link)
    {
        if (_pressSites.Count == 0 || !Uri.TryCreate(link, UriKind.Absolute, out var address)) return false;
        var host = address.Host.ToLowerInvariant();
        while (host.Length > 0)
        {
            if (_pressSites.Contains(host)) return true;
            var dot = host.IndexOf('.', StringComparison.Ordinal);
            host = dot < 0 ? "" : host[(dot + 1)..];
        }

        return false;
    }
}

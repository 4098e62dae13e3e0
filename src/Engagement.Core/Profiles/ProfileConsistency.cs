using Engagement.Organizations;

namespace Engagement.Profiles;

/// <summary>What several values of a profile must agree on: unique ids and names, accounts of one voice, parents without a cycle.</summary>
internal static class ProfileConsistency
{
    public static IEnumerable<ProfileFault> FaultsOf(ProfileDraft profile) =>
    [
        .. Repeated(profile.Sites.Select(site => site.Id), "an id that no other site has"),
        .. Repeated(profile.Teams.Select(team => team.Id), "an id that no other team has"),
        .. Repeated(profile.People.Select(person => person.Id), "an id that no other person has"),
        .. Repeated(profile.Queries.Select(query => query.Id), "an id that no other standing query has"),
        .. Repeated(profile.Campaigns.Concat(profile.Chats).Select(campaign => campaign.Id), "an id that no other campaign or chat has"),
        .. Repeated(profile.Audiences.Select(audience => audience.Id), "an id that no other audience has"),
        .. Repeated(profile.Star.Rules.Select(rule => rule.Id), "an id that no other star rule has"),
        .. Repeated(profile.Triage.Rules.Select(rule => rule.Id), "an id that no other triage rule has"),
        .. Repeated(profile.Notices.Rules.Select(rule => rule.Id), "an id that no other notice rule has"),
        .. Repeated(profile.Lexicon.Entries.Select(entry => entry.Text), "a text that no other entry has", text => AliasText(text)),
        .. Repeated(profile.Lexicon.Masks, "a phrase that no other mask has", text => AliasText(text)),
        .. SharedAliases(profile.Teams),
        .. VoicesAtOdds(profile),
        .. Cycles(profile.Teams),
    ];

    // Entries of a lexicon are compared as they are matched: without regard to case and white space. An emoji stays as it is.
    private static string AliasText(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<ProfileFault> Repeated(IEnumerable<Field<string>?> fields, string expected, Func<string, string>? fold = null)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (field is null) continue;
            var key = fold is null ? field.Value : fold(field.Value);
            if (!first.TryAdd(key, field.Path)) yield return new ProfileFault(field.Path, field.Found, $"{expected}; {first[key]} has it");
        }
    }

    // Sites may share a name (several towns have a St Mary's Hospital) and routing reports it; at one site nothing could tell two teams apart.
    private static IEnumerable<ProfileFault> SharedAliases(List<TeamDraft> teams)
    {
        var first = new Dictionary<(string Site, string Key), (TeamDraft Team, string Path)>();
        foreach (var team in teams)
        {
            foreach (var name in team.Aliases.Prepend(team.Name))
            {
                if (name is null || AliasForm.Of(name.Value).Key is not { Length: > 0 } key) continue;
                var place = (team.Site?.Value ?? "", key);
                if (first.TryAdd(place, (team, name.Path))) continue;
                var (other, path) = first[place];
                if (other != team) yield return new ProfileFault(name.Path, name.Found, $"an alias that no other team of its site has; {path} means the same");
            }
        }
    }

    private static IEnumerable<ProfileFault> VoicesAtOdds(ProfileDraft profile)
    {
        var first = new Dictionary<(Platform, string), (Voice Voice, string Path)>();
        foreach (var (account, voice) in VoicesOf(profile))
        {
            if (account is not { Platform: { } platform, Handle: { } handle }) continue;
            var key = (platform.Value, Sigils.WithoutAt(handle.Value).ToLowerInvariant());
            if (first.TryAdd(key, (voice, handle.Path)) || first[key].Voice == voice) continue;
            yield return new ProfileFault(handle.Path, handle.Found, $"an account with one voice; {first[key].Path} gives it the voice of {NameOf(first[key].Voice)}");
        }
    }

    private static IEnumerable<(AccountDraft Account, Voice Voice)> VoicesOf(ProfileDraft profile) =>
    [
        .. (profile.Trust?.Accounts ?? []).Select(account => (account, Voice.Trust)),
        .. profile.Sites.SelectMany(site => site.Accounts).Select(account => (account, Voice.Trust)),
        .. profile.Teams.SelectMany(team => team.Accounts).Select(account => (account, Voice.Staff)),
        .. profile.People.SelectMany(person => person.Accounts).Select(account => (account, Voice.Staff)),
        .. profile.Press.Select(account => (account, Voice.Press)),
    ];

    private static string NameOf(Voice voice) => voice switch { Voice.Trust => "the trust", Voice.Staff => "staff", _ => "the press" };

    private static IEnumerable<ProfileFault> Cycles(List<TeamDraft> teams)
    {
        var byId = new Dictionary<string, TeamDraft>(StringComparer.Ordinal);
        foreach (var team in teams)
        {
            if (team.Id is { } id) byId.TryAdd(id.Value, team);
        }

        // Every team has one parent at most, so each walk upwards either ends or runs into a cycle; what one walk has seen no later one walks again.
        var settled = new HashSet<TeamDraft>();
        foreach (var start in teams)
        {
            var walk = new List<TeamDraft>();
            var onWalk = new HashSet<TeamDraft>();
            var team = start;
            while (team is not null && !settled.Contains(team) && onWalk.Add(team))
            {
                walk.Add(team);
                team = team.Parent is { } parent ? byId.GetValueOrDefault(parent.Value) : null;
            }

            settled.UnionWith(walk);
            if (team is null || !onWalk.Contains(team)) continue;
            var names = walk.Skip(walk.IndexOf(team)).Append(team).Select(member => member.Id!.Value).ToList();
            var shown = names.Count > 12 ? [.. names.Take(11), "…"] : names;
            yield return new ProfileFault(team.Parent!.Path, team.Parent.Found, $"parents without a cycle: {string.Join(" → ", shown)}");
        }
    }
}

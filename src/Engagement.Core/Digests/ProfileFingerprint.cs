using Engagement.Organizations;

namespace Engagement.Digests;

/// <summary>Hashes what of a profile, an audience and options can change a digest.</summary>
internal static class ProfileFingerprint
{
    public static ulong Of(DigestScope scope)
    {
        var hash = new StableHash(1);
        var profile = scope.Profile;
        hash.Add(profile.Trust.Id);
        hash.Add(profile.Trust.Name);
        hash.Add(scope.Zone.Id);
        Add(ref hash, profile.Trust.Aliases);
        Add(ref hash, profile.Trust.Accounts);
        Add(ref hash, profile.Trust.Hashtags);
        Add(ref hash, profile.Trust.Queries);
        foreach (var site in profile.Sites)
        {
            hash.Add(site.Id);
            hash.Add(site.Name);
            Add(ref hash, site.Aliases);
            Add(ref hash, site.Accounts);
            Add(ref hash, site.Hashtags);
            Add(ref hash, site.Queries);
        }

        foreach (var team in profile.Teams)
        {
            hash.Add(team.Id);
            hash.Add(team.Name);
            hash.Add(team.Parent);
            hash.Add(team.Site);
            Add(ref hash, team.Aliases);
            Add(ref hash, team.Accounts);
            Add(ref hash, team.Hashtags);
            Add(ref hash, team.Queries);
        }

        foreach (var person in profile.People)
        {
            hash.Add(person.Id);
            hash.Add(person.Name);
            hash.Add(person.Team);
            hash.Add(person.Role);
            hash.Add(person.IsLeader ? 1L : 0L);
            Add(ref hash, person.Accounts);
        }

        foreach (var campaign in profile.Campaigns)
        {
            hash.Add(campaign.Id);
            hash.Add(campaign.Name);
            hash.Add(campaign.Hashtag);
        }

        foreach (var chat in profile.Chats)
        {
            hash.Add(chat.Id);
            hash.Add(chat.Name);
            hash.Add(chat.Hashtag);
        }

        foreach (var (point, name) in profile.Star.Names.OrderBy(pair => pair.Key))
        {
            hash.Add((long)point);
            hash.Add(name);
        }

        var wanted = scope.Wanted;
        hash.Add(wanted.Id);
        hash.Add((long)wanted.Scope);
        hash.Add(wanted.Of);
        hash.Add(wanted.SendWhenEmpty ? 1L : 0L);
        hash.Add((long)wanted.Approval);
        hash.Add((long)wanted.Tone);
        hash.Add(wanted.RankAuthors ? 1L : 0L);
        Add(ref hash, wanted.Sections);
        AddOptions(ref hash, scope.Options);
        return hash.Value;
    }

    private static void AddOptions(ref StableHash hash, DigestOptions options)
    {
        hash.Add((long)options.Praise);
        hash.Add((long)options.Opportunities);
        hash.Add((long)options.More);
        hash.Add((long)options.QuoteLength);
        hash.Add((long)options.Kept);
        hash.Add((long)options.DistinctLimit);
        hash.Add((long)options.TranscriptLimit);
        hash.Add(options.Approval is { } approval ? (long)approval : -1);
        foreach (var decision in options.Approvals)
        {
            hash.Add(decision.MentionId);
            hash.Add((long)decision.State);
            hash.Add(decision.At.ToUnixTimeTicks());
        }

        foreach (var step in options.Improvements)
        {
            hash.Add(step.Concern);
            hash.Add((long)step.Stage);
            hash.Add((long)(step.On - new NodaTime.LocalDate(1970, 1, 1)).Days);
            hash.Add(step.Note);
            hash.Add(step.Team);
            hash.Add(step.MentionId);
        }

        foreach (var achievement in options.Achievements)
        {
            hash.Add((long)achievement.Kind);
            hash.Add(achievement.Who);
            hash.Add(achievement.What);
            hash.Add((long)(achievement.On - new NodaTime.LocalDate(1970, 1, 1)).Days);
            hash.Add(achievement.Team);
            hash.Add(achievement.Person);
        }

        foreach (var supporter in options.Supporters)
        {
            hash.Add(supporter.Campaign);
            hash.Add(supporter.Handle);
            hash.Add(supporter.Followers);
        }

        foreach (var theme in options.Themes)
        {
            hash.Add(theme.Campaign);
            hash.Add(theme.Question);
            hash.Add(theme.Summary);
            Add(ref hash, theme.AgreedToBeNamed);
        }
    }

    private static void Add(ref StableHash hash, IReadOnlyList<string> values)
    {
        hash.Add((long)values.Count);
        foreach (var value in values) hash.Add(value);
    }

    private static void Add(ref StableHash hash, IReadOnlyList<Account> accounts)
    {
        hash.Add((long)accounts.Count);
        foreach (var account in accounts)
        {
            hash.Add((long)account.Platform);
            hash.Add(account.Handle);
        }
    }
}

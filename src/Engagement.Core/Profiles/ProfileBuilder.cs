using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Profiles;

/// <summary>Turns a draft without faults into a profile.</summary>
internal static class ProfileBuilder
{
    public static TrustProfile Build(ProfileDraft draft, ProfileReferences references) => new()
    {
        Trust = new Trust
        {
            Id = draft.Trust!.Id!.Value,
            Name = draft.Trust.Name!.Value,
            OdsCode = draft.Trust.OdsCode?.Value,
            Zone = DateTimeZoneProviders.Tzdb[draft.Trust.TimeZone!.Value],
            JoinsHyphens = draft.Trust.JoinsHyphens?.Value ?? false,
            Aliases = Values(draft.Trust.Aliases),
            Accounts = Accounts(draft.Trust.Accounts),
            Hashtags = Hashtags(draft.Trust.Hashtags),
            Queries = Values(draft.Trust.Queries),
        },
        Sites = [.. draft.Sites.Select(site => new Site
        {
            Id = site.Id!.Value,
            Name = site.Name!.Value,
            Aliases = Values(site.Aliases),
            Accounts = Accounts(site.Accounts),
            Hashtags = Hashtags(site.Hashtags),
            Queries = Values(site.Queries),
        })],
        Teams = [.. draft.Teams.Select(team => new Team
        {
            Id = team.Id!.Value,
            Name = team.Name!.Value,
            Kind = team.Kind?.Value ?? "team",
            Site = team.Site?.Value,
            Parent = team.Parent?.Value,
            Aliases = Values(team.Aliases),
            Accounts = Accounts(team.Accounts),
            Hashtags = Hashtags(team.Hashtags),
            Queries = Values(team.Queries),
        })],
        People = [.. draft.People.Select(person => new Person
        {
            Id = person.Id!.Value,
            Name = person.Name!.Value,
            Team = person.Team?.Value,
            Role = person.Role?.Value,
            IsLeader = person.IsLeader?.Value ?? false,
            Accounts = Accounts(person.Accounts),
        })],
        Queries = [.. draft.Queries.Select(query => new StandingQuery(query.Id!.Value, query.Name!.Value, references.Read(query.Query!).Query!))],
        Campaigns = [.. draft.Campaigns.Select(campaign => new Campaign(
            campaign.Id!.Value, campaign.Name!.Value, Sigils.WithoutHash(campaign.Hashtag!.Value), DateOf(campaign.Start), DateOf(campaign.End)))],
        Chats = [.. draft.Chats.Select(chat => new Chat(chat.Id!.Value, chat.Name!.Value, Sigils.WithoutHash(chat.Hashtag!.Value)))],
        Press = Accounts(draft.Press),
        Audiences = draft.Audiences.Count == 0
            ? [new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust }]
            : [.. draft.Audiences.Select(AudienceOf)],
        Lexicon = new LexiconOverrides
        {
            Entries = [.. draft.Lexicon.Entries.Select(entry => new LexiconEntry(entry.Text!.Value, entry.Valence!.Value))],
            Masks = Values(draft.Lexicon.Masks),
        },
        Star = new StarOverrides
        {
            Names = draft.Star.Names.ByPoint,
            Rules = [.. draft.Star.Rules.Select(rule => new StarRule(
                rule.Id!.Value, rule.Point!.Value, rule.Direction!.Value, references.Read(rule.Query!).Query!, rule.Strength?.Value ?? 1,
                rule.Scope?.Value ?? StarRuleScope.Clause))],
            DisabledRules = Values(draft.Star.DisabledRules),
        },
        Triage = new TriageOverrides
        {
            Rules = [.. draft.Triage.Rules.Select(rule => new TriageRule(
                rule.Id!.Value, rule.Kind!.Value, (int)rule.Severity!.Value, references.Read(rule.Query!).Query!))],
            DisabledRules = Values(draft.Triage.DisabledRules),
        },
        Notices = new NoticeOverrides
        {
            Rules = [.. draft.Notices.Rules.Select(rule => new NoticeRule(rule.Id!.Value, rule.Kind!.Value, references.Read(rule.Query!).Query!))],
            DisabledRules = Values(draft.Notices.DisabledRules),
        },
        Privacy = new RedactionPolicy
        {
            Keep = [.. draft.Privacy.Keep.Select(kind => kind.Value)],
            PublicPhones = Values(draft.Privacy.PublicPhones),
            PublicEmails = Values(draft.Privacy.PublicEmails),
            StaffNames = [.. draft.People.Select(person => person.Name!.Value)],
        },
        Retention = new RetentionPolicy { Days = draft.Privacy.RetainDays is { } days ? (int)days.Value : null },
    };

    private static AudienceOptions AudienceOf(AudienceDraft audience) => new()
    {
        Id = audience.Id!.Value,
        Scope = audience.Scope!.Value,
        Of = audience.Team?.Value ?? audience.Person?.Value,
        Frequency = audience.Frequency?.Value ?? DigestFrequency.Week,
        FirstDayOfWeek = audience.FirstDayOfWeek?.Value ?? IsoDayOfWeek.Monday,
        Zone = audience.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb[zone.Value] : null,
        SendAt = audience.SendAt is { } at ? Times.Parse(at.Value)!.Value : new LocalTime(8, 0),
        Quiet = audience.QuietHours is { } quiet ? QuietOf(quiet) : null,
        Tone = audience.Tone?.Value ?? DigestTone.Balanced,
        SendWhenEmpty = audience.SendWhenEmpty?.Value ?? false,
        Approval = audience.Approval?.Value ?? ApprovalPolicy.ShowAll,
        Sections = Values(audience.Sections),
        Formats = Values(audience.Formats),
        RankAuthors = audience.RankAuthors?.Value ?? false,
    };

    // Days alone leave the hours of the others free.
    private static QuietHours QuietOf(QuietHoursDraft quiet) => new(
        quiet.From is { } from ? Times.Parse(from.Value)!.Value : LocalTime.Midnight,
        quiet.To is { } to ? Times.Parse(to.Value)!.Value : LocalTime.Midnight,
        [.. quiet.Days.Select(day => day.Value).Distinct().Order()]);

    private static IReadOnlyList<string> Values(List<Field<string>> fields) => [.. fields.Select(field => field.Value)];

    private static IReadOnlyList<string> Hashtags(List<Field<string>> fields) => [.. fields.Select(field => Sigils.WithoutHash(field.Value))];

    private static IReadOnlyList<Account> Accounts(List<AccountDraft> accounts) =>
        [.. accounts.Select(account => new Account(account.Platform!.Value, Sigils.WithoutAt(account.Handle!.Value)))];

    private static LocalDate? DateOf(Field<string>? field) => field is null ? null : Dates.Parse(field.Value);
}

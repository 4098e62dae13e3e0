using FluentValidation;
using FluentValidation.Results;
using NodaTime;

namespace Engagement.Profiles;

/// <summary>
/// What a profile must hold beyond its shape. Every rule has a message of its own: the validation library's would follow the machine's
/// culture.
/// </summary>
internal sealed class ProfileValidator : AbstractValidator<ProfileDraft>
{
    public ProfileValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(profile => profile.Version).Holds(ProfileShape.Version);
        RuleFor(profile => profile.Trust!).SetValidator(new TrustValidator(references)).When(profile => profile.Trust is not null);
        RuleForEach(profile => profile.Sites).SetValidator(new SiteValidator(references));
        RuleForEach(profile => profile.Teams).SetValidator(new TeamValidator(references));
        RuleForEach(profile => profile.People).SetValidator(new PersonValidator(references));
        RuleForEach(profile => profile.Queries).SetValidator(new QueryValidator(references));
        RuleForEach(profile => profile.Campaigns).SetValidator(new CampaignValidator());
        RuleForEach(profile => profile.Chats).SetValidator(new CampaignValidator());
        RuleForEach(profile => profile.Press).SetValidator(new AccountValidator());
        RuleForEach(profile => profile.Audiences).SetValidator(new AudienceValidator(references));
        RuleForEach(profile => profile.Lexicon.Entries).SetValidator(new LexiconEntryValidator());
        RuleForEach(profile => profile.Star.Rules).SetValidator(new StarRuleValidator(references));
        RuleForEach(profile => profile.Star.DisabledRules).IsShippedRule(() => references.StarRules);
        RuleForEach(profile => profile.Triage.Rules).SetValidator(new TriageRuleValidator(references));
        RuleForEach(profile => profile.Triage.DisabledRules).IsShippedRule(() => references.TriageRules);
        RuleForEach(profile => profile.Notices.Rules).SetValidator(new NoticeRuleValidator(references));
        RuleForEach(profile => profile.Notices.DisabledRules).IsShippedRule(() => references.NoticeRules);
        RuleFor(profile => profile.Privacy.RetainDays).Holds(ProfileShape.RetainDays);
        RuleFor(profile => profile).Custom((profile, context) =>
        {
            foreach (var fault in ProfileConsistency.FaultsOf(profile)) context.AddFailure(Fault.Of(fault));
        });
    }
}

internal sealed class TrustValidator : NamedValidator<TrustDraft>
{
    public TrustValidator(ProfileReferences references)
        : base(references)
    {
        RuleFor(trust => trust.OdsCode).Expect(IsOdsCode, "an ODS code of 3 to 9 capital letters and digits, such as RR8");
        RuleFor(trust => trust.TimeZone).IsZone();
    }

    private static bool IsOdsCode(string code) => code.Length is >= 3 and <= 9 && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}

internal sealed class SiteValidator(ProfileReferences references) : NamedValidator<SiteDraft>(references);

internal sealed class TeamValidator : NamedValidator<TeamDraft>
{
    public TeamValidator(ProfileReferences references)
        : base(references)
    {
        RuleFor(team => team.Site).Refers(references.Sites, "site");
        RuleFor(team => team.Parent).Refers(references.Teams, "team");
    }
}

internal abstract class NamedValidator<T> : AbstractValidator<T>
    where T : NamedDraft
{
    protected NamedValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(named => named.Id).IsKey();
        RuleFor(named => named.Name).HasWord();
        RuleForEach(named => named.Aliases).HasWord();
        RuleForEach(named => named.Accounts).SetValidator(new AccountValidator());
        RuleForEach(named => named.Hashtags).IsHashtag();
        RuleForEach(named => named.Queries).IsQuery(references);
    }
}

internal sealed class AccountValidator : AbstractValidator<AccountDraft>
{
    public AccountValidator() =>
        RuleFor(account => account.Handle).Expect(
            handle => Sigils.WithoutAt(handle) is { Length: > 0 } bare && !bare.Any(char.IsWhiteSpace), "a handle without white space");
}

internal sealed class PersonValidator : AbstractValidator<PersonDraft>
{
    public PersonValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(person => person.Id).IsKey();
        RuleFor(person => person.Name).HasWord();
        RuleFor(person => person.Team).Refers(references.Teams, "team");
        RuleForEach(person => person.Accounts).SetValidator(new AccountValidator());
    }
}

internal sealed class QueryValidator : AbstractValidator<QueryDraft>
{
    public QueryValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(query => query.Id).IsKey();
        RuleFor(query => query.Query).IsQuery(references);
    }
}

internal sealed class CampaignValidator : AbstractValidator<CampaignDraft>
{
    public CampaignValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(campaign => campaign.Id).IsKey();
        RuleFor(campaign => campaign.Hashtag).IsHashtag();
        RuleFor(campaign => campaign.Start).IsDate();
        RuleFor(campaign => campaign.End).IsDate();
        RuleFor(campaign => campaign.End).Must((campaign, end) => end is null || IsAfter(end.Value, campaign.Start?.Value))
            .WithMessage("a day after the start: the day after the campaign's last").WithState(campaign => Fault.At(campaign.End));
    }

    private static bool IsAfter(string end, string? start) =>
        Dates.Parse(end) is not { } last || start is null || Dates.Parse(start) is not { } first || last > first;
}

internal sealed class AudienceValidator : AbstractValidator<AudienceDraft>
{
    public AudienceValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(audience => audience.Id).IsKey();
        RuleFor(audience => audience.Team).Refers(references.Teams, "team");
        RuleFor(audience => audience.Person).Refers(references.People, "person");
        RuleFor(audience => audience.TimeZone).IsZone();
        RuleFor(audience => audience.SendAt).IsTime();
        RuleFor(audience => audience.QuietHours!).SetValidator(new QuietHoursValidator()).When(audience => audience.QuietHours is not null);
        RuleFor(audience => audience.Team).Must((audience, team) => audience.Scope?.Value != AudienceScope.Team || team is not null)
            .WithMessage("the id of a team, since the scope is team").WithState(audience => Fault.Missing(audience.Path, "team"));
        RuleFor(audience => audience.Person).Must((audience, person) => audience.Scope?.Value != AudienceScope.Person || person is not null)
            .WithMessage("the id of a person, since the scope is person").WithState(audience => Fault.Missing(audience.Path, "person"));
        RuleFor(audience => audience.Team).Must((audience, team) => audience.Scope?.Value is null or AudienceScope.Team || team is null)
            .WithMessage("no team, since the scope is another").WithState(audience => Fault.At(audience.Team));
        RuleFor(audience => audience.Person).Must((audience, person) => audience.Scope?.Value is null or AudienceScope.Person || person is null)
            .WithMessage("no person, since the scope is another").WithState(audience => Fault.At(audience.Person));
    }
}

internal sealed class QuietHoursValidator : AbstractValidator<QuietHoursDraft>
{
    public QuietHoursValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(quiet => quiet.From).IsTime();
        RuleFor(quiet => quiet.To).IsTime();
        RuleFor(quiet => quiet.From).Must((quiet, from) => from is not null || quiet.To is null)
            .WithMessage("when it begins, since it says when it ends").WithState(quiet => Fault.Missing(quiet.Path, "from"));
        RuleFor(quiet => quiet.To).Must((quiet, to) => to is not null || quiet.From is null)
            .WithMessage("when it ends, since it says when it begins").WithState(quiet => Fault.Missing(quiet.Path, "to"));
        RuleFor(quiet => quiet.To).Must((quiet, to) => to is null || to.Value != quiet.From?.Value)
            .WithMessage("another time than from: no digest could ever be sent, or nothing would be quiet").WithState(quiet => Fault.At(quiet.To));
        RuleFor(quiet => quiet.Days).Must((quiet, days) => days.Count > 0 || quiet.From is not null || quiet.To is not null)
            .WithMessage("from and to, or days").WithState(quiet => new ProfileFault(quiet.Path, "an object that names no time", ""));
        RuleFor(quiet => quiet.Days).Must(days => days.Select(day => day.Value).Distinct().Count() < 7)
            .WithMessage("at least one day that is not quiet").WithState(quiet => new ProfileFault(DraftReader.PathOf(quiet.Path, "days"), "all seven days", ""));
    }
}

internal sealed class LexiconEntryValidator : AbstractValidator<LexiconEntryDraft>
{
    public LexiconEntryValidator() => RuleFor(entry => entry.Valence).Holds(ProfileShape.Valence);
}

internal sealed class StarRuleValidator : AbstractValidator<StarRuleDraft>
{
    public StarRuleValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(rule => rule.Id).IsRuleKey();
        RuleFor(rule => rule.Query).IsQuery(references);
        RuleFor(rule => rule.Strength).Holds(ProfileShape.Strength);
    }
}

internal sealed class TriageRuleValidator : AbstractValidator<TriageRuleDraft>
{
    public TriageRuleValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(rule => rule.Id).IsRuleKey();
        RuleFor(rule => rule.Severity).Holds(ProfileShape.Severity);
        RuleFor(rule => rule.Query).IsQuery(references);
    }
}

internal sealed class NoticeRuleValidator : AbstractValidator<NoticeRuleDraft>
{
    public NoticeRuleValidator(ProfileReferences references)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(rule => rule.Id).IsRuleKey();
        RuleFor(rule => rule.Query).IsQuery(references);
    }
}

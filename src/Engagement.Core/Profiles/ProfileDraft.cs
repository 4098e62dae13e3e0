using Engagement.Organizations;
using Engagement.Star;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Profiles;

/// <summary>A value with its place in the file. Drafts hold null where the file says nothing usable.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Its JSON path.</param>
/// <param name="Found">How a fault quotes it.</param>
internal sealed record Field<T>(T Value, string Path, string Found);

/// <summary>An object of the file as far as its shape could be read; what is missing or misshapen stays null.</summary>
internal abstract class Draft
{
    public string Path { get; set; } = "$";
}

internal sealed class ProfileDraft : Draft
{
    public Field<double>? Version { get; set; }

    public TrustDraft? Trust { get; set; }

    public List<SiteDraft> Sites { get; set; } = [];

    public List<TeamDraft> Teams { get; set; } = [];

    public List<PersonDraft> People { get; set; } = [];

    public List<QueryDraft> Queries { get; set; } = [];

    public List<CampaignDraft> Campaigns { get; set; } = [];

    public List<CampaignDraft> Chats { get; set; } = [];

    public List<AccountDraft> Press { get; set; } = [];

    public List<AudienceDraft> Audiences { get; set; } = [];

    public LexiconDraft Lexicon { get; set; } = new();

    public StarDraft Star { get; set; } = new();

    public TriageDraft Triage { get; set; } = new();

    public NoticesDraft Notices { get; set; } = new();

    public PrivacyDraft Privacy { get; set; } = new();
}

/// <summary>What trust, sites and teams have in common: names, accounts, hashtags, queries.</summary>
internal abstract class NamedDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<string>? Name { get; set; }

    public List<Field<string>> Aliases { get; set; } = [];

    public List<AccountDraft> Accounts { get; set; } = [];

    public List<Field<string>> Hashtags { get; set; } = [];

    public List<Field<string>> Queries { get; set; } = [];
}

internal sealed class TrustDraft : NamedDraft
{
    public Field<string>? OdsCode { get; set; }

    public Field<string>? TimeZone { get; set; }

    public Field<bool>? JoinsHyphens { get; set; }
}

internal sealed class SiteDraft : NamedDraft;

internal sealed class TeamDraft : NamedDraft
{
    public Field<string>? Kind { get; set; }

    public Field<string>? Site { get; set; }

    public Field<string>? Parent { get; set; }
}

internal sealed class AccountDraft : Draft
{
    public Field<Platform>? Platform { get; set; }

    public Field<string>? Handle { get; set; }
}

internal sealed class PersonDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<string>? Name { get; set; }

    public Field<string>? Team { get; set; }

    public Field<string>? Role { get; set; }

    public Field<bool>? IsLeader { get; set; }

    public List<AccountDraft> Accounts { get; set; } = [];
}

internal sealed class QueryDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<string>? Name { get; set; }

    public Field<string>? Query { get; set; }
}

internal sealed class CampaignDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<string>? Name { get; set; }

    public Field<string>? Hashtag { get; set; }

    public Field<string>? Start { get; set; }

    public Field<string>? End { get; set; }
}

internal sealed class AudienceDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<AudienceScope>? Scope { get; set; }

    public Field<string>? Team { get; set; }

    public Field<string>? Person { get; set; }

    public Field<DigestFrequency>? Frequency { get; set; }

    public Field<IsoDayOfWeek>? FirstDayOfWeek { get; set; }

    public Field<string>? TimeZone { get; set; }

    public Field<string>? SendAt { get; set; }

    public QuietHoursDraft? QuietHours { get; set; }

    public Field<DigestTone>? Tone { get; set; }

    public Field<bool>? SendWhenEmpty { get; set; }

    public Field<ApprovalPolicy>? Approval { get; set; }

    public List<Field<string>> Sections { get; set; } = [];

    public List<Field<string>> Formats { get; set; } = [];

    public Field<bool>? RankAuthors { get; set; }
}

internal sealed class QuietHoursDraft : Draft
{
    public Field<string>? From { get; set; }

    public Field<string>? To { get; set; }

    public List<Field<IsoDayOfWeek>> Days { get; set; } = [];
}

internal sealed class LexiconDraft : Draft
{
    public List<LexiconEntryDraft> Entries { get; set; } = [];

    public List<Field<string>> Masks { get; set; } = [];
}

internal sealed class LexiconEntryDraft : Draft
{
    public Field<string>? Text { get; set; }

    public Field<double>? Valence { get; set; }
}

internal sealed class StarDraft : Draft
{
    public StarNamesDraft Names { get; set; } = new();

    public List<StarRuleDraft> Rules { get; set; } = [];

    public List<Field<string>> DisabledRules { get; set; } = [];
}

internal sealed class StarNamesDraft : Draft
{
    public Dictionary<StarPoint, string> ByPoint { get; } = [];
}

internal sealed class StarRuleDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<StarPoint>? Point { get; set; }

    public Field<StarDirection?>? Direction { get; set; }

    public Field<string>? Query { get; set; }

    public Field<double>? Strength { get; set; }

    public Field<StarRuleScope>? Scope { get; set; }
}

internal sealed class TriageDraft : Draft
{
    public List<TriageRuleDraft> Rules { get; set; } = [];

    public List<Field<string>> DisabledRules { get; set; } = [];
}

internal sealed class TriageRuleDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<UrgencyKind>? Kind { get; set; }

    public Field<double>? Severity { get; set; }

    public Field<string>? Query { get; set; }
}

internal sealed class NoticesDraft : Draft
{
    public List<NoticeRuleDraft> Rules { get; set; } = [];

    public List<Field<string>> DisabledRules { get; set; } = [];
}

internal sealed class NoticeRuleDraft : Draft
{
    public Field<string>? Id { get; set; }

    public Field<NoticeKind>? Kind { get; set; }

    public Field<string>? Query { get; set; }
}

internal sealed class PrivacyDraft : Draft
{
    public List<Field<Privacy.RedactionKind>> Keep { get; set; } = [];

    public List<Field<string>> PublicPhones { get; set; } = [];

    public List<Field<string>> PublicEmails { get; set; } = [];

    public Field<double>? RetainDays { get; set; }
}

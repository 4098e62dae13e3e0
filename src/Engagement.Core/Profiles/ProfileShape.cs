using Engagement.Privacy;
using Engagement.Star;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Profiles;

/// <summary>The keys of a profile file: the one table from which the file is read and its JSON Schema written.</summary>
internal static class ProfileShape
{
    public const string KeyPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    /// <summary>The formats that the library's own renderers write; a test holds it to theirs.</summary>
    public static readonly IReadOnlyList<string> Formats = ["html", "text", "markdown", "json", "csv", "atom", "fragment"];


    public static readonly NumberShape Valence = new("a number from -4 (worst) to 4 (best)", -4, 4, whole: false);
    public static readonly NumberShape Severity = new("a whole number from 1 (talk about a subject) to 5 (somebody may come to harm now)", 1, 5, whole: true);
    public static readonly NumberShape Strength = new("a number above 0, up to 100; 1 is a typical rule", 0.001, 100, whole: false);
    public static readonly NumberShape Version = new("the version of the file format, 1", TrustProfile.FormatVersion, TrustProfile.FormatVersion, whole: true);
    public static readonly NumberShape RetainDays = new("a whole number of days from 1 to 36500", 1, 36_500, whole: true);

    private static readonly TextShape Key = new("a key of lower-case letters, digits and hyphens", KeyPattern);
    private static readonly TextShape RuleKey = new("the id of a rule, without white space", "^\\S+$");
    private static readonly TextShape Name = new("a name");
    private static readonly TextShape QueryText = new("a Boolean query");
    private static readonly TextShape Hashtag = new("a hashtag", "^[#＃]?[^\\s#＃]+$");
    private static readonly TextShape Date = new("a date such as 2026-11-09", DatePattern);
    private static readonly TextShape Zone = new("an IANA time zone such as Europe/London");
    private static readonly ListShape<Field<string>> Names = new("a list of other names people use", new TextShape("a name people use"));
    private static readonly ListShape<Field<string>> Hashtags = new("a list of hashtags of its own", Hashtag);
    private static readonly ListShape<Field<string>> QueryTexts = new("a list of Boolean queries that find mentions of it", QueryText);

    private static readonly WordShape<Platform> PlatformWord = new("a platform",
        ("other", Platform.Other), ("x", Platform.X), ("mastodon", Platform.Mastodon), ("bluesky", Platform.Bluesky), ("facebook", Platform.Facebook),
        ("instagram", Platform.Instagram), ("linkedIn", Platform.LinkedIn), ("youTube", Platform.YouTube), ("reddit", Platform.Reddit),
        ("tikTok", Platform.TikTok), ("threads", Platform.Threads), ("careOpinion", Platform.CareOpinion), ("nhsUk", Platform.NhsUk),
        ("news", Platform.News), ("web", Platform.Web), ("survey", Platform.Survey));

    private static readonly WordShape<StarPoint> PointWord = new("a point of the star",
        ("leadership", StarPoint.Leadership), ("involvement", StarPoint.Involvement), ("healthy_safe", StarPoint.HealthyAndSafe),
        ("role_counts", StarPoint.RoleCounts), ("development", StarPoint.Development));

    private static readonly WordShape<RedactionKind> RedactionWord = new("a kind of redaction",
        ("nhs_number", RedactionKind.NhsNumber), ("phone", RedactionKind.Phone), ("email", RedactionKind.Email), ("postcode", RedactionKind.Postcode),
        ("date_of_birth", RedactionKind.DateOfBirth), ("hospital_number", RedactionKind.HospitalNumber), ("address", RedactionKind.Address),
        ("card_number", RedactionKind.CardNumber), ("bank_account", RedactionKind.BankAccount), ("patient_name", RedactionKind.PatientName),
        ("staff_name", RedactionKind.StaffName));

    private static readonly ObjectShape<AccountDraft> Account = new ObjectShape<AccountDraft>("an account: platform and handle")
        .Required("platform", PlatformWord, (draft, value) => draft.Platform = value)
        .Required("handle", new TextShape("a handle; on Mastodon name@host, for a news site its domain", "^@?\\S+$"), (draft, value) => draft.Handle = value);

    private static readonly ListShape<AccountDraft> Accounts = new("a list of accounts it speaks with", Account);

    private static readonly ObjectShape<QueryDraft> Query = new ObjectShape<QueryDraft>("a standing query: id, name, query")
        .Required("id", Key, (draft, value) => draft.Id = value)
        .Required("name", Name, (draft, value) => draft.Name = value)
        .Required("query", QueryText, (draft, value) => draft.Query = value);

    private static readonly ObjectShape<CampaignDraft> Campaign = new ObjectShape<CampaignDraft>("a campaign: id, name, hashtag, start, end")
        .Required("id", Key, (draft, value) => draft.Id = value)
        .Required("name", Name, (draft, value) => draft.Name = value)
        .Required("hashtag", Hashtag, (draft, value) => draft.Hashtag = value)
        .Optional("start", new TextShape("the first day, such as 2026-11-09", DatePattern), (draft, value) => draft.Start = value)
        .Optional("end", new TextShape("the day after the last, such as 2026-11-16", DatePattern), (draft, value) => draft.End = value);

    private static readonly ObjectShape<CampaignDraft> Chat = new ObjectShape<CampaignDraft>("a chat: id, name, hashtag")
        .Required("id", Key, (draft, value) => draft.Id = value)
        .Required("name", Name, (draft, value) => draft.Name = value)
        .Required("hashtag", Hashtag, (draft, value) => draft.Hashtag = value);

    private static readonly ObjectShape<TrustDraft> Trust = Named(new ObjectShape<TrustDraft>("the trust: at least id, name and timeZone"))
        .Optional("odsCode", new TextShape("an ODS code of 3 to 9 capital letters and digits, such as RR8", "^[A-Z0-9]{3,9}$"), (draft, value) => draft.OdsCode = value)
        .Required("timeZone", Zone, (draft, value) => draft.TimeZone = value)
        .Optional("joinsHyphens", new FlagShape("true to have follow-up in a query find followup too, otherwise false"), (draft, value) => draft.JoinsHyphens = value);

    private static readonly ObjectShape<SiteDraft> Site = Named(new ObjectShape<SiteDraft>("a site: at least id and name"));

    private static readonly ObjectShape<TeamDraft> Team = Named(new ObjectShape<TeamDraft>("a team: at least id and name"))
        .Optional("kind", new TextShape("what the team is: ward, department, service, team"), (draft, value) => draft.Kind = value)
        .Optional("site", new TextShape("the id of the site it works at", KeyPattern), (draft, value) => draft.Site = value)
        .Optional("parent", new TextShape("the id of the team it is part of", KeyPattern), (draft, value) => draft.Parent = value);

    private static readonly ObjectShape<PersonDraft> Person = new ObjectShape<PersonDraft>("a person: at least id and name")
        .Required("id", Key, (draft, value) => draft.Id = value)
        .Required("name", new TextShape("a full name"), (draft, value) => draft.Name = value)
        .Optional("team", new TextShape("the id of a team", KeyPattern), (draft, value) => draft.Team = value)
        .Optional("role", new TextShape("what the person does"), (draft, value) => draft.Role = value)
        .Optional("isLeader", new FlagShape("true for a manager or director, otherwise false"), (draft, value) => draft.IsLeader = value)
        .Optional("accounts", Accounts, (draft, value) => draft.Accounts = value);

    private static readonly WordShape<IsoDayOfWeek> DayWord = new("a day of the week",
        ("monday", IsoDayOfWeek.Monday), ("tuesday", IsoDayOfWeek.Tuesday), ("wednesday", IsoDayOfWeek.Wednesday), ("thursday", IsoDayOfWeek.Thursday),
        ("friday", IsoDayOfWeek.Friday), ("saturday", IsoDayOfWeek.Saturday), ("sunday", IsoDayOfWeek.Sunday));

    private static readonly ObjectShape<QuietHoursDraft> QuietHours = new ObjectShape<QuietHoursDraft>("when no digest is sent: from and to, days, or both")
        .Optional("from", new TextShape("a time of day such as 19:30", TimePattern), (draft, value) => draft.From = value)
        .Optional("to", new TextShape("a time of day such as 07:00, on the next day when it is before from", TimePattern), (draft, value) => draft.To = value)
        .Optional("days", new ListShape<Field<IsoDayOfWeek>>("a list of days that are quiet as a whole", DayWord), (draft, value) => draft.Days = value);

    private static readonly ObjectShape<AudienceDraft> Audience = new ObjectShape<AudienceDraft>("an audience: at least id and scope")
        .Required("id", Key, (draft, value) => draft.Id = value)
        .Required("scope", new WordShape<AudienceScope>("whom the digest is for",
            ("trust", AudienceScope.Trust), ("team", AudienceScope.Team), ("person", AudienceScope.Person)), (draft, value) => draft.Scope = value)
        .Optional("team", new TextShape("the id of a team", KeyPattern), (draft, value) => draft.Team = value)
        .Optional("person", new TextShape("the id of a person", KeyPattern), (draft, value) => draft.Person = value)
        .Optional("frequency", new WordShape<DigestFrequency>("how often",
            ("day", DigestFrequency.Day), ("week", DigestFrequency.Week), ("month", DigestFrequency.Month)), (draft, value) => draft.Frequency = value)
        .Optional("firstDayOfWeek", DayWord, (draft, value) => draft.FirstDayOfWeek = value)
        .Optional("timeZone", Zone, (draft, value) => draft.TimeZone = value)
        .Optional("sendAt", new TextShape("the time of day from which a digest is sent, such as 08:00", TimePattern), (draft, value) => draft.SendAt = value)
        .Optional("quietHours", QuietHours, (draft, value) => draft.QuietHours = value)
        .Optional("tone", new WordShape<DigestTone>("how the digest speaks",
            ("balanced", DigestTone.Balanced), ("celebrate", DigestTone.Celebrate), ("improve", DigestTone.Improve)), (draft, value) => draft.Tone = value)
        .Optional("sendWhenEmpty", new FlagShape("true to send a digest of nothing, otherwise false"), (draft, value) => draft.SendWhenEmpty = value)
        .Optional("approval", new WordShape<ApprovalPolicy>("what waits for approval",
            ("showAll", ApprovalPolicy.ShowAll), ("holdNegative", ApprovalPolicy.HoldNegative), ("holdNamedPeople", ApprovalPolicy.HoldNamedPeople),
            ("holdAll", ApprovalPolicy.HoldAll)), (draft, value) => draft.Approval = value)
        .Optional("sections", new ListShape<Field<string>>("a list of sections wanted", Words("a section", DigestSections.All)), (draft, value) => draft.Sections = value)
        .Optional("formats", new ListShape<Field<string>>("a list of formats wanted", Words("a format", Formats)), (draft, value) => draft.Formats = value)
        .Optional("rankAuthors", new FlagShape("true to list authors by number of mentions, otherwise false"), (draft, value) => draft.RankAuthors = value);

    private static readonly ObjectShape<LexiconDraft> Lexicon = new ObjectShape<LexiconDraft>("words and masks of the trust's own")
        .Optional("entries", new ListShape<LexiconEntryDraft>("a list of entries", new ObjectShape<LexiconEntryDraft>("an entry: text and valence")
            .Required("text", new TextShape("a word, phrase, emoji or emoticon"), (draft, value) => draft.Text = value)
            .Required("valence", Valence, (draft, value) => draft.Valence = value)), (draft, value) => draft.Entries = value)
        .Optional("masks", new ListShape<Field<string>>("a list of phrases that carry no feeling",
            new TextOrObjectShape("a phrase that carries no feeling", new TextShape("a phrase that carries no feeling"))), (draft, value) => draft.Masks = value);

    private static readonly ObjectShape<StarDraft> Star = new ObjectShape<StarDraft>("display names, extra and switched-off rules of the star")
        .Optional("names", StarNames(), (draft, value) => draft.Names = value)
        .Optional("rules", new ListShape<StarRuleDraft>("a list of rules", new ObjectShape<StarRuleDraft>("a rule: id, point, direction, query")
            .Required("id", RuleKey, (draft, value) => draft.Id = value)
            .Required("point", PointWord, (draft, value) => draft.Point = value)
            .Required("direction", new WordShape<StarDirection?>("a direction",
                ("+", StarDirection.Strengthens), ("-", StarDirection.Weakens), ("follow", null)), (draft, value) => draft.Direction = value)
            .Required("query", QueryText, (draft, value) => draft.Query = value)
            .Optional("strength", Strength, (draft, value) => draft.Strength = value)
            .Optional("scope", new WordShape<StarRuleScope>("how much of a text the rule looks at",
                ("clause", StarRuleScope.Clause), ("text", StarRuleScope.Text)), (draft, value) => draft.Scope = value)), (draft, value) => draft.Rules = value)
        .Optional("disabledRules", new ListShape<Field<string>>("a list of ids of shipped rules", RuleKey), (draft, value) => draft.DisabledRules = value);

    private static readonly ObjectShape<TriageDraft> Triage = new ObjectShape<TriageDraft>("extra and switched-off rules of triage")
        .Optional("rules", new ListShape<TriageRuleDraft>("a list of rules", new ObjectShape<TriageRuleDraft>("a rule: id, kind, severity, query")
            .Required("id", RuleKey, (draft, value) => draft.Id = value)
            .Required("kind", new WordShape<UrgencyKind>("a kind of urgency",
                ("threat", UrgencyKind.Threat), ("self_harm", UrgencyKind.SelfHarm), ("safeguarding", UrgencyKind.Safeguarding),
                ("patient_safety", UrgencyKind.PatientSafety), ("data_breach", UrgencyKind.DataBreach), ("press_legal", UrgencyKind.PressLegal),
                ("discrimination", UrgencyKind.Discrimination)), (draft, value) => draft.Kind = value)
            .Required("severity", Severity, (draft, value) => draft.Severity = value)
            .Required("query", QueryText, (draft, value) => draft.Query = value)), (draft, value) => draft.Rules = value)
        .Optional("disabledRules", new ListShape<Field<string>>("a list of ids of shipped rules", RuleKey), (draft, value) => draft.DisabledRules = value);

    private static readonly ObjectShape<NoticesDraft> Notices = new ObjectShape<NoticesDraft>("extra and switched-off rules of what is an advert or announcement")
        .Optional("rules", new ListShape<NoticeRuleDraft>("a list of rules", new ObjectShape<NoticeRuleDraft>("a rule: id, kind, query")
            .Required("id", RuleKey, (draft, value) => draft.Id = value)
            .Required("kind", new WordShape<NoticeKind>("a kind of notice",
                ("job_advert", NoticeKind.JobAdvert), ("event", NoticeKind.Event)), (draft, value) => draft.Kind = value)
            .Required("query", QueryText, (draft, value) => draft.Query = value)), (draft, value) => draft.Rules = value)
        .Optional("disabledRules", new ListShape<Field<string>>("a list of ids of shipped rules", RuleKey), (draft, value) => draft.DisabledRules = value);

    private static readonly ObjectShape<PrivacyDraft> Privacy = new ObjectShape<PrivacyDraft>("what is redacted and how long mentions are kept")
        .Optional("keep", new ListShape<Field<RedactionKind>>("a list of kinds that are not redacted", RedactionWord), (draft, value) => draft.Keep = value)
        .Optional("publicPhones", new ListShape<Field<string>>("a list of telephone numbers the trust makes public",
            new TextShape("a telephone number")), (draft, value) => draft.PublicPhones = value)
        .Optional("publicEmails", new ListShape<Field<string>>("a list of e-mail addresses the trust makes public",
            new TextShape("an e-mail address, or a domain as @example.nhs.uk", "^\\S*@\\S+$")), (draft, value) => draft.PublicEmails = value)
        .Optional("retainDays", RetainDays, (draft, value) => draft.RetainDays = value);

    public static readonly ObjectShape<ProfileDraft> Profile = new ObjectShape<ProfileDraft>("a profile: at least version and trust")
        .Optional("$schema", new TextShape("the address of the JSON Schema, for editors"), (_, _) => { })
        .Required("version", Version, (draft, value) => draft.Version = value)
        .Required("trust", Trust, (draft, value) => draft.Trust = value)
        .Optional("sites", new ListShape<SiteDraft>("a list of sites", Site), (draft, value) => draft.Sites = value)
        .Optional("teams", new ListShape<TeamDraft>("a list of teams", Team), (draft, value) => draft.Teams = value)
        .Optional("people", new ListShape<PersonDraft>("a list of people", Person), (draft, value) => draft.People = value)
        .Optional("queries", new ListShape<QueryDraft>("a list of standing queries", Query), (draft, value) => draft.Queries = value)
        .Optional("campaigns", new ListShape<CampaignDraft>("a list of campaigns", Campaign), (draft, value) => draft.Campaigns = value)
        .Optional("chats", new ListShape<CampaignDraft>("a list of chats", Chat), (draft, value) => draft.Chats = value)
        .Optional("press", new ListShape<AccountDraft>("a list of accounts of the press", Account), (draft, value) => draft.Press = value)
        .Optional("audiences", new ListShape<AudienceDraft>("a list of audiences", Audience), (draft, value) => draft.Audiences = value)
        .Optional("lexicon", Lexicon, (draft, value) => draft.Lexicon = value)
        .Optional("star", Star, (draft, value) => draft.Star = value)
        .Optional("triage", Triage, (draft, value) => draft.Triage = value)
        .Optional("notices", Notices, (draft, value) => draft.Notices = value)
        .Optional("privacy", Privacy, (draft, value) => draft.Privacy = value);

    private static WordShape<string> Words(string what, IReadOnlyList<string> keys) => new("the key of " + what, [.. keys.Select(key => (key, key))]);

    private static ObjectShape<T> Named<T>(ObjectShape<T> shape)
        where T : NamedDraft, new() => shape
        .Required("id", Key, (draft, value) => draft.Id = value)
        .Required("name", Name, (draft, value) => draft.Name = value)
        .Optional("aliases", Names, (draft, value) => draft.Aliases = value)
        .Optional("accounts", Accounts, (draft, value) => draft.Accounts = value)
        .Optional("hashtags", Hashtags, (draft, value) => draft.Hashtags = value)
        .Optional("queries", QueryTexts, (draft, value) => draft.Queries = value);

    private static ObjectShape<StarNamesDraft> StarNames()
    {
        var name = new TextShape("the name shown for this point");
        var shape = new ObjectShape<StarNamesDraft>("display names by point");
        foreach (var (word, point) in PointWord.Words) shape.Optional(word, name, (draft, value) => draft.ByPoint[point] = value.Value);
        return shape;
    }
}

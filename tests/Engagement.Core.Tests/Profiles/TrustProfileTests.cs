using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Star;
using NodaTime;

namespace Engagement.Profiles;

public sealed class TrustProfileTests
{
    [Fact]
    public void The_smallest_profile_is_a_version_and_a_trust_and_gets_a_weekly_digest()
    {
        var profile = TrustProfile.Parse("""{ "version": 1, "trust": { "id": "t", "name": "T", "timeZone": "Europe/London" } }""").GetValueOrThrow();

        profile.Trust.Id.Should().Be("t");
        profile.Zone.Id.Should().Be("Europe/London");
        profile.Audiences.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Scope = AudienceScope.Trust, Frequency = DigestFrequency.Week });
        profile.Privacy.Should().BeSameAs(profile.Privacy);
        profile.Privacy.Keep.Should().BeEmpty();
        profile.Retention.Days.Should().BeNull();
    }

    [Fact]
    public void Comments_trailing_commas_a_byte_order_mark_nulls_and_a_schema_reference_are_allowed()
    {
        const string Json = """
            // our profile
            {
              "$schema": "profile.schema.json",
              "version": 1, /* first */
              "trust": { "id": "t", "name": "T", "odsCode": null, "timeZone": "Europe/London", },
              "teams": null,
            }
            """;

        TrustProfile.Parse('\uFEFF' + Json).Faults.Should().BeEmpty();
    }

    [Fact]
    public void Every_key_arrives_where_it_belongs()
    {
        const string Json = """
            {
              "version": 1,
              "trust": {
                "id": "t", "name": "Trust", "odsCode": "RR8", "timeZone": "Europe/London", "aliases": ["The T"],
                "accounts": [{ "platform": "x", "handle": "@TrustNHS" }], "hashtags": ["#TeamT"]
              },
              "sites": [{ "id": "s", "name": "Site" }],
              "teams": [
                { "id": "a", "name": "A", "kind": "ward", "site": "s" },
                { "id": "b", "name": "B", "parent": "a", "accounts": [{ "platform": "careOpinion", "handle": "b" }] }
              ],
              "people": [{ "id": "p", "name": "Ann Lee", "team": "b", "role": "Nurse", "isLeader": true }],
              "campaigns": [{ "id": "c", "name": "C", "hashtag": "#c", "start": "2026-11-09", "end": "2026-11-16" }],
              "chats": [{ "id": "d", "name": "D", "hashtag": "d" }],
              "press": [{ "platform": "news", "handle": "gazette.example" }],
              "audiences": [{
                "id": "w", "scope": "team", "team": "a", "frequency": "Month", "firstDayOfWeek": "sunday", "timeZone": "Europe/Paris",
                "sendWhenEmpty": true, "approval": "holdNegative", "sections": ["praise"], "formats": ["json"], "rankAuthors": true
              }],
              "lexicon": { "entries": [{ "text": "grand", "valence": 2.5 }], "masks": ["Sick Children's", { "text": "Pain Clinic" }] },
              "star": { "names": { "healthy_safe": "Well at work" }, "disabledRules": ["lead-listens"] },
              "triage": { "disabledRules": ["sh-kill"] },
              "notices": { "rules": [{ "id": "choir", "kind": "event", "query": "choir" }], "disabledRules": ["job-hiring"] },
              "privacy": { "keep": ["postcode"], "publicPhones": ["0113 496 0000"], "publicEmails": ["@t.example"], "retainDays": 90 }
            }
            """;

        var profile = TrustProfile.Parse(Json).GetValueOrThrow();

        profile.Trust.OdsCode.Should().Be("RR8");
        profile.Trust.Aliases.Should().Equal("The T");
        profile.Trust.Accounts.Should().Equal(new Account(Platform.X, "TrustNHS"));
        profile.Trust.Hashtags.Should().Equal("TeamT");
        profile.Sites.Should().ContainSingle().Which.Name.Should().Be("Site");
        profile.Teams.Select(team => (team.Id, team.Kind, team.Site, team.Parent)).Should().Equal(("a", "ward", "s", null), ("b", "team", null, "a"));
        profile.People.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "Ann Lee", Team = "b", Role = "Nurse", IsLeader = true });
        profile.Campaigns.Should().Equal(new Campaign("c", "C", "c", new LocalDate(2026, 11, 9), new LocalDate(2026, 11, 16)));
        profile.Chats.Should().Equal(new Chat("d", "D", "d"));
        profile.Press.Should().Equal(new Account(Platform.News, "gazette.example"));
        profile.Audiences.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Id = "w",
            Scope = AudienceScope.Team,
            Of = "a",
            Frequency = DigestFrequency.Month,
            FirstDayOfWeek = IsoDayOfWeek.Sunday,
            SendWhenEmpty = true,
            Approval = ApprovalPolicy.HoldNegative,
            RankAuthors = true,
        });
        profile.Audiences[0].Zone!.Id.Should().Be("Europe/Paris");
        profile.Audiences[0].Sections.Should().Equal("praise");
        profile.Audiences[0].Formats.Should().Equal("json");
        profile.Lexicon.Entries.Should().ContainSingle().Which.Valence.Should().Be(2.5);
        profile.Lexicon.Masks.Should().Equal("Sick Children's", "Pain Clinic");
        profile.Star.Names.Should().ContainKey(StarPoint.HealthyAndSafe).WhoseValue.Should().Be("Well at work");
        profile.Star.DisabledRules.Should().Equal("lead-listens");
        profile.Triage.DisabledRules.Should().Equal("sh-kill");
        profile.Notices.DisabledRules.Should().Equal("job-hiring");
        profile.Notices.Rules.Should().ContainSingle().Which.Kind.Should().Be(Triage.NoticeKind.Event);
        profile.Privacy.Keep.Should().Equal(RedactionKind.Postcode);
        profile.Privacy.PublicPhones.Should().Equal("0113 496 0000");
        profile.Privacy.PublicEmails.Should().Equal("@t.example");
        profile.Retention.Days.Should().Be(90);
    }

    [Fact]
    public void Queries_and_rules_are_parsed_in_the_zone_of_the_trust()
    {
        const string Json = """
            {
              "version": 1,
              "trust": { "id": "t", "name": "T", "timeZone": "America/New_York" },
              "queries": [{ "id": "q", "name": "Q", "query": "ward since:2026-11-01" }],
              "star": { "rules": [
                { "id": "heard", "point": "involvement", "direction": "follow", "query": "listen*" },
                { "id": "unheard", "point": "leadership", "direction": "-", "query": "\"never listen\"", "strength": 2.5, "scope": "text" }
              ] },
              "triage": { "rules": [{ "id": "gone", "kind": "data_breach", "severity": 4, "query": "\"lost my notes\"" }] }
            }
            """;

        var profile = TrustProfile.Parse(Json).GetValueOrThrow();

        profile.Queries.Should().ContainSingle().Which.Query.Zone.Id.Should().Be("America/New_York");
        profile.Star.Rules.Select(rule => (rule.Id, rule.Point, rule.Direction, rule.Strength, rule.Scope)).Should().Equal(
            ("heard", StarPoint.Involvement, null, 1, StarRuleScope.Clause), ("unheard", StarPoint.Leadership, StarDirection.Weakens, 2.5, StarRuleScope.Text));
        profile.Triage.Rules.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "gone", Kind = Triage.UrgencyKind.DataBreach, Severity = 4 });
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", \"joinsHyphens\": false", false)]
    [InlineData(", \"joinsHyphens\": true", true)]
    public void A_trust_may_have_its_hyphenated_words_found_without_the_hyphen(string key, bool joins)
    {
        var profile = TrustProfile.Parse($$"""
            {
              "version": 1,
              "trust": { "id": "t", "name": "T", "timeZone": "Europe/London"{{key}} },
              "teams": [{ "id": "clinic", "name": "Clinic Nine", "queries": ["walk-in"] }],
              "queries": [{ "id": "q", "name": "Q", "query": "follow-up" }]
            }
            """).GetValueOrThrow();

        profile.QueryOptions.Should().Be(Engagement.Queries.QueryOptions.Default with { Zone = profile.Zone, JoinsHyphens = joins });
        profile.Queries[0].Query.Matches(MentionParser.Default.Parse("my followup")).Should().Be(joins);
        var feedback = FeedbackReader.Create(profile).Read(new Mention { Id = "1", Text = "the walkin has no followup" });
        feedback.Routing.Routes.Any(route => route.Id == "clinic").Should().Be(joins, "queries of teams are read alike");
    }

    [Fact]
    public void One_alias_may_stand_for_teams_of_different_sites()
    {
        var json = TrustProfileFaultTests.FileOf("""
            "sites": [{ "id": "a", "name": "A" }, { "id": "b", "name": "B" }],
            "teams": [{ "id": "a7", "name": "Ward 7", "site": "a" }, { "id": "b7", "name": "Ward Seven", "site": "b" }]
            """);

        TrustProfile.Parse(json).Faults.Should().BeEmpty();
    }

    [Fact]
    public void An_audience_says_when_and_how_it_wants_its_digest()
    {
        var json = TrustProfileFaultTests.FileOf("""
            "audiences": [
              { "id": "board", "scope": "trust", "frequency": "month", "sendAt": "07:30", "tone": "improve", "quietHours": { "from": "19:00", "to": "07:00", "days": ["sunday", "saturday"] } },
              { "id": "newsletter", "scope": "trust", "tone": "celebrate", "quietHours": { "days": ["sunday"] } },
              { "id": "plain", "scope": "trust" }
            ]
            """);

        var audiences = TrustProfile.Parse(json).GetValueOrThrow().Audiences;

        audiences[0].SendAt.Should().Be(new LocalTime(7, 30));
        audiences[0].Tone.Should().Be(DigestTone.Improve);
        audiences[0].Quiet.Should().BeEquivalentTo(new QuietHours(new LocalTime(19, 0), new LocalTime(7, 0), [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]));
        audiences[1].Quiet!.Hold(new LocalDateTime(2026, 11, 15, 12, 0)).Should().BeTrue("a Sunday");
        audiences[1].Quiet!.Hold(new LocalDateTime(2026, 11, 16, 0, 0)).Should().BeFalse("a Monday");
        audiences[2].Should().BeEquivalentTo(new { SendAt = new LocalTime(8, 0), Quiet = (QuietHours?)null, Tone = DigestTone.Balanced });
    }

    [Fact]
    public void The_formats_that_a_profile_may_name_are_those_that_can_be_rendered() => ProfileShape.Formats.Should().Equal(DigestRenderer.Formats);

    [Fact]
    public void The_schema_file_in_the_repository_is_up_to_date()
    {
        var file = Architecture.Repository.PathOf("src", "Engagement.Core", "Profiles", "profile.schema.json");
        if (Environment.GetEnvironmentVariable("ENGAGEMENT_APPROVE") == "1") File.WriteAllText(file, TrustProfileSchema.Json);

        File.ReadAllText(file).Should().Be(TrustProfileSchema.Json, "ENGAGEMENT_APPROVE=1 rewrites it");
    }
}

using System.Globalization;

namespace Engagement.Profiles;

public sealed class TrustProfileFaultTests
{
    // What each row takes the place of: TRUST, then the members that follow it.
    private const string Trust = """{"id":"t","name":"Test Trust","timeZone":"Europe/London"}""";

    public static TheoryData<string, string, string, string> Faults => new()
    {
        // file, path, part of found, part of expected
        { "", "$", "an empty file", "a profile" },
        { "[]", "$", "a list", "a profile" },
        { "{}", "$.version", "nothing", "the version of the file format, 1" },
        { $$"""{"version":2,"trust":{{Trust}} }""", "$.version", "2", "the version of the file format, 1" },
        { $$"""{"version":"1","trust":{{Trust}} }""", "$.version", "\"1\"", "the version of the file format, 1" },
        { """{"version":1,"trust":"Leeds"}""", "$.trust", "\"Leeds\"", "the trust: at least id, name and timeZone" },
        { """{"version":1,"trust":{"id":"t","name":"T"}}""", "$.trust.timeZone", "nothing", "an IANA time zone" },
        { """{"version":1,"trust":{"id":"t","name":"T","timeZone":"Europe/Londn"}}""", "$.trust.timeZone", "\"Europe/Londn\"", "did you mean \"Europe/London\"?" },
        { """{"version":1,"trust":{"id":"t","name":"T","timeZone":"Europe/London","joinsHyphens":"yes"}}""", "$.trust.joinsHyphens", "\"yes\"", "true to have follow-up in a query find followup too, otherwise false" },
        { """{"version":1,"trust":{"id":"t","name":"T","timeZone":"Europe/London","odsCode":"rr8"}}""", "$.trust.odsCode", "\"rr8\"", "such as RR8" },
        { """{"version":1,"trust":{"id":"T 1","name":"T","timeZone":"Europe/London"}}""", "$.trust.id", "\"T 1\"", "lower-case letters, digits and hyphens" },
        { """{"version":1,"trust":{"id":"","name":"T","timeZone":"Europe/London"}}""", "$.trust.id", "\"\"", "a key" },
        { """{"version":1,"trust":{"id":"t","name":"!!","timeZone":"Europe/London"}}""", "$.trust.name", "\"!!\"", "at least one word" },
        { """{"version":1,"trust":{"id":"t","id":"t","name":"T","timeZone":"Europe/London"}}""", "$.trust.id", "again", "each key once" },
        { """{"version":1,"trust":{"id":"t","name":"T","timeZone":"Europe/London","hashtags":["two words"]}}""", "$.trust.hashtags[0]", "two words", "a hashtag" },
        { """{"version":1,"trust":{"id":"t","name":"T","timeZone":"Europe/London","aliases":["a",1]}}""", "$.trust.aliases[1]", "1", "a name people use" },
        { """{"version":1,"trust":{"id":"t","name":"\ud800","timeZone":"Europe/London"}}""", "$.trust.name", "broken \\u escape", "a name" },
        { FileOf("\"team\":[]"), "$.team", "the unknown key \"team\"", "did you mean \"teams\"?" },
        { FileOf("\"odd key.\":1"), "$['odd key.']", "the unknown key", "only the keys" },
        { FileOf("\"teams\":[{\"id\":\"a\",\"nmae\":\"A\"}]"), "$.teams[0].nmae", "the unknown key \"nmae\"", "did you mean \"name\"?" },
        { FileOf("\"teams\":[{\"id\":\"a\",\"name\":\"A\",\"site\":\"hgh\"}]"), "$.teams[0].site", "\"hgh\"", "the id of a site of this profile" },
        { FileOf("\"teams\":[{\"id\":\"ward-7\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\",\"parent\":\"ward7\"}]"), "$.teams[1].parent", "\"ward7\"", "did you mean \"ward-7\"?" },
        { FileOf("\"teams\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"B\"}]"), "$.teams[1].id", "\"a\"", "an id that no other team has; $.teams[0].id has it" },
        { FileOf("\"teams\":[{\"id\":\"a\",\"name\":\"A\",\"parent\":\"a\"}]"), "$.teams[0].parent", "\"a\"", "without a cycle: a → a" },
        { FileOf("\"teams\":[{\"id\":\"a\",\"name\":\"A\",\"parent\":\"c\"},{\"id\":\"b\",\"name\":\"B\",\"parent\":\"a\"},{\"id\":\"c\",\"name\":\"C\",\"parent\":\"b\"}]"), "$.teams[0].parent", "\"c\"", "without a cycle: a → c → b → a" },
        { FileOf("\"teams\":[{\"id\":\"a\",\"name\":\"Ward 7\"},{\"id\":\"b\",\"name\":\"B\",\"aliases\":[\"the ward seven\"]}]"), "$.teams[1].aliases[0]", "the ward seven", "an alias that no other team of its site has; $.teams[0].name means the same" },
        { FileOf("\"people\":[{\"id\":\"p\",\"name\":\"Ann Lee\",\"team\":\"x\"}]"), "$.people[0].team", "\"x\"", "the id of a team of this profile" },
        { FileOf("\"people\":[{\"id\":\"p\",\"name\":\"Ann Lee\",\"isLeader\":\"yes\"}]"), "$.people[0].isLeader", "\"yes\"", "true for a manager" },
        { FileOf("\"people\":[{\"id\":\"p\",\"name\":\"Ann Lee\",\"accounts\":[{\"platform\":\"twiter\",\"handle\":\"a\"}]}]"), "$.people[0].accounts[0].platform", "\"twiter\"", "one of other, x," },
        { FileOf("\"press\":[{\"platform\":\"mastodn\",\"handle\":\"a\"}]"), "$.press[0].platform", "\"mastodn\"", "did you mean \"mastodon\"?" },
        { FileOf("\"press\":[{\"platform\":\"x\",\"handle\":\"@\"}]"), "$.press[0].handle", "\"@\"", "a handle without white space" },
        { FileOf("\"campaigns\":[{\"id\":\"c\",\"name\":\"C\",\"hashtag\":\"c\",\"start\":\"2026-02-30\"}]"), "$.campaigns[0].start", "\"2026-02-30\"", "a date of the calendar" },
        { FileOf("\"campaigns\":[{\"id\":\"c\",\"name\":\"C\",\"hashtag\":\"c\",\"start\":\"2026-11-09\",\"end\":\"2026-11-09\"}]"), "$.campaigns[0].end", "\"2026-11-09\"", "a day after the start" },
        { FileOf("\"campaigns\":[{\"id\":\"c\",\"name\":\"C\",\"hashtag\":\"c\"}],\"chats\":[{\"id\":\"c\",\"name\":\"C\",\"hashtag\":\"c\"}]"), "$.chats[0].id", "\"c\"", "no other campaign or chat" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"ward\"}]"), "$.audiences[0].scope", "\"ward\"", "one of trust, team, person" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"team\"}]"), "$.audiences[0].team", "nothing", "the id of a team, since the scope is team" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"person\",\"person\":\"x\"}]"), "$.audiences[0].person", "\"x\"", "the id of a person of this profile" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"timeZone\":\"Mars/Olympus\"}]"), "$.audiences[0].timeZone", "\"Mars/Olympus\"", "an IANA time zone" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"sendAt\":\"8am\"}]"), "$.audiences[0].sendAt", "\"8am\"", "a time of day as hours:minutes, such as 08:00" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"tone\":\"cheerful\"}]"), "$.audiences[0].tone", "\"cheerful\"", "one of balanced, celebrate, improve" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"sections\":[\"praise\",\"lern\"]}]"), "$.audiences[0].sections[1]", "\"lern\"", "did you mean \"learn\"?" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"formats\":[\"pdf\"]}]"), "$.audiences[0].formats[0]", "\"pdf\"", "one of html, text," },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{\"from\":\"24:00\",\"to\":\"07:00\"}}]"), "$.audiences[0].quietHours.from", "\"24:00\"", "a time of day as hours:minutes" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{\"from\":\"19:00\"}}]"), "$.audiences[0].quietHours.to", "nothing", "when it ends, since it says when it begins" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{\"to\":\"07:00\"}}]"), "$.audiences[0].quietHours.from", "nothing", "when it begins, since it says when it ends" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{\"from\":\"07:00\",\"to\":\"07:00\"}}]"), "$.audiences[0].quietHours.to", "\"07:00\"", "another time than from" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{}}]"), "$.audiences[0].quietHours", "an object that names no time", "from and to, or days" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{\"days\":[\"sunday\",\"satturday\"]}}]"), "$.audiences[0].quietHours.days[1]", "\"satturday\"", "did you mean \"saturday\"?" },
        { FileOf("\"audiences\":[{\"id\":\"a\",\"scope\":\"trust\",\"quietHours\":{\"days\":[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\",\"saturday\",\"sunday\"]}}]"), "$.audiences[0].quietHours.days", "all seven days", "at least one day that is not quiet" },
        { FileOf("\"lexicon\":{\"entries\":[{\"text\":\"grand\",\"valence\":5}]}"), "$.lexicon.entries[0].valence", "5", "a number from -4 (worst) to 4 (best)" },
        { FileOf("\"lexicon\":{\"entries\":[{\"text\":\"grand\",\"valence\":1},{\"text\":\" Grand\",\"valence\":2}]}"), "$.lexicon.entries[1].text", "Grand", "a text that no other entry has" },
        { FileOf("\"lexicon\":{\"masks\":[\"Sick Children's\",{\"text\":\"sick  children's\"}]}"), "$.lexicon.masks[1].text", "sick", "a phrase that no other mask has" },
        { FileOf("\"star\":{\"rules\":[{\"id\":\"r\",\"point\":\"leader\",\"direction\":\"+\",\"query\":\"a\"}]}"), "$.star.rules[0].point", "\"leader\"", "one of leadership, involvement" },
        { FileOf("\"star\":{\"names\":{\"leadership\":\"\"}}"), "$.star.names.leadership", "\"\"", "the name shown" },
        { FileOf("\"triage\":{\"rules\":[{\"id\":\"r\",\"kind\":\"threats\",\"severity\":3,\"query\":\"a\"}]}"), "$.triage.rules[0].kind", "\"threats\"", "did you mean \"threat\"?" },
        { FileOf("\"queries\":[{\"id\":\"q\",\"name\":\"Q\",\"query\":\"ward AND (nurse OR\"}]"), "$.queries[0].query", "ward AND (nurse OR", "without errors: at character 10" },
        { FileOf("\"queries\":[{\"id\":\"q\",\"name\":\"Q\",\"query\":\"NOT ward\"}]"), "$.queries[0].query", "NOT ward", "at character 1," },
        { FileOf("\"teams\":[{\"id\":\"a\",\"name\":\"A\",\"queries\":[\"ward\",\"\\\"open\"]}]"), "$.teams[0].queries[1]", "open", "at character 1," },
        { FileOf("\"star\":{\"rules\":[{\"id\":\"r\",\"point\":\"leadership\",\"direction\":\"up\",\"query\":\"ward\",\"strength\":0}]}"), "$.star.rules[0].direction", "\"up\"", "one of +, -, follow" },
        { FileOf("\"star\":{\"rules\":[{\"id\":\"r\",\"point\":\"leadership\",\"direction\":\"+\",\"query\":\"ward\",\"strength\":0}]}"), "$.star.rules[0].strength", "0", "a number above 0" },
        { FileOf("\"triage\":{\"rules\":[{\"id\":\"r r\",\"kind\":\"threat\",\"severity\":6,\"query\":\"ward\"}]}"), "$.triage.rules[0].severity", "6", "a whole number from 1" },
        { FileOf("\"triage\":{\"rules\":[{\"id\":\"r r\",\"kind\":\"threat\",\"severity\":6,\"query\":\"ward\"}]}"), "$.triage.rules[0].id", "\"r r\"", "without white space" },
        { FileOf("\"notices\":{\"rules\":[{\"id\":\"r\",\"kind\":\"job\",\"query\":\"a\"}]}"), "$.notices.rules[0].kind", "\"job\"", "job_advert" },
        { FileOf("\"notices\":{\"rules\":[{\"id\":\"r\",\"kind\":\"event\",\"query\":\"(a\"}]}"), "$.notices.rules[0].query", "(a", "a Boolean query without errors" },
        { FileOf("\"notices\":{\"rules\":[{\"id\":\"r\",\"kind\":\"event\",\"query\":\"a\"},{\"id\":\"r\",\"kind\":\"event\",\"query\":\"b\"}]}"), "$.notices.rules[1].id", "\"r\"", "an id that no other notice rule has" },
        { FileOf("\"notices\":{\"disabledRules\":[\"job-hirin\"]}"), "$.notices.disabledRules[0]", "job-hirin", "the id of a shipped rule; did you mean \"job-hiring\"?" },
        { FileOf("\"triage\":{\"disabledRules\":[\"sh-kil\"]}"), "$.triage.disabledRules[0]", "sh-kil", "the id of a shipped rule; did you mean \"sh-kill\"?" },
        { FileOf("\"star\":{\"disabledRules\":[\"no-such-rule-at-all\"]}"), "$.star.disabledRules[0]", "no-such-rule", "the id of a shipped rule" },
        { FileOf("\"privacy\":{\"keep\":[\"post_code\"]}"), "$.privacy.keep[0]", "\"post_code\"", "did you mean \"postcode\"?" },
        { FileOf("\"privacy\":{\"retainDays\":0.5}"), "$.privacy.retainDays", "0.5", "a whole number of days" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Faults))]
    public void A_fault_is_reported_with_its_path_the_value_found_and_what_was_expected(string json, string path, string found, string expected)
    {
        var result = TrustProfile.Parse(json);

        result.Success.Should().BeFalse();
        result.Faults.Should().Contain(fault => fault.Path == path && fault.Found.Contains(found) && fault.Expected.Contains(expected),
            string.Join('\n', result.Faults).Replace("{", "{{").Replace("}", "}}"));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("{\n  \"version\": 1,\n  \"trust\" {}\n}", "line 3, column 11")]
    [InlineData("{\"version\": 1,", "line 1, column 14")]
    [InlineData("{\n\"näme\": \"é\" ?}", "line 2, column 13")]
    [InlineData("not json", "line 1, column 2")]
    [InlineData("{\"a\": 01}", "line 1, column 8")]
    public void Malformed_json_is_reported_with_line_and_column_in_characters(string json, string place)
    {
        var fault = TrustProfile.Parse(json).Faults.Should().ContainSingle().Subject;

        fault.Path.Should().Be("$");
        fault.Found.Should().EndWith(" at " + place);
        fault.Expected.Should().StartWith("JSON");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Six_faults_come_back_at_once_in_the_order_of_the_file_and_in_the_same_words_on_every_machine(string culture)
    {
        const string Json = """
            {
              "version": 1,
              "trust": { "id": "t", "name": "T", "timeZone": "Europe/Pariss", "odsCode": "rr8" },
              "teams": [
                { "id": "i", "name": "Ward 7", "parent": "nobody" },
                { "id": "II", "name": "B", "colour": "red" }
              ],
              "campaigns": [{ "id": "c", "name": "C", "hashtag": "c", "start": "1.11.2026" }],
              "lexicon": { "entries": [{ "text": "a", "valence": 4.5 }] }
            }
            """;

        var faults = InCulture(culture, () => TrustProfile.Parse(Json).Faults);

        faults.Select(fault => fault.ToString()).Should().Equal(
            "$.trust.timeZone: found \"Europe/Pariss\", expected an IANA time zone such as Europe/London; did you mean \"Europe/Paris\"?",
            "$.trust.odsCode: found \"rr8\", expected an ODS code of 3 to 9 capital letters and digits, such as RR8",
            "$.teams[0].parent: found \"nobody\", expected the id of a team of this profile",
            "$.teams[1].id: found \"II\", expected a key of lower-case letters, digits and hyphens, such as ward-7",
            "$.teams[1].colour: found the unknown key \"colour\", expected only the keys id, name, aliases, accounts, hashtags, queries, kind, site, parent",
            "$.campaigns[0].start: found \"1.11.2026\", expected a date of the calendar as year-month-day, such as 2026-11-09",
            "$.lexicon.entries[0].valence: found 4.5, expected a number from -4 (worst) to 4 (best)");
    }

    [Fact]
    public void A_very_long_value_is_shortened_in_the_fault()
    {
        var json = FileOf("").Replace("\"t\"", $"\"{new string('é', 5_000)}\"").Replace(",}", "}").Replace(", }", "}");

        TrustProfile.Parse(json).Faults.Should().ContainSingle().Which.Found.Length.Should().BeLessThan(80);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("‹D800›")]
    [InlineData("{\"version\":1,\"‹D800›\":2}")]
    [InlineData("{\"version\":1,\"\\udfff\":2,\"trust\":null}")]
    [InlineData("{\"version\":1e999,\"trust\":{}}")]
    [InlineData("\u0000")]
    [InlineData("/* only a comment */")]
    public void Hostile_text_gives_faults_and_never_an_exception(string json) =>
        TrustProfile.Parse(LoneSurrogates.In(json)).Faults.Should().NotBeEmpty();

    [Fact]
    public void A_hundred_thousand_brackets_are_a_fault_with_a_place() =>
        TrustProfile.Parse(new string('[', 100_000)).Faults.Should().ContainSingle().Which.Found.Should().Contain("line 1");

    [Fact]
    public void Twenty_thousand_teams_in_one_chain_and_cycle_are_checked_in_linear_time()
    {
        var teams = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"id":"t{{i}}","name":"Team x{{i}}","parent":"t{{(i + 1) % 20_000}}" }"""));

        var fault = TrustProfile.Parse(FileOf($"\"teams\":[{teams}]")).Faults.Should().ContainSingle().Subject;

        fault.Path.Should().Be("$.teams[0].parent");
        fault.Expected.Length.Should().BeLessThan(200);
    }

    [Fact]
    public void The_exception_of_a_faulty_profile_holds_every_fault_on_a_line_of_its_own()
    {
        var act = () => TrustProfile.Parse("{}").GetValueOrThrow();

        act.Should().Throw<FormatException>().WithMessage("$.version: found nothing, expected *\n$.trust: found nothing, expected *");
    }

    internal static string FileOf(string members) => $$"""{"version":1,"trust":{{Trust}},{{members}} }""";

    private static T InCulture<T>(string name, Func<T> read)
    {
        var before = CultureInfo.CurrentCulture;
        var beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            return read();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}

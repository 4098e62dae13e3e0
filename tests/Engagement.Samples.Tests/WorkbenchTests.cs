using System.Text.Json;

namespace Engagement.Samples;

/// <summary>Every verb in its fixed form.</summary>
public sealed class WorkbenchTests
{
    private static readonly string Profile = SampleProgram.PathOf("samples", "WeeklyDigest", "Sample", "profile.json");

    [Fact]
    public void Entities_have_kind_place_and_value_and_the_post_its_lengths()
    {
        var line = Single("Thanks @Ward7HGH 🎉 #TeamWard7 https://example.org/a", "entities", "--platform", "x", "--json");
        line.GetProperty("line").GetInt32().Should().Be(1);
        var entities = line.GetProperty("entities").EnumerateArray().Select(entity => (
            entity.GetProperty("kind").GetString(), entity.GetProperty("start").GetInt32(), entity.GetProperty("end").GetInt32(), entity.GetProperty("value").GetString()));
        entities.Should().Equal(("handle", 7, 16, "Ward7HGH"), ("emoji", 17, 19, "🎉"), ("hashtag", 20, 30, "TeamWard7"), ("link", 31, 52, "https://example.org/a"));
        var length = line.GetProperty("length");
        length.GetProperty("weighted").GetInt32().Should().Be(54, "31 characters up to the link, of which the emoji counts two, and 23 for the link");
        length.GetProperty("graphemes").GetInt32().Should().Be(51);
        length.GetProperty("utf8").GetInt32().Should().Be(54);
    }

    // The samples run without ICU, where the runtime composes nothing.
    [Fact]
    public void A_letter_and_its_accent_count_once_without_ICU() =>
        Single("Cafe\u0301", "entities", "--platform", "x", "--json").GetProperty("length").GetProperty("weighted").GetInt32().Should().Be(4);

    [Theory]
    [InlineData("codepoint", 19, 29)]
    [InlineData("utf8", 22, 32)]
    public void Offsets_come_in_the_unit_asked_for(string unit, int start, int end)
    {
        var line = Single("Thanks @Ward7HGH 🎉 #TeamWard7", "entities", "--platform", "x", "--json", "--offsets", unit);
        var hashtag = line.GetProperty("entities")[2];
        (hashtag.GetProperty("start").GetInt32(), hashtag.GetProperty("end").GetInt32()).Should().Be((start, end));
    }

    [Fact]
    public void Lint_says_what_a_query_means_and_offers_fixes()
    {
        var result = Single(null, "lint", "nurse OR doctor AND ward", "--json");
        result.GetProperty("query").GetString().Should().NotBeNullOrEmpty();
        result.GetProperty("description").GetString().Should().NotBeNullOrEmpty();
        var warning = result.GetProperty("diagnostics").EnumerateArray().Single(item => item.GetProperty("severity").GetString() == "warning");
        warning.GetProperty("fix").GetString().Should().Contain("(");
        warning.GetProperty("fixes").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void Match_names_the_queries_and_their_places_line_by_line()
    {
        var run = SampleProgram.Run("Workbench", ["match", "\"ward 7\" NOT parking", "--json", "--spans"], "Thank you Ward 7\nWard 7 parking\n");
        run.ExitCode.Should().Be(0, run.Error);
        run.OutputLines.Should().Equal(
            """{"line":1,"matches":[{"id":"1","spans":[[10,16]]}]}""",
            """{"line":2,"matches":[]}""");
    }

    [Fact]
    public void Match_reads_queries_from_a_file_with_and_without_ids()
    {
        using var folder = new TemporaryFolder();
        var queries = folder.Write("queries.txt", "nurs*\nmine\tward\n");
        Single("the nurses on the ward", "match", "--queries", queries, "--json").GetProperty("matches").EnumerateArray()
            .Select(match => match.GetProperty("id").GetString()).Should().Equal("1", "mine");
    }

    [Fact]
    public void Explain_shows_the_tree_and_why_not()
    {
        var line = Single("Lovely ward", "explain", "ward AND nurse", "--json");
        line.GetProperty("matched").GetBoolean().Should().BeFalse();
        line.GetProperty("tree").ValueKind.Should().Be(JsonValueKind.Object);
        line.GetRawText().Should().Contain("why");
    }

    [Fact]
    public void Sentiment_adds_up()
    {
        var line = Single("The staff were absolutely wonderful", "sentiment", "--json");
        line.GetProperty("label").GetString().Should().Be("positive");
        var probabilities = line.GetProperty("probabilities").EnumerateObject().Sum(probability => probability.Value.GetDouble());
        probabilities.Should().BeApproximately(1, 1e-9);
        var sum = line.GetProperty("baseline").GetDouble() + line.GetProperty("other").GetDouble()
            + line.GetProperty("evidence").EnumerateArray().Sum(item => item.GetProperty("contribution").GetDouble());
        sum.Should().BeApproximately(line.GetProperty("margin").GetDouble(), 1e-9);
    }

    [Fact]
    public void The_question_asked_counts()
    {
        Single("""{"t":"Nothing","q":"What could we do better?"}""", "sentiment", "--json", "--jsonl").GetProperty("label").GetString().Should().Be("positive");
        Single("Nothing", "sentiment", "--json", "--asked", "good").GetProperty("label").GetString().Should().NotBe("positive");
    }

    [Fact]
    public void Star_names_point_direction_and_words()
    {
        var line = Single("Huge thanks to the porters on Ward 7, you made my day", "star", "--json");
        var point = line.GetProperty("points").EnumerateArray().Single();
        point.GetProperty("point").GetString().Should().Be("role_counts");
        point.GetProperty("direction").GetString().Should().Be("+");
        point.GetProperty("spans").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public void Triage_tells_urgent_from_a_figure_of_speech()
    {
        Single("I am going to kill myself tonight", "triage", "--json").GetProperty("urgent").GetBoolean().Should().BeTrue();
        Single("I could murder a curry", "triage", "--json").GetProperty("urgent").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public void Redact_marks_the_gap_and_says_only_kind_and_place()
    {
        var line = Single("My NHS number is 943 476 5919", "redact", "--json");
        line.GetProperty("text").GetString().Should().Be("My NHS number is [NHS number]");
        line.GetProperty("redactions").GetArrayLength().Should().Be(1);
        line.GetRawText().Should().NotContain("5919");
    }

    [Fact]
    public void Read_takes_texts_and_mentions_alike()
    {
        var run = SampleProgram.Run(
            "Workbench",
            ["read", "--profile", Profile, "--json"],
            "Thank you Ward 7 at HGH\n" + """{"id":"m1","platform":"x","text":"Thank you Ward 7 at HGH","published":"2026-11-10T10:00:00Z"}""" + "\n");
        run.ExitCode.Should().Be(0, run.Error);
        run.OutputLines.Should().HaveCount(2);
        foreach (var text in run.OutputLines)
            text.Should().Contain("\"id\":\"ward-7\"");
    }

    [Fact]
    public void Half_of_an_escaped_pair_is_read_as_text()
    {
        var entity = Single("""{"t":"a \ud800 @zoe"}""", "entities", "--platform", "x", "--jsonl", "--json").GetProperty("entities")[0];
        (entity.GetProperty("value").GetString(), entity.GetProperty("start").GetInt32()).Should().Be(("zoe", 4));
        var survey = SampleProgram.Run("Workbench", ["sentiment", "--jsonl", "--json"], """{"t":"good \udc00","q":"What was good? \ud800"}""" + "\n");
        survey.ExitCode.Should().Be(0, survey.Error);
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_said_and_the_rest_goes_on()
    {
        var run = SampleProgram.Run("Workbench", ["sentiment", "--jsonl", "--json"], "{\"t\":\"good\"}\nnot json\n{\"x\":1}\n{\"t\":\"bad\"}\n");
        run.ExitCode.Should().Be(1);
        run.OutputLines.Should().HaveCount(2);
        run.Error.Should().Contain("line 2").And.Contain("line 3");
    }

    [Theory]
    [InlineData(new[] { "match", "(((" }, "at 0")]
    [InlineData(new[] { "match", "ward", "--zone", "Europe/Londn" }, "Europe/Londn")]
    [InlineData(new[] { "sentiment", "--scorer", "/no/such/model" }, "/no/such/model")]
    [InlineData(new[] { "nonsense" }, "nonsense")]
    public void Wrong_arguments_end_with_two_and_a_plain_reason(string[] arguments, string named)
    {
        var run = SampleProgram.Run("Workbench", arguments, "x\n");
        run.ExitCode.Should().Be(2, run.Error);
        run.Error.Should().Contain(named).And.NotContain("   at ");
    }

    private static JsonElement Single(string? input, params string[] arguments)
    {
        var run = SampleProgram.Run("Workbench", arguments, input is null ? null : input + "\n");
        run.ExitCode.Should().Be(0, run.Error);
        return JsonDocument.Parse(run.OutputLines.Single()).RootElement;
    }
}

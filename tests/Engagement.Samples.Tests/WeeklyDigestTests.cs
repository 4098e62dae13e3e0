using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Engagement.Samples;

/// <summary>The main job, run as a program.</summary>
public sealed partial class WeeklyDigestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_bundled_sample_gives_a_digest_of_the_last_full_week()
    {
        var run = Run();
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("16 to 22 November 2026").And.Contain("Ward 7");
        CountsOf(run).Problems.Should().Be(0);
        var html = File.ReadAllText(Directory.GetFiles(_folder.Path, "*.html").Single());
        new HtmlParser().ParseDocument(html).QuerySelectorAll("h1").Should().ContainSingle();
    }

    [Fact]
    public void The_sample_says_what_was_done_what_there_is_to_celebrate_and_when_it_is_to_be_sent()
    {
        var run = Run();
        run.Output.Should().Contain("YOU SAID, WE DID").And.Contain("TO CELEBRATE").And.Contain("Ready to post");
        run.Error.Should().Contain("to be sent from 2026-11-23 07:30 Europe/London");

        Run("--audience", "ward-7").Error.Should().Contain("to be sent from 2026-11-23 13:30 Europe/London");
    }

    [Fact]
    public void An_audience_gets_the_formats_and_the_tone_it_wants()
    {
        var run = Run("--audience", "newsletter", "--every", "month");
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().BeEmpty("it wants no text");
        Directory.GetFiles(_folder.Path).Select(Path.GetExtension).Should().BeEquivalentTo(".html", ".md");
        var page = File.ReadAllText(Directory.GetFiles(_folder.Path, "*.md").Single());
        page.Should().Contain("praise to pass on").And.NotContain("What we can learn").And.NotContain("Listening figures");
    }

    [Fact]
    public void Urgent_mentions_are_said_at_once_and_in_no_digest()
    {
        var run = Run("--every", "week", "--audience", "all", "--format", "html,json,markdown,text");
        var urgent = run.ErrorLines.Where(line => line.StartsWith("URGENT", StringComparison.Ordinal)).ToList();
        urgent.Should().HaveCountGreaterThanOrEqualTo(4);
        var ids = urgent.Select(line => UrgentId().Match(line).Groups[1].Value).ToList();
        ids.Should().NotContain("");
        var texts = MentionsOf("posts.jsonl").Where(mention => ids.Contains(mention.GetProperty("id").GetString()!)).Select(mention => mention.GetProperty("text").GetString()!).ToList();
        texts.Should().NotBeEmpty();
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            var document = System.Net.WebUtility.HtmlDecode(File.ReadAllText(file));
            foreach (var text in texts) document.Should().NotContain(text[..Math.Min(40, text.Length)], $"{file} must not hold an urgent post");
        }
    }

    [Fact]
    public void Nothing_that_identifies_a_patient_is_in_any_document()
    {
        Run("--every", "week", "--audience", "all", "--format", "html,json,markdown,text");
        foreach (var file in Directory.GetFiles(_folder.Path))
            File.ReadAllText(file).Should().NotMatchRegex(@"999 ?\d{3} ?\d{4}|07700 ?900|LA97 ?4QX", file);
    }

    [Fact]
    public void The_JSON_digest_has_the_promised_members_and_its_counts_close()
    {
        var run = Run("--window", "2026-11-09/2026-11-16", "--format", "json");
        run.ExitCode.Should().Be(0, run.Error);
        using var document = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(_folder.Path, "*.json").Single()));
        var digest = document.RootElement;
        foreach (var member in (string[])["id", "audience", "window", "counts", "previous", "praise", "learn", "star", "hashtags", "leftOut"])
            digest.TryGetProperty(member, out _).Should().BeTrue(member);
        digest.GetProperty("window").GetProperty("zone").GetString().Should().Be("Europe/London");
        var counts = digest.GetProperty("counts");
        var shown = counts.GetProperty("mentions").GetInt32();
        shown.Should().BeGreaterThan(0);
        ((string[])["positive", "neutral", "negative", "mixed", "unsupported"]).Sum(label => counts.GetProperty(label).GetInt32()).Should().Be(shown);
        var left = digest.GetProperty("leftOut");
        var read = CountsOf(run);
        (shown + ((string[])["urgent", "awaitingApproval", "outsideWindow", "undated", "repeats", "problems"]).Sum(why => left.GetProperty(why).GetInt32()))
            .Should().Be(read.Items, "what is shown and what is left out are all items: {0}", left.GetRawText());
        left.GetProperty("problems").GetInt32().Should().Be(read.Problems);
        digest.GetProperty("star").GetArrayLength().Should().Be(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_post_that_was_edited_stands_in_its_newest_version(bool piped)
    {
        string[] lines =
        [
            """{"version":1,"id":"1","platform":"mastodon","text":"The nurses on Ward 7 were kind, but the tea was dreadful.","published":"2026-11-10T09:00:00Z"}""",
            """{"version":1,"id":"2","platform":"mastodon","text":"Thank you to everybody on Ward 7 for looking after my aunt.","published":"2026-11-10T10:00:00Z"}""",
            """{"version":1,"id":"1","platform":"mastodon","text":"The nurses on Ward 7 were wonderful, and the tea was lovely too.","published":"2026-11-10T09:00:00Z"}""",
        ];
        var input = string.Join('\n', lines);
        var file = Path.Combine(_folder.Path, "posts.jsonl");
        File.WriteAllText(file, input);
        var run = SampleProgram.Run(
            "WeeklyDigest", [piped ? "-" : file, "--window", "2026-11-09/2026-11-16", "--audience", "trust", "--format", "json", "--out", _folder.Path], piped ? input : null);
        run.ExitCode.Should().Be(0, run.Error);
        CountsOf(run).Should().Be((3, 2, 1, 0));
        var digest = File.ReadAllText(Directory.GetFiles(_folder.Path, "*.json").Single());
        digest.Should().Contain("lovely").And.NotContain("dreadful");
    }

    [Theory]
    [InlineData("2026-11-16/2026-11-09", "which is not after its start")]
    [InlineData("last week", "is not a window")]
    [InlineData("2026-02-30/2026-03-07", "is not a window")]
    public void A_window_that_is_none_is_refused_with_the_reason(string window, string reason)
    {
        var run = Run("--window", window);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--window").And.Contain(reason);
    }

    [Theory]
    [InlineData(new[] { "--audience", "ward-99" }, "ward-99")]
    [InlineData(new[] { "--format", "pdf" }, "pdf")]
    [InlineData(new[] { "--map", "nonsense" }, "--map")]
    [InlineData(new[] { "--catch-up" }, "--history")]
    [InlineData(new[] { "--no-such-option" }, "--no-such-option")]
    [InlineData(new[] { "no-such-file.jsonl" }, "no such file")]
    public void Wrong_arguments_are_named(string[] arguments, string named)
    {
        var run = Run(arguments);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(named).And.NotContain("   at ");
    }

    [Fact]
    public void Every_fault_of_a_profile_is_said_at_once_with_its_place()
    {
        var profile = _folder.Write("broken.json", SixFaults);
        var run = Run("--profile", profile);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("6 faults");
        foreach (var place in (string[])["$.trust.name", "$.trust.timeZone", "$.teams[0].parent", "$.teams[0].queries[0]", "$.teams[1].id", "$.lexicon.entries[0].valence"])
            run.Error.Should().Contain(place);
    }

    internal const string SixFaults = """
        {
          "version": 1,
          "trust": { "id": "t", "name": "", "timeZone": "Europe/Londn" },
          "teams": [
            { "id": "a", "name": "A", "parent": "nobody", "queries": ["(ward OR"] },
            { "id": "a", "name": "A again" }
          ],
          "lexicon": { "entries": [{ "text": "brill", "valence": 9 }] }
        }
        """;

    public static TheoryData<string, string, string, int, int> BrokenFiles => new()
    {
        { "empty.jsonl", "", "empty", 0, 1 },
        { "one-broken-line.jsonl", Post("a") + "\n{\"id\":\"b\",\n" + Post("c") + "\n", "line 2", 2, 1 },
        { "missing-column.csv", "When,Who\n01/11/2026,me\n", "column", 0, 1 },
        { "truncated.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Kind nurses</title><description>So kind</description></item><item><title>Half", "entry 2", 1, 1 },
        {
            "laughs.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">]><rss version=\"2.0\"><channel><item><title>&lol2;</title></item></channel></rss>",
            "DTD", 0, 1
        },
        { "unbalanced.csv", "id,date,text\n1,01/11/2026,\"never closed\n2,02/11/2026,fine\n", "line 2", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void A_broken_file_is_a_problem_with_its_place_and_the_rest_is_read(string name, string content, string place, int mentions, int problems)
    {
        var run = Run("--window", "2026-11-01/2026-12-01", _folder.Write(name, content));
        run.ExitCode.Should().Be(1, run.Error);
        run.Error.Should().Contain(name).And.Contain(place).And.NotContain("   at ");
        var counts = CountsOf(run);
        counts.Mentions.Should().Be(mentions, run.Error);
        counts.Problems.Should().BeGreaterThanOrEqualTo(problems);
    }

    [Fact]
    public void A_run_with_history_tells_the_change_and_catches_up_what_was_missed()
    {
        var history = Path.Combine(_folder.Path, "history.zip");
        var first = Run("--history", history, "--window", "2026-11-02/2026-11-09");
        first.ExitCode.Should().Be(0, first.Error);
        var second = Run("--history", history, "--catch-up", "--format", "json");
        second.ExitCode.Should().Be(0, second.Error);
        second.OutputLines.Should().HaveCount(2, "two weeks have passed since the first: {0}", second.Output);
        var again = Run("--history", history, "--catch-up");
        again.ExitCode.Should().Be(0, again.Error);
        again.OutputLines.Should().BeEmpty("nothing has been missed");
    }

    private static string Post(string id) => $$"""{"id":"{{id}}","platform":"x","text":"Thank you {{id}}","published":"2026-11-10T10:00:00Z"}""";

    private static IEnumerable<JsonElement> MentionsOf(string file) =>
        File.ReadLines(SampleProgram.PathOf("samples", "WeeklyDigest", "Sample", file)).Select(line => JsonDocument.Parse(line).RootElement);

    internal static (int Items, int Mentions, int Repeats, int Problems) CountsOf(SampleResult run)
    {
        var match = LastLine().Match(run.ErrorLines[^1]);
        match.Success.Should().BeTrue("the last line on stderr tells what was read: {0}", run.ErrorLines[^1]);
        int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        Number(1).Should().Be(Number(2) + Number(3) + Number(4));
        return (Number(1), Number(2), Number(3), Number(4));
    }

    private SampleResult Run(params string[] arguments) => SampleProgram.Run("WeeklyDigest", [.. arguments, "--out", _folder.Path]);

    [GeneratedRegex(@"^read (\d+) items: (\d+) mentions, (\d+) repeats, (\d+) problems$")]
    private static partial Regex LastLine();

    [GeneratedRegex(@"\): \w+ ([^,. ]+)")]
    private static partial Regex UrgentId();
}

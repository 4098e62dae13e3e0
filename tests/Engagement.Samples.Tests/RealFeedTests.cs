using System.Text.Json;

namespace Engagement.Samples;

/// <summary>The main job on real feeds, which are read in place from the folder of shared data and copied nowhere.</summary>
public sealed class RealFeedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_Google_Alerts_feed_gives_twenty_mentions_that_a_query_finds()
    {
        var alerts = SharedFile("feeds/google-alerts/google_alerts_atom.xml");
        var profile = _folder.Write("profile.json", """
            { "version": 1, "trust": { "id": "t", "name": "T", "timeZone": "Europe/London" }, "teams": [{ "id": "slack", "name": "Slack", "queries": ["Slack"] }] }
            """);
        var run = Run("--profile", profile, "--every", "month", "--audience", "slack", "--format", "json,csv", alerts);
        run.ExitCode.Should().Be(0, run.Error);
        WeeklyDigestTests.CountsOf(run).Should().Be((20, 20, 0, 0));
        using var digest = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(_folder.Path, "slack_*.json").Single()));
        digest.RootElement.GetProperty("counts").GetProperty("mentions").GetInt32().Should().Be(20, "the query finds them all");
        foreach (var name in (string[])["praise", "morePraise", "learn", "moreToLearn"])
        {
            foreach (var item in digest.RootElement.GetProperty(name).EnumerateArray())
            {
                item.GetProperty("at").GetString().Should().EndWith("Z", "the published instant is known");
                if (item.GetProperty("link").GetString() is { } link) new Uri(link).Host.Should().NotContain("google");
            }
        }

        var json = string.Concat(Directory.GetFiles(_folder.Path, "*.json").Where(file => !file.EndsWith("profile.json", StringComparison.Ordinal)).Select(File.ReadAllText));
        json.Should().NotContain("&amp;").And.NotContain("&nbsp;").And.NotContain("<b>").And.NotContain("google.com/url");
    }

    [Fact]
    public void Friends_and_Family_comments_give_a_digest_a_team_a_month_and_every_row_is_accounted_for()
    {
        var comments = SharedFile("feeds/fft/fft_comments.csv");
        var profile = _folder.Write("profile.json", """
            {
              "version": 1,
              "trust": { "id": "t", "name": "T", "timeZone": "Europe/London" },
              "teams": [
                { "id": "pts", "name": "Patient Transport", "queries": ["place:\"PTS\""] },
                { "id": "111", "name": "111", "queries": ["place:\"111\""] }
              ]
            }
            """);
        var run = Run("--profile", profile, "--map", "Service type 1=place", "--every", "month", "--audience", "all", "--format", "json", comments);
        var counts = WeeklyDigestTests.CountsOf(run);
        counts.Problems.Should().Be(168);
        run.ErrorLines.Count(line => line.Contains("looks month-first", StringComparison.Ordinal)).Should().Be(168);
        run.ExitCode.Should().Be(1, "168 rows could not be read");
        counts.Should().Be((4_560, 4_392, 0, 168), "\"Nothing\" said by hundreds is said by hundreds");
        var all = Run("--profile", profile, "--window", "2021-01-01/2023-01-01", "--format", "json", comments);
        all.ExitCode.Should().Be(1);
        using var whole = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(_folder.Path, "trust_2021-01-01_2023-01-01.json").Single()));
        var left = whole.RootElement.GetProperty("leftOut");
        left.GetProperty("doubtful").GetInt32().Should().Be(143, "of the month-first run the rows that could be read both ways are in no window");
        (whole.RootElement.GetProperty("counts").GetProperty("mentions").GetInt32() + 143 + left.GetProperty("urgent").GetInt32()).Should().Be(4_392);
        whole.RootElement.GetProperty("peaks").GetProperty("peaks").GetArrayLength().Should().Be(0, "the dates are those of typing in");
        whole.RootElement.GetProperty("learn").EnumerateArray().Should().OnlyContain(item => item.GetProperty("text").GetString()!.Length > 12, "\"Nothing\" is nothing to read");
        var digests = Directory.GetFiles(_folder.Path, "pts_*.json");
        digests.Should().HaveCountGreaterThan(1);
        foreach (var file in digests)
        {
            using var digest = JsonDocument.Parse(File.ReadAllText(file));
            digest.RootElement.GetProperty("counts").GetProperty("mentions").GetInt32().Should().BePositive();
        }
    }

    [Fact]
    public void Files_of_any_kind_make_one_digest_in_one_run()
    {
        var sample = SampleProgram.PathOf("samples", "WeeklyDigest", "Sample");
        var run = Run(
            "--window", "2026-11-16/2026-11-23",
            SharedFile("feeds/google-alerts/google_alerts_atom.xml"),
            SharedFile("feeds/fft/fft_comments.csv"),
            Path.Combine(sample, "posts.jsonl"),
            Path.Combine(sample, "alerts.xml"),
            Path.Combine(sample, "comments.csv"));
        Directory.GetFiles(_folder.Path, "*.html").Should().ContainSingle();
        WeeklyDigestTests.CountsOf(run).Problems.Should().Be(168);
    }

    private static string SharedFile(string name)
    {
        var root = Environment.GetEnvironmentVariable("ENGAGEMENT_DATA") ?? Path.Combine(Path.GetDirectoryName(SampleProgram.Root)!, "shared", "data");
        var file = Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(file)) Assert.Skip($"{name} is not there: put the shared data beside the checkout or name its folder in ENGAGEMENT_DATA.");
        return file;
    }

    private SampleResult Run(params string[] arguments) => SampleProgram.Run("WeeklyDigest", [.. arguments, "--out", _folder.Path]);
}

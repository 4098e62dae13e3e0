using System.IO.Compression;
using System.Text;

namespace Engagement.Sources.Input;

/// <summary>Documents that break off, in every way they may: what was whole before is read, and the break is one problem with its place.</summary>
public sealed class BreakTests
{
    private static readonly (string Kind, string Start, string Post, string Between, string Foot)[] Documents =
    [
        ("X page", "{\"data\":[", "{\"id\":\"NUMBER\",\"text\":\"Post NUMBER\",\"author_id\":\"7\"}", ",", "],\"includes\":{\"users\":[{\"id\":\"7\",\"username\":\"a\"}]},\"meta\":{}}"),
        ("X page on many lines", "{\n\"data\": [\n", "{\"id\":\"NUMBER\",\n\"text\":\"Post NUMBER\",\n\"author_id\":\"7\"}", ",\n", "],\n\"meta\":{}}\n"),
        ("X page with its users first", "{\"includes\":{\"users\":[{\"id\":\"7\",\"username\":\"a\"}]},\"data\":[", "{\"id\":\"NUMBER\",\"text\":\"Post NUMBER\",\"author_id\":\"7\"}", ",", "]}"),
        ("X archive", "window.YTD.tweets.part0 = [\n", "{\"tweet\":{\"id_str\":\"NUMBER\",\"full_text\":\"Post NUMBER\"}}", ",\n", "\n]"),
        ("older X page", "{\"statuses\":[", "{\"id_str\":\"NUMBER\",\"text\":\"Post NUMBER\",\"user\":{\"screen_name\":\"a\"}}", ",", "],\"search_metadata\":{\"count\":3}}"),
        ("Mastodon list", "[", "{\"id\":\"NUMBER\",\"content\":\"<p>Post NUMBER</p>\",\"account\":{\"acct\":\"a\"}}", ",", "]"),
        ("Mastodon search", "{\"accounts\":[{\"id\":\"1\"}],\"statuses\":[", "{\"id\":\"NUMBER\",\"content\":\"<p>Post NUMBER</p>\",\"account\":{\"acct\":\"a\"}}", ",", "],\"hashtags\":[]}"),
        ("Mastodon outbox", "{\"type\":\"OrderedCollection\",\"orderedItems\":[", "{\"type\":\"Create\",\"actor\":\"https://m.example/users/a\",\"object\":{\"id\":\"https://m.example/users/a/statuses/NUMBER\",\"content\":\"<p>Post NUMBER</p>\"}}", ",", "]}"),
        ("Bluesky posts", "{\"cursor\":\"c\",\"posts\":[", "{\"uri\":\"at://d/app.bsky.feed.post/NUMBER\",\"record\":{\"text\":\"Post NUMBER\"}}", ",", "]}"),
        ("Bluesky feed", "{\"feed\":[", "{\"post\":{\"uri\":\"at://d/app.bsky.feed.post/NUMBER\",\"record\":{\"text\":\"Post NUMBER\"}}}", ",\n", "],\"cursor\":\"c\"}"),
        ("Care Opinion", "[\n", "{\"id\":NUMBER,\"title\":\"T\",\"body\":\"Post NUMBER\",\"healthServices\":[{\"name\":\"Ward\"}]}", ",\n", "]"),
        ("NHS website", "{\"comments\":[", "{\"comment\":{\"commentId\":NUMBER,\"commentText\":\"Post NUMBER\"}}", ",", "]}"),
        ("Facebook page", "{\"data\":[", "{\"id\":\"1_NUMBER\",\"message\":\"Post NUMBER\",\"comments\":{\"data\":[{\"id\":\"5\"}]}}", ",", "],\"paging\":{\"next\":\"x\"}}"),
        ("RSS", "<rss><channel>", "<item><guid>NUMBER</guid><description>Post NUMBER</description></item>", "\n", "</channel></rss>"),
        ("Atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry><id>NUMBER</id><content>Post NUMBER</content></entry>", "\n", "</feed>"),
        ("own lines", "", "{\"id\":\"NUMBER\",\"text\":\"Post NUMBER\"}", "\n", "\n"),
    ];

    public static TheoryData<string> Kinds => [.. Documents.Select(document => document.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Wherever_a_document_ends_too_early_whole_posts_are_read_and_the_break_is_one_problem(string kind)
    {
        var (text, ends) = DocumentOf(kind);
        (await Reading.TextAsync(text)).Should().OnlyContain(outcome => outcome.Problem == null).And.HaveCount(3);
        for (var cut = ends[0]; cut < text.TrimEnd().Length; cut++)
        {
            var outcomes = await Reading.TextAsync(text[..cut]);
            Check(outcomes, text, ends, cut, isAtEnd: false);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Wherever_the_line_goes_dead_whole_posts_are_read_and_the_break_is_one_problem(string kind)
    {
        var (text, ends) = DocumentOf(kind);
        for (var cut = ends[0]; cut < text.Length; cut++)
        {
            await using var stream = new BreakingStream(Encoding.UTF8.GetBytes(text[..cut]));
            var outcomes = await Reading.StreamAsync(stream);
            Check(outcomes, text, ends, cut, isAtEnd: true);
            outcomes.Problems()[0].Reason.Should().Contain("the line went dead");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cut_gzip_gives_whole_posts_and_one_problem(string kind)
    {
        var (text, _) = DocumentOf(kind, posts: 2_000);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        var bytes = packed.ToArray();
        foreach (var length in new[] { bytes.Length / 2, bytes.Length * 3 / 4, bytes.Length - 8, bytes.Length - 1 })
        {
            var outcomes = await Reading.BytesAsync(bytes[..length]);
            outcomes.Mentions().Should().HaveCountGreaterThan(500);
            outcomes.Mentions().Select(mention => mention.Text).Should().Equal(Enumerable.Range(1, outcomes.Mentions().Count).Select(number => $"Post {number}"));
            outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("breaks off");
        }
    }

    [Fact]
    public async Task A_broken_page_says_in_which_post_and_line_it_breaks()
    {
        var (text, ends) = DocumentOf("X page on many lines");
        (await Reading.TextAsync(text[..(ends[1] - 3)])).Problems().Should().ContainSingle()
            .Which.Should().Be(new SourceProblem("file", "line 6, item 1, post 2", "the page breaks off here"));
        (await Reading.TextAsync(DocumentOf("X page").Text[..^30])).Problems().Should().ContainSingle()
            .Which.Should().Be(new SourceProblem("file", "line 1", "the page breaks off here"));
    }

    [Fact]
    public async Task Authors_that_were_whole_before_the_break_are_joined()
    {
        var (text, ends) = DocumentOf("X page with its users first");
        (await Reading.TextAsync(text[..(ends[1] + 4)])).Mentions().Select(mention => mention.Author?.Handle).Should().Equal("a", "a");
        var page = "{\"data\":[{\"id\":\"1\",\"text\":\"One\",\"author_id\":\"7\"},{\"id\":\"2\",\"text\":\"Two\",\"author_id\":\"8\"}],\"includes\":{\"users\":[{\"id\":\"7\",\"username\":\"a\"},{\"id\":\"8\"";
        (await Reading.TextAsync(page)).Mentions().Select(mention => mention.Author?.Handle).Should().Equal("a", null);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("{\"id\":\"2\",\"text\":Two}", "not valid JSON")]
    [InlineData("{\"id\":\"2\",\"text\":\"Two\",\"entities\":DEEP}", "nests deeper")]
    [InlineData("{\"id\":\"2\",\"text\":\"Two,}", "not closed")]
    [InlineData("{\"id\":\"2\",\"text\":5}", "text: a text is expected, not a number")]
    [InlineData("null", "a post is expected")]
    public async Task A_post_that_is_not_sound_costs_itself_and_not_its_page(string post, string reason)
    {
        post = post.Replace("DEEP", new string('[', 100_000) + new string(']', 100_000), StringComparison.Ordinal);
        foreach (var lead in (string[])["", "{\"data\":[{\"id\":\"0\",\"text\":\"Zero\"}]}\n"])
        {
            var page = "{\"data\":[{\"id\":\"1\",\"text\":\"One\",\"author_id\":\"7\"},\n" + post + ",\n{\"id\":\"3\",\"text\":\"Three\",\"author_id\":\"7\"}],\n\"includes\":{\"users\":[{\"id\":\"7\",\"username\":\"a\"}]}}\n";
            if (lead.Length > 0) page = page.ReplaceLineEndings("");
            if (lead.Length > 0 && reason == "not closed") continue;
            var outcomes = await Reading.TextAsync(lead + page);
            outcomes.Mentions().TakeLast(2).Select(mention => (mention.Id, mention.Author?.Handle)).Should().Equal(("1", "a"), ("3", "a"));
            var problem = outcomes.Problems().Should().ContainSingle().Which;
            problem.Reason.Should().Contain(reason);
            problem.Place.Should().EndWith(", post 2");
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("{\"data\":[\n", "{\"id\":\"1\",\"text\":\n")]
    [InlineData("[\n", "{\"id\":\"1\",\"text\":\n")]
    [InlineData("{\"posts\":[\n", "{\n")]
    [InlineData("{\"data\":[\n", "{\"a\n")]
    public async Task A_file_of_nothing_but_broken_items_takes_no_more_than_linear_work(string start, string item)
    {
        // Looked through anew for each of these, four megabytes would take hours.
        var text = start + string.Concat(Enumerable.Repeat(item, 4 * 1024 * 1024 / item.Length));
        (await Reading.TextAsync(text)).Problems().Should().NotBeEmpty();
    }

    private static (string Text, List<int> Ends) DocumentOf(string kind, int posts = 3)
    {
        var (_, start, post, between, foot) = Documents.Single(document => document.Kind == kind);
        var text = new StringBuilder(start);
        var ends = new List<int>();
        for (var number = 1; number <= posts; number++)
        {
            if (number > 1) text.Append(between);
            text.Append(post.Replace("NUMBER", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
            ends.Add(text.Length);
        }

        return (text.Append(foot).ToString(), ends);
    }

    private static void Check(List<SourceOutcome> outcomes, string text, List<int> ends, int cut, bool isAtEnd)
    {
        var whole = ends.Count(end => end <= cut);
        outcomes.Mentions().Select(mention => mention.Text).Should().Equal(Enumerable.Range(1, whole).Select(number => $"Post {number}"), "cut at {0}", cut);

        // Lines have no end that could be missing.
        var isBetweenLines = text.StartsWith("{\"id\"", StringComparison.Ordinal) && ends.Exists(end => end == cut || end + 1 == cut);
        if (isBetweenLines && !isAtEnd) return;
        var problem = outcomes.Problems().Should().ContainSingle("cut at {0}", cut).Which;
        var line = 1 + text[..cut].Count(c => c == '\n');
        var started = 1 + text[..ends.LastOrDefault(end => end <= cut)].Count(c => c == '\n');
        int.Parse(problem.Place.Split([' ', ','])[1], System.Globalization.CultureInfo.InvariantCulture).Should().BeInRange(started, line, "cut at {0} of {1}", cut, text);
    }
}

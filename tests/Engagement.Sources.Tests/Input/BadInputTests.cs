using System.IO.Compression;
using System.Text;

namespace Engagement.Sources.Input;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n \t\n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_is_one_problem(string text)
    {
        var outcomes = await Reading.TextAsync(text);
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Be("the file is empty");
    }

    [Fact]
    public async Task A_missing_file_is_one_problem()
    {
        var outcomes = new List<SourceOutcome>();
        await foreach (var outcome in MentionFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "none", "nothing.csv"))) outcomes.Add(outcome);
        outcomes.Should().ContainSingle().Which.Problem.Should().Be(new SourceProblem("nothing.csv", "the whole file", "there is no such file"));
    }

    [Theory]
    [InlineData("PK\u0003\u0004xxxxxxxxxxxx", "Excel workbook")]
    [InlineData("%PDF-1.7 ……", "PDF")]
    [InlineData("a,b\n\0\0\0\u0001,2\n", "not text")]
    public async Task A_file_that_is_not_text_says_what_it_is(string text, string expected)
    {
        var outcomes = await Reading.TextAsync(text, name: "comments.csv");
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Contain(expected);
    }

    [Theory]
    [InlineData("posts.csv", """{"id":"1","text":"Thank you, ward 7"}""")]
    [InlineData("posts.jsonl", "id,text\n1,\"Thank you, ward 7\"\n")]
    [InlineData("posts.json", "<rss><channel><item><guid>1</guid><description>Thank you, ward 7</description></item></channel></rss>")]
    public async Task A_file_that_is_not_what_its_name_says_is_read_as_what_it_is(string name, string text)
    {
        var outcomes = await Reading.TextAsync(text, name: name);
        outcomes.Should().ContainSingle().Which.Mention!.Text.Should().Be("Thank you, ward 7");
    }

    [Fact]
    public async Task Entities_that_multiply_are_refused_before_they_do()
    {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">");
        for (var level = 1; level < 10; level++)
            bomb.Append($"<!ENTITY lol{level} \"").Insert(bomb.Length, $"&lol{(level == 1 ? "" : level - 1)};", 10).Append("\">");
        bomb.Append("]><rss><channel><item><title>&lol9;</title></item></channel></rss>");

        var outcomes = await Reading.TextAsync(bomb.ToString());
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Contain("document type");
    }

    [Fact]
    public async Task Truncated_xml_gives_the_entries_before_and_one_problem()
    {
        const string Feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title>One</title></entry>\n<entry><id>2</id><title>Tw";
        var outcomes = await Reading.TextAsync(Feed);
        outcomes.Mentions().Should().ContainSingle().Which.Title.Should().Be("One");
        var problem = outcomes.Problems().Should().ContainSingle().Which;
        problem.Place.Should().StartWith("line 2, ");
        problem.Reason.Should().Be("the file breaks off in entry 2");
    }

    [Fact]
    public async Task Xml_that_is_no_feed_says_so()
    {
        var outcomes = await Reading.TextAsync("<html><body><p>Not found</p></body></html>");
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Contain("neither RSS nor Atom").And.Contain("<html>");
    }

    [Fact]
    public async Task Xml_that_nests_without_end_stops_at_the_limit()
    {
        var deep = "<rss><channel><item><title>One</title></item><item>" + string.Concat(Enumerable.Repeat("<a>", 100_000));
        var outcomes = await Reading.TextAsync(deep);
        outcomes.Mentions().Should().ContainSingle();
        outcomes.Problems().Should().ContainSingle();
    }

    [Fact]
    public async Task A_broken_line_of_json_costs_that_line()
    {
        const string Lines = """
            {"id":"1","text":"One"}
            {"id":"2","text":"Two
            {"id":"3","text":"Three"}
            not json at all
            {"id":"4"}

            {"id":"5","text":"Five"}
            """;
        var outcomes = await Reading.TextAsync(Lines);
        outcomes.Mentions().Select(mention => mention.Id).Should().Equal("1", "3", "5");
        outcomes.Problems().Select(problem => problem.Place).Should().Equal("line 2", "line 4", "line 5");
        outcomes.Problems()[0].Reason.Should().Contain("not valid JSON");
        outcomes.Problems()[2].Reason.Should().Be("text: missing");
    }

    [Fact]
    public async Task A_first_line_that_is_broken_costs_that_line()
    {
        var outcomes = await Reading.TextAsync("{\"id\":\"1\",\"text\":\n{\"id\":\"2\",\"text\":\"Two\"}\n");
        outcomes.Mentions().Should().ContainSingle().Which.Id.Should().Be("2");
        outcomes.Problems().Should().ContainSingle().Which.Place.Should().Be("line 1");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{\"id\":\"1\",\"text\":", "}\n{\"id\":\"2\",\"text\":\"Two\"}\n")]
    public async Task Arrays_nested_a_hundred_thousand_deep_are_one_problem(string before, string after)
    {
        var bytes = Encoding.UTF8.GetBytes(before + new string('[', 100_000) + new string(']', 100_000) + after);
        var outcomes = await Reading.BytesAsync(bytes);
        outcomes.Problems().Should().ContainSingle();
        outcomes.Mentions().Should().HaveCount(after.Length > 0 ? 1 : 0);
    }

    [Theory]
    [InlineData("text\n", "x")]
    [InlineData("id,text\n1,good\n2,\"", "x")]
    [InlineData("{\"id\":\"1\",\"text\":\"good\"}\n{\"id\":\"2\",\"text\":\"", "x")]
    public async Task A_line_of_fifty_megabytes_is_one_problem_and_the_rest_is_read(string before, string filler)
    {
        var ending = before.StartsWith('{') ? "\"}\n{\"id\":\"3\",\"text\":\"last\"}\n" : before.StartsWith("text", StringComparison.Ordinal) ? "\nlast\n" : "\"\n3,last\n";
        await using var stream = new RepeatingStream(before, filler, 50 * 1024 * 1024, ending);
        var outcomes = await Reading.StreamAsync(stream);
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("longer than");
        outcomes.Mentions()[^1].Text.Should().Be("last");
    }

    [Theory]
    [InlineData("id,text\n1,good\n2", ",", "\n3,last\n", "longer than")]
    [InlineData("id,text\n1,good\n2,", "\"", "\n3,last\n", "longer than")]
    [InlineData("id,text\n1,good\n2,\"", "\n", "\"\n3,last\n", "not closed within")]
    public async Task Twenty_megabytes_of_what_cuts_a_table_are_read_in_one_go(string before, string filler, string after, string reason)
    {
        // In drops, as a packed or distant file comes: a record that is looked at anew with each of them would take hours.
        await using var stream = new RepeatingStream(before, filler, 20 * 1024 * 1024, after, mostAtOnce: 4096);
        var outcomes = await Reading.StreamAsync(stream);
        outcomes.Problems()[0].Reason.Should().Contain(reason);
        outcomes.Mentions().Select(mention => mention.Text).Should().Equal("good", "last");
    }

    [Theory]
    [InlineData("1,\"a\"\"\n")]
    [InlineData("1,\"a\n")]
    [InlineData("1,a,\"\"\"\n")]
    public async Task A_table_of_nothing_but_open_quotes_takes_no_more_than_linear_work(string row)
    {
        // Looked through to the end for each of these, eight megabytes would take hours.
        var rows = 8 * 1024 * 1024 / row.Length;
        var outcomes = await Reading.TextAsync("id,text,place\n" + string.Concat(Enumerable.Repeat(row, rows)));
        outcomes.Should().HaveCountGreaterThan(rows / 3);
    }

    [Theory]
    [InlineData("{\"data\":[0", ",0", "]}")]
    [InlineData("{\"data\":[{}", ",{}", "]}")]
    [InlineData("{\"posts\":[0", ",0", "]}")]
    [InlineData("{\"id\":\"1\",\"text\":\"good\"}\n[{}", ",{}", "]\n")]
    public async Task A_page_of_a_million_things_that_are_no_posts_names_the_first_thousand_and_counts_the_rest(string before, string item, string after)
    {
        var outcomes = await Reading.TextAsync(before + string.Concat(Enumerable.Repeat(item, 999_999)) + after);
        outcomes.Problems().Should().HaveCount(1_001);
        outcomes.Problems()[^1].Reason.Should().Be("999000 more of this page could not be read");
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":\"2\",\"te")]
    [InlineData("id,text\n1,One\n2,T")]
    [InlineData("<rss><channel><item><guid>1</guid><title>One</title></item><item>")]
    public async Task A_stream_that_breaks_off_gives_what_came_before_and_one_problem(string text)
    {
        await using var stream = new BreakingStream(Encoding.UTF8.GetBytes(text));
        var outcomes = await Reading.StreamAsync(stream);
        outcomes[0].Mention!.Id.Should().Be("1");
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("the line went dead");
    }

    [Fact]
    public async Task Gzip_that_breaks_off_is_noticed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            for (var i = 0; i < 20_000; i++) gzip.Write(Encoding.UTF8.GetBytes($"{{\"id\":\"{i}\",\"text\":\"One\"}}\n"));
        }

        var outcomes = await Reading.BytesAsync(packed.ToArray()[..^10_000]);
        outcomes.Mentions().Should().NotBeEmpty();
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("breaks off");
    }

    [Fact]
    public async Task Cancellation_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var reading = async () =>
        {
            await foreach (var _ in MentionFile.ReadAsync(new MemoryStream("id,text\n1,One\n"u8.ToArray()), "file", null, cancelled.Token))
            {
            }
        };
        await reading.Should().ThrowAsync<OperationCanceledException>();
    }
}

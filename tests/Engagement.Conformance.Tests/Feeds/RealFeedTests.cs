using System.Text.Json;
using Engagement.Sources;
using NodaTime;

namespace Engagement.Conformance.Feeds;

/// <summary>Real exports and feeds, read in place. What they hold belongs to their authors, so that only figures and forms are asserted.</summary>
public sealed class RealFeedTests
{
    public static TheoryData<string, int> XPages => new()
    {
        { "x-v2/cashtags.jsonl", 1 }, { "x-v2/cotweet.jsonl", 1 }, { "x-v2/edited.jsonl", 1 }, { "x-v2/many_urls.jsonl", 1 },
        { "x-v2/media_tweet.jsonl", 1 }, { "x-v2/mentions_tweet.jsonl", 1 }, { "x-v2/quoted_edit.jsonl", 1 }, { "x-v2/two_tweets.jsonl", 1 },
        { "x-v1.1/retweet.json", 1 }, { "x-v1.1/retweets.json", 1 }, { "x-v1.1/search.json", 3 }, { "x-v1.1/search2.json", 3 },
        { "x-v1.1/status.json", 1 }, { "x-v1.1/statuses.json", 20 },
    };

    [Fact]
    public async Task Google_alerts_give_twenty_mentions_of_clean_text()
    {
        var outcomes = await ReadAsync("google-alerts/google_alerts_atom.xml");
        outcomes.Should().HaveCount(20).And.OnlyContain(outcome => outcome.Mention != null);
        foreach (var mention in outcomes.Select(outcome => outcome.Mention!))
        {
            foreach (var text in new[] { mention.Title!, mention.Text })
                text.Should().NotBeEmpty().And.NotContainAny("<b>", "</b>", "&amp;", "&nbsp;", "&#39;", "&lt;", "\u00A0", "  ");
            mention.Link.Should().MatchRegex("^https?://").And.NotContainAny("google.com/url", "&ct=ga", "&usg=");
            mention.Published.Should().NotBeNull();
            mention.Id.Should().StartWith("tag:google.com,2013:googlealerts/feed:");
        }

        outcomes.Count(outcome => (outcome.Mention!.Title + outcome.Mention.Text).Contains("Slack", StringComparison.OrdinalIgnoreCase)).Should().Be(20);
    }

    [Fact]
    public async Task The_friends_and_family_file_gives_one_outcome_a_row()
    {
        var outcomes = await ReadAsync("fft/fft_comments.csv");
        outcomes.Should().HaveCount(4560);
        var mentions = outcomes.Where(outcome => outcome.Mention is not null).Select(outcome => outcome.Mention!).ToList();
        mentions.Should().HaveCount(4392);
        mentions.Select(mention => mention.Id).Should().OnlyHaveUniqueItems();
        mentions.Should().OnlyContain(mention => mention.Platform == Platform.Survey && mention.PublishedOn != null && mention.Published == null);
        mentions.Should().NotContain(mention => mention.Place != null && mention.Place.Contains('\u00A0'));
        mentions.Count(mention => mention.Place == "PTS - Patient Transport").Should().Be(1064);

        // 453 people answered "Nothing", 19 of them in rows whose date is impossible.
        mentions.Count(mention => new string([.. mention.Text.Where(char.IsLetterOrDigit)]).Equals("nothing", StringComparison.OrdinalIgnoreCase)).Should().Be(434);
        mentions.Count(mention => mention.Asked == QuestionAsked.WhatWasGood).Should().Be(857);
    }

    [Fact]
    public async Task The_month_first_run_of_the_friends_and_family_file_is_found()
    {
        var outcomes = await ReadAsync("fft/fft_comments.csv");
        var problems = outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => outcome.Problem!).ToList();
        problems.Should().HaveCount(168).And.OnlyContain(problem => problem.Place.StartsWith("line ") && problem.Reason.Contains("looks month-first"));
        problems.Select(problem => problem.Place).Should().OnlyHaveUniqueItems();
        problems[0].Place.Should().Be("line 2313");

        // The run is one stretch of one service. Between its first row and its last impossible one, all that is not a problem is doubtful
        // but one, on the fifth of May, which reads the same in either order.
        var doubtful = outcomes.Select((outcome, at) => (outcome, at)).Where(one => one.outcome.Mention?.DateIsDoubtful == true).ToList();
        doubtful.Should().HaveCount(143).And.OnlyContain(one => one.outcome.Mention!.Place == "See and Convey");
        var run = outcomes.GetRange(doubtful[0].at, 309);
        run.Count(outcome => outcome.Problem is not null).Should().Be(165);
        run.Where(outcome => outcome.Mention is { DateIsDoubtful: false }).Should().ContainSingle().Which.Mention!.PublishedOn.Should().Be(new LocalDate(2022, 5, 5));
    }

    [Theory]
    [MemberData(nameof(XPages))]
    public async Task Answers_of_x_give_the_posts_they_hold(string file, int count)
    {
        var outcomes = await ReadAsync(file);
        outcomes.Should().HaveCount(count).And.OnlyContain(outcome => outcome.Mention != null);
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOrSkip("feeds/" + file)));
        outcomes.Select(outcome => outcome.Mention!.Id).Should().Equal(Ids(document.RootElement));
        foreach (var mention in outcomes.Select(outcome => outcome.Mention!))
        {
            mention.Platform.Should().Be(Platform.X);
            mention.Author!.Handle.Should().NotBeNullOrEmpty();
            mention.Published.Should().NotBeNull();
            mention.Text.Should().NotBeEmpty().And.NotContain("&amp;");
            mention.ExpandedLinks?.Keys.Should().OnlyContain(link => mention.Text.Contains(link));
            if (mention.RepostOf is not null) mention.Text.Should().NotStartWith("RT @").And.NotEndWith("…");
        }
    }

    [Fact]
    public async Task An_answer_of_x_without_its_posts_is_one_problem()
    {
        var outcomes = await ReadAsync("x-v1.1/search_malformed.json");
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Contain("no post or page of a kind that is known").And.Contain("'max_id'");
    }

    [Theory]
    [InlineData("posts.test.ts.snap")]
    [InlineData("quotes.test.ts.snap")]
    public void Post_views_of_bluesky_have_the_fields_that_are_read(string file)
    {
        // Snapshots of a test suite, not JSON: good for the names only.
        var snapshot = File.ReadAllText(SharedData.PathOrSkip("feeds/bluesky/" + file));
        string[] read = ["author", "handle", "record", "text", "createdAt", "embed", "uri", "indexedAt", "likeCount", "repostCount", "replyCount", "quoteCount"];
        foreach (var name in read) snapshot.Should().Contain($"\"{name}\": ");
    }

    private static IEnumerable<string> Ids(JsonElement root)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root
            : root.TryGetProperty("data", out var data) ? data
            : root.TryGetProperty("statuses", out var statuses) ? statuses
            : default;
        if (list.ValueKind != JsonValueKind.Array) return [root.GetProperty("id_str").GetString()!];
        return [.. list.EnumerateArray().Select(post => post.GetProperty(post.TryGetProperty("id_str", out _) ? "id_str" : "id").ToString())];
    }

    private static async Task<List<SourceOutcome>> ReadAsync(string file)
    {
        var outcomes = new List<SourceOutcome>();
        await foreach (var outcome in MentionFile.ReadAsync(SharedData.PathOrSkip("feeds/" + file))) outcomes.Add(outcome);
        return outcomes;
    }
}

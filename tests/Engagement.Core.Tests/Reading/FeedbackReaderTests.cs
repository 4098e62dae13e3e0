using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Star;

namespace Engagement.Reading;

public sealed class FeedbackReaderTests
{
    private static readonly TrustProfile Profile = TrustProfile.Parse("""
        {
          "version": 1,
          "trust": { "id": "dale", "name": "Dale NHS Trust", "timeZone": "Europe/London", "accounts": [{ "platform": "x", "handle": "DaleNHS" }] },
          "teams": [{ "id": "ward-7", "name": "Ward 7", "aliases": ["ward seven"] }],
          "people": [{ "id": "amina", "name": "Amina Yusuf", "team": "ward-7" }],
          "queries": [{ "id": "waits", "name": "Waits", "query": "wait* NEAR/5 hour*" }],
          "campaigns": [{ "id": "heroes", "name": "Heroes", "hashtag": "DaleHeroes" }]
        }
        """).GetValueOrThrow();

    private static readonly FeedbackReader Reader = FeedbackReader.Create(Profile);

    [Fact]
    public void Every_stage_speaks_of_the_same_words()
    {
        var feedback = Reader.Read(Post("a", "Thank you Ward 7, Amina Yusuf was brilliant. #DaleHeroes"));
        feedback.Sentiment.Label.Should().Be(SentimentLabel.Positive);
        feedback.Routing.Routes.Select(route => route.Id).Should().Contain(["ward-7", "amina"]);
        feedback.Star.Should().Contain(finding => finding.Point == StarPoint.RoleCounts && finding.Direction == StarDirection.Strengthens);
        feedback.Campaigns.Should().Equal("heroes");
        feedback.Hashtags.Should().Equal("daleheroes");
        feedback.Urgency.IsUrgent.Should().BeFalse();
        feedback.Text.Text.Should().Contain("Amina Yusuf", "praise keeps the names of those it is about");
    }

    [Fact]
    public void Criticism_loses_the_names_of_staff()
    {
        var feedback = Reader.Read(Post("a", "Amina Yusuf on Ward 7 was rude and dismissive, an awful experience"));
        feedback.Sentiment.Label.Should().Be(SentimentLabel.Negative);
        feedback.Text.Text.Should().NotContain("Yusuf");
    }

    [Fact]
    public void Standing_queries_come_with_their_evidence()
    {
        var match = Reader.Read(Post("a", "We waited nine hours")).Queries.Single();
        match.Id.Should().Be("waits");
        match.Evidence.Select(evidence => evidence.Span.Of("We waited nine hours").ToString()).Should().Equal("waited", "hours");
    }

    [Fact]
    public void The_trusts_own_posts_have_its_voice()
    {
        Reader.Read(Post("a", "So proud of our teams") with { Author = new Author { Handle = "dalenhs" } }).Voice.Should().Be(Voice.Trust);
        Reader.Read(Post("a", "So proud of our teams") with { Author = new Author { Handle = "somebody" } }).Voice.Should().Be(Voice.Public);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("")]
    [InlineData("\ud800\udc00‹D800›")]
    [InlineData("((((\"\"\"''' @@ ## $$ http:// :// \u202e\u200b")]
    public void Any_text_is_read(string text) => Reader.Read(Post("a", LoneSurrogates.In(text))).Text.Should().NotBeNull();

    [Fact]
    public void A_megabyte_of_one_character_is_read()
    {
        foreach (var unit in (string[])["a", "#a·", "(", "@", "😀", " "])
            Reader.Read(Post("a", string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)))).Mention.Id.Should().Be("a");
    }

    [Fact]
    public void A_reused_workspace_changes_nothing()
    {
        var workspace = new ReadingWorkspace();
        foreach (var text in (string[])["Thank you Ward 7", "", "We waited nine hours at Ward 7 😀", "x"])
            FeedbackJson.Write(Reader.Read(Post("a", text), workspace)).Should().Be(FeedbackJson.Write(Reader.Read(Post("a", text))));
    }

    [Fact]
    public async Task An_urgent_mention_is_delivered_before_the_next_one_is_read()
    {
        var events = new List<string>();
        await foreach (var outcome in Reader.ReadAllAsync(Source(events, Post("calm", "Nice cake"), Post("urgent", "I am going to kill myself tonight"), Post("after", "Nice tea")), new Sink(events)))
            events.Add("out " + outcome.Feedback!.Mention.Id);
        events.Should().Equal("read calm", "out calm", "read urgent", "delivered urgent", "out urgent", "read after", "out after");
    }

    [Fact]
    public async Task A_sink_that_fails_stops_nothing_and_loses_nothing()
    {
        var outcomes = new List<ReadOutcome>();
        await foreach (var outcome in Reader.ReadAllAsync(Source([], Post("urgent", "I am going to kill myself tonight"), Post("after", "Nice tea")), new Sink([], fails: true)))
            outcomes.Add(outcome);
        outcomes.Should().HaveCount(2);
        outcomes[0].UndeliveredBecause.Should().BeOfType<InvalidOperationException>();
        outcomes[0].Feedback!.Mention.Id.Should().Be("urgent");
        outcomes[1].UndeliveredBecause.Should().BeNull();
    }

    [Fact]
    public async Task A_repeat_of_what_was_delivered_is_not_delivered_again_and_one_that_failed_is()
    {
        var cry = Post("cry", "I am going to kill myself tonight");
        var again = Post("rt", "RT @x: I am going to kill myself tonight") with { RepostOf = "cry" };
        var delivered = new List<string>();
        await foreach (var outcome in Reader.ReadAllAsync(Source([], cry, again), new Sink(delivered))) outcome.Problem.Should().BeNull();
        delivered.Should().Equal("delivered cry");

        var failures = 0;
        await foreach (var outcome in Reader.ReadAllAsync(Source([], cry, again), new Sink([], fails: true)))
            failures += outcome.UndeliveredBecause is null ? 0 : 1;
        failures.Should().Be(2);
    }

    [Fact]
    public async Task A_post_of_another_platform_that_happens_to_have_the_same_id_is_delivered_too()
    {
        var cry = Post("1", "I am going to kill myself tonight");
        var other = Post("1", "I have taken all my tablets and nobody is here") with { Platform = Platform.Mastodon };
        var delivered = new List<string>();
        await foreach (var outcome in Reader.ReadAllAsync(Source([], cry, other), new Sink(delivered))) outcome.IsRepeat.Should().BeFalse();
        delivered.Should().Equal("delivered 1", "delivered 1");
    }

    [Fact]
    public async Task An_older_version_that_was_delivered_spares_the_newest_and_what_repeats_it()
    {
        var older = Post("cry", "I am going to kill myself tonight") with { Published = NodaTime.Instant.FromUtc(2026, 11, 9, 8, 0) };
        var newest = older with { Text = "I am going to kill myself tonight, I mean it", Published = NodaTime.Instant.FromUtc(2026, 11, 9, 9, 0) };
        var repost = Post("rt", "RT @x: I am going to kill myself tonight, I mean it") with { RepostOf = "cry" };
        Mention[] mentions = [older, newest, repost];
        var versions = new NewestVersions();
        foreach (var mention in mentions) versions.Add(mention);
        var delivered = new List<string>();
        await foreach (var outcome in Reader.ReadAllAsync(Source([], mentions), new Sink(delivered), versions)) outcome.UndeliveredBecause.Should().BeNull();
        delivered.Should().Equal("delivered cry");
    }

    [Fact]
    public async Task Problems_pass_through_and_repeats_name_their_original()
    {
        var problem = new SourceProblem("file.csv", "line 3", "no text");
        var outcomes = new List<ReadOutcome>();
        async IAsyncEnumerable<SourceOutcome> Items()
        {
            await Task.Yield();
            yield return SourceOutcome.Read(Post("a", "The nurses on the ward were so kind to my mother today"));
            yield return SourceOutcome.Failed(problem);
            yield return SourceOutcome.Read(Post("b", "The nurses on the ward were so kind to my mother today!"));
        }

        await foreach (var outcome in Reader.ReadAllAsync(Items(), new Sink([]))) outcomes.Add(outcome);
        outcomes.Select(outcome => outcome.RepeatOf).Should().Equal(null, null, "a");
        outcomes[1].Problem.Should().Be(problem);
    }

    [Fact]
    public async Task A_newer_version_is_marked_in_a_stream_and_stands_where_the_source_was_read_before()
    {
        Mention[] mentions = [Post("a", "The tea was cold"), Post("b", "Nice cake"), Post("a", "The tea was hot, sorry")];
        var streamed = new List<ReadOutcome>();
        await foreach (var outcome in Reader.ReadAllAsync(Source([], mentions), new Sink([]))) streamed.Add(outcome);
        streamed.Select(outcome => (outcome.RepeatOf, outcome.RepeatKind, outcome.IsNewerVersion))
            .Should().Equal((null, RepeatKind.First, false), (null, RepeatKind.First, false), ("a", RepeatKind.Version, true));

        var versions = new NewestVersions();
        foreach (var mention in mentions) versions.Add(mention);
        var settled = new List<ReadOutcome>();
        await foreach (var outcome in Reader.ReadAllAsync(Source([], mentions), new Sink([]), versions)) settled.Add(outcome);
        settled.Select(outcome => (outcome.RepeatOf, outcome.RepeatKind, outcome.IsNewerVersion))
            .Should().Equal(("a", RepeatKind.Version, false), (null, RepeatKind.First, false), (null, RepeatKind.First, false));
    }

    [Fact]
    public void Feedback_survives_its_JSON_form()
    {
        foreach (var text in (string[])["Thank you Ward 7, Amina Yusuf was brilliant. #DaleHeroes https://example.org/a", "I am going to kill myself tonight", "", "Amina Yusuf was rude, my number is 07700 900123"])
        {
            var feedback = Reader.Read(Post("a", text) with { Title = "A title", Author = new Author { Handle = "h", Followers = 3 } });
            var json = FeedbackJson.Write(feedback);
            FeedbackJson.Write(FeedbackJson.Parse(json)).Should().Be(json);
            FeedbackJson.Parse(json).Should().BeEquivalentTo(feedback);
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"feedback\":{\"mention\":{}}}")]
    [InlineData("{\"version\":99,\"feedback\":null}")]
    public void What_is_no_feedback_is_refused_with_a_reason(string json)
    {
        var parse = () => FeedbackJson.Parse(json);
        parse.Should().Throw<FormatException>().Which.Message.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Feedback_of_a_newer_version_is_refused_by_its_number()
    {
        var json = FeedbackJson.Write(Reader.Read(Post("a", "x"))).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal);
        var parse = () => FeedbackJson.Parse(json);
        parse.Should().Throw<FormatException>().WithMessage("*version 2*version 1*");
    }

    internal static Mention Post(string id, string text) => new() { Id = id, Text = text, Platform = Platform.X };

    private static async IAsyncEnumerable<SourceOutcome> Source(List<string> events, params Mention[] mentions)
    {
        foreach (var mention in mentions)
        {
            await Task.Yield();
            events.Add("read " + mention.Id);
            yield return SourceOutcome.Read(mention);
        }
    }

    private sealed class Sink(List<string> events, bool fails = false) : IUrgentMentionSink
    {
        public ValueTask DeliverAsync(Feedback feedback, CancellationToken cancellationToken)
        {
            events.Add("delivered " + feedback.Mention.Id);
            return fails ? throw new InvalidOperationException("the pager is off") : ValueTask.CompletedTask;
        }
    }
}

using Engagement.Mentions;
using Engagement.Organizations;
using NodaTime;

namespace Engagement.Digests;

/// <summary>Answers of platforms have the newest first, so that reposts come before their originals: the digest must not depend on it.</summary>
public sealed class RepostOrderTests
{
    private static readonly TrustProfile Profile = TrustProfile.Parse("""
        {
          "version": 1,
          "trust": { "id": "dale", "name": "Dale NHS Trust", "timeZone": "Europe/London", "accounts": [{ "platform": "x", "handle": "DaleNHS" }] },
          "teams": [{ "id": "ward-7", "name": "Ward 7" }]
        }
        """).GetValueOrThrow();

    private static readonly FeedbackReader Reader = FeedbackReader.Create(Profile);

    private static readonly Mention[] OldestFirst =
    [
        Post("praise", "mavis", 9, "Thank you Ward 7, you were so kind and patient with my mother") with { Counts = new MentionCounts { Likes = 4 } },
        Post("by-trust", "DaleNHS", 10, "RT @mavis: Thank you Ward 7, you were so kind and patient with my mother") with { RepostOf = "praise" },
        Post("by-public", "joe", 11, "") with { RepostOf = "praise" },
        Post("tea", "ann", 11, "The tea on Ward 7 was cold and late again, nobody said why"),
        Post("tea-again", "bob", 12, "RT @ann: The tea on Ward 7 was cold…") with { RepostOf = "tea" },
        Post("alone", "cat", 12, "RT @gone: The porters of Dale NHS Trust are brilliant and kind") with { RepostOf = "never-read" },
    ];

    [Fact]
    public async Task In_any_order_a_digest_shows_the_originals_and_counts_reposts_to_them()
    {
        var expected = (await DigestOfAsync(OldestFirst)).Json;
        var random = new Random(3);
        for (var round = 0; round < 40; round++) (await DigestOfAsync([.. OldestFirst.OrderBy(_ => random.Next())])).Json.Should().Be(expected);
        (await DigestOfAsync([.. OldestFirst.Reverse()])).Json.Should().Be(expected);
    }

    [Fact]
    public async Task The_public_is_not_robbed_of_its_praise_by_whoever_repeats_it()
    {
        var digest = (await DigestOfAsync([.. OldestFirst.Reverse()])).Digest;
        digest.Counts.Mentions.Should().Be(3);
        digest.LeftOut.Repeats.Should().Be(3);
        var praise = digest.Praise.Single(item => item.Id == "praise");
        (praise.Voice, praise.Times).Should().Be((Voice.Public, 3));
        digest.Learn.Should().ContainSingle().Which.Item.Times.Should().Be(2);
    }

    [Fact]
    public async Task A_stream_that_is_read_once_counts_as_many_mentions_and_repeats_and_marks_the_original()
    {
        var builder = new DigestBuilder(Profile, Audience.Trust(), DigestWindow.Week(2026, 11, 9));
        var kinds = new List<(string, RepeatKind, string?)>();
        await foreach (var outcome in Reader.ReadAllAsync(SourceOf([.. OldestFirst.Reverse()]), new NoSink()))
        {
            builder.Add(outcome);
            kinds.Add((outcome.Feedback!.Mention.Id, outcome.RepeatKind, outcome.RepeatOf));
        }

        kinds.Should().Equal(
            ("alone", RepeatKind.First, null), ("tea-again", RepeatKind.First, null), ("tea", RepeatKind.Original, "tea-again"), ("by-public", RepeatKind.First, null),
            ("by-trust", RepeatKind.Repost, "by-public"), ("praise", RepeatKind.Original, "by-public"));
        var digest = builder.Build();
        (digest.Counts.Mentions, digest.LeftOut.Repeats).Should().Be((3, 3));
    }

    [Fact]
    public async Task Who_wrote_an_urgent_post_is_delivered_after_whoever_repeated_it_and_no_other_repost_is()
    {
        const string Cry = "I am going to kill myself tonight";
        Mention[] mentions = [Post("first", "joe", 12, "RT @jo: " + Cry) with { RepostOf = "cry" }, Post("second", "ann", 12, Cry) with { RepostOf = "cry" }, Post("cry", "jo", 11, Cry), Post("third", "bob", 13, Cry) with { RepostOf = "cry" }];
        foreach (var isReadTwice in (bool[])[false, true])
        {
            var delivered = new List<string>();
            var versions = new NewestVersions();
            foreach (var mention in mentions) versions.Add(mention);
            var outcomes = isReadTwice ? Reader.ReadAllAsync(SourceOf(mentions), new NoSink(delivered), versions) : Reader.ReadAllAsync(SourceOf(mentions), new NoSink(delivered));
            await foreach (var outcome in outcomes) outcome.UndeliveredBecause.Should().BeNull();
            delivered.Should().Equal("first", "cry");
        }
    }

    private static async Task<(Digest Digest, string Json)> DigestOfAsync(Mention[] mentions)
    {
        var versions = new NewestVersions();
        foreach (var mention in mentions) versions.Add(mention);
        var builder = new DigestBuilder(Profile, Audience.Trust(), DigestWindow.Week(2026, 11, 9));
        await foreach (var outcome in Reader.ReadAllAsync(SourceOf(mentions), new NoSink(), versions)) builder.Add(outcome);
        var digest = builder.Build();
        return (digest, DigestRenderer.Json.Render(digest));
    }

    private static Mention Post(string id, string author, int day, string text) => new()
    {
        Id = id,
        Platform = Platform.X,
        Author = new Author { Handle = author, Followers = 10 },
        Text = text,
        Published = Instant.FromUtc(2026, 11, day, 12, 0),
    };

    private static async IAsyncEnumerable<SourceOutcome> SourceOf(Mention[] mentions)
    {
        await Task.Yield();
        foreach (var mention in mentions) yield return SourceOutcome.Read(mention);
    }

    private sealed class NoSink(List<string>? delivered = null) : IUrgentMentionSink
    {
        public ValueTask DeliverAsync(Feedback feedback, CancellationToken cancellationToken)
        {
            delivered?.Add(feedback.Mention.Id);
            return ValueTask.CompletedTask;
        }
    }
}

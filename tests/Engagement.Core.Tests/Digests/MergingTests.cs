using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Digests;

/// <summary>Any split and order of parts gives the same digest, to the byte.</summary>
public sealed class MergingTests
{
    private static readonly string[] Sentences =
    [
        "The night staff were kind and explained everything to my mum.", "We waited six hours and nobody said why.", "Thank you to the porter who found my glasses.",
        "Cold tea, cold room, no blanket.", "Car park full again.", "Proud of our team, shortlisted for an award!", "Q1 What helps you listen?", "A1 Time, and a cup of tea.",
        "I pledge to ask every patient one question.", "Diolch yn fawr",
    ];

    private static readonly AudienceOptions Ranked = new() { Id = "ranked", Scope = AudienceScope.Trust, RankAuthors = true, Approval = ApprovalPolicy.HoldNamedPeople };

    // A small limit, so that the sampling of words is part of what is tested.
    private static readonly DigestOptions Options = new() { DistinctLimit = 1_000, TranscriptLimit = 10, Kept = 50 };

    [Fact]
    public void Parts_in_any_split_and_order_merge_to_the_same_bytes() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(2026, 1121), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var outcomes = Outcomes(random, 150);
            var whole = New();
            foreach (var outcome in outcomes) whole.Add(outcome);

            random.Shuffle(outcomes);
            var parts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => New()).ToArray();
            foreach (var outcome in outcomes) parts[random.Next(parts.Length)].Add(outcome);
            random.Shuffle(parts);
            // Some parts travel through a file.
            var sum = parts.Select(part => random.Next(2) == 0 ? part : Reload(part)).Aggregate((left, right) =>
            {
                left.Merge(right);
                return left;
            });
            Bytes(sum).Should().Equal(Bytes(whole));
            var digest = sum.Build();
            (digest.Counts.Mentions + digest.LeftOut.Total).Should().Be(digest.LeftOut.Read, "whatever comes is shown or left out");
            digest.LeftOut.Read.Should().Be(150);
            DigestRenderer.Json.Render(sum.Build()).Should().Be(DigestRenderer.Json.Render(whole.Build()));
            DigestRenderer.Html.Render(sum.Build()).Should().Be(DigestRenderer.Html.Render(whole.Build()));
        }));

    [Fact]
    public void Building_changes_nothing_and_may_be_followed_by_more()
    {
        var outcomes = Outcomes(new Random(7), 80);
        var (asked, unasked) = (New(), New());
        foreach (var outcome in outcomes)
        {
            asked.Add(outcome);
            _ = asked.Build();
            unasked.Add(outcome);
        }

        Bytes(asked).Should().Equal(Bytes(unasked));
    }

    [Fact]
    public void What_is_kept_grows_with_what_is_distinct_and_not_with_mentions()
    {
        long SizeOf(int mentions)
        {
            var builder = New();
            for (var i = 0; i < mentions; i++)
            {
                // The same 20 people say the same 10 things at the same 7 times.
                builder.Add(Make($"m{i % 10}", Sentences[i % 10], (SentimentLabel)(i % 5), At(9 + (i % 7)), author: $"a{i % 20}", hashtags: ["nhs"], links: ["https://x.example/a"], campaigns: ["heroes", "chat"]));
            }

            return Bytes(builder).Length;
        }

        SizeOf(20_000).Should().BeLessThan(SizeOf(2_000) + 200, "only the numbers grow, by a byte here and there");
    }

    [Fact]
    public void Words_beyond_the_limit_are_counted_in_a_fixed_sample_and_said_so()
    {
        var builder = New();
        for (var i = 0; i < 2_000; i++) builder.Add(Make($"m{i}", $"kindness word{Letters(i)}a other{Letters(i)}b", author: $"a{i}"));
        var digest = builder.Build();
        digest.Listening.WordSample.Should().BeGreaterThan(1);
        digest.Words[0].Name.Should().Be("kindness");
        digest.Words[0].Count.Should().BeInRange(1_400, 2_600, "the sample stands for all 2,000");
    }

    [Fact]
    public void Builders_of_different_digests_are_not_merged()
    {
        var act = () => New().Merge(new DigestBuilder(Profile, Audience.Trust(), Week.Next(), Options));
        act.Should().Throw<ArgumentException>().WithMessage("*Only builders of one digest*");
        act = () => New().Merge(new DigestBuilder(Profile, Audience.Of(Ranked), Week, Options with { Approvals = [new ApprovalDecision("1", ApprovalState.Rejected, "x", At(10))] }));
        act.Should().Throw<ArgumentException>().WithMessage("*same profile, options and approvals*");
        var builder = New();
        act = () => builder.Merge(builder);
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_saved_builder_that_is_cut_short_or_damaged_is_refused_and_never_half_read()
    {
        var builder = New();
        foreach (var outcome in Outcomes(new Random(3), 40)) builder.Add(outcome);
        var bytes = Bytes(builder);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x55;
            var act = () => DigestBuilder.Load(new MemoryStream(damaged), Profile, Options);
            act.Should().Throw<FormatException>($"byte {i} is damaged");
            act = () => DigestBuilder.Load(new MemoryStream(bytes[..i]), Profile, Options);
            act.Should().Throw<FormatException>($"only {i} bytes are there");
        }
    }

    [Fact]
    public void A_newer_version_is_named()
    {
        var bytes = Bytes(New());
        bytes[3] = 9;
        var act = () => DigestBuilder.Load(new MemoryStream(bytes), Profile, Options);
        act.Should().Throw<FormatException>().WithMessage("*version 9*reads version 4*");
    }

    [Fact]
    public void History_gives_the_week_before_and_may_be_given_twice()
    {
        var earlier = new DigestBuilder(Profile, Audience.Trust(), Week.Previous());
        for (var i = 0; i < 3; i++) earlier.Add(Make($"e{i}", at: At(3), author: $"a{i}"));
        var builder = new DigestBuilder(Profile, Audience.Trust(), Week);
        builder.Add(Make("1"));
        builder.Build().Previous.Should().BeNull();
        builder.AddHistory(earlier);
        builder.AddHistory(earlier);
        builder.Build().Previous!.Positive.Should().Be(3);
        var act = () => earlier.AddHistory(builder);
        act.Should().Throw<ArgumentException>().WithMessage("*earlier window*");
    }

    private static DigestBuilder New() => new(ProfileWithRanking, Audience.Of(Ranked), Week, Options);

    private static TrustProfile ProfileWithRanking { get; } = Profile with { Audiences = [Ranked] };

    private static byte[] Bytes(DigestBuilder builder)
    {
        using var stream = new MemoryStream();
        builder.Save(stream);
        return stream.ToArray();
    }

    private static DigestBuilder Reload(DigestBuilder builder) => DigestBuilder.Load(new MemoryStream(Bytes(builder)), ProfileWithRanking, Options);

    private static string Letters(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static ReadOutcome[] Outcomes(Random random, int count)
    {
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                if (random.Next(30) == 0) return new ReadOutcome { Problem = new SourceProblem("file", $"line {i}", "broken") };
                var text = Pick(Sentences) + (random.Next(3) == 0 ? $" {Letters(random.Next(100_000))} {Letters(random.Next(100_000))}" : "");
                var feedback = Make(
                    $"m{i}",
                    text,
                    Pick(Enum.GetValues<SentimentLabel>()),
                    At(1, 0) + Duration.FromMinutes(random.Next(0, 16 * 24 * 60)),
                    Pick(Voice.Public, Voice.Public, Voice.Public, Voice.Staff, Voice.Trust, Voice.Press),
                    Pick(null, "ann", "bob", "HelenaRoxburn", $"u{random.Next(40)}"),
                    teams: Pick([], ["ward-7"], new[] { "maternity", "bay-b" }),
                    people: Pick([], [], [], new[] { "dembe" }),
                    followers: Pick<long?>(null, 0, 7, 1_000),
                    severity: Pick(0, 0, 0, 0, 4),
                    star: Pick([], [], new[] { (Pick(Enum.GetValues<StarPoint>()), Pick(Enum.GetValues<StarDirection>()), text[..5]) }),
                    campaigns: Pick([], ["heroes"], new[] { "chat" }),
                    hashtags: Pick([], new[] { Pick("nhs", "thanks", Letters(random.Next(5_000))) }),
                    links: Pick([], [], new[] { "https://news.example/" + random.Next(9) }),
                    replyTo: Pick(null, null, $"m{random.Next(count)}"),
                    repeatKey: Pick(null, null, "k" + random.Next(9)),
                    likes: Pick<long?>(null, 0, 3, 90),
                    platform: Pick(Platform.X, Platform.Bluesky, Platform.Survey));
                return new ReadOutcome { Feedback = feedback, RepeatOf = random.Next(8) == 0 ? $"m{random.Next(count)}" : null };
            }),
        ];
    }
}

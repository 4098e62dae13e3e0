using System.Buffers.Binary;
using System.Security.Cryptography;
using Engagement.Learning;

namespace Engagement.Sentiment;

/// <summary>Model files: what is read back, and what is refused and why.</summary>
public sealed class SentimentModelTests
{
    private static readonly byte[] Good = Make(new Calibration(1, 1, 0, 0)).ToBytes();

    public static TheoryData<string, byte[], string> Faulty() => new()
    {
        { "empty", [], "not a sentiment model file" },
        { "something else", [.. "{\"version\":1}............"u8], "not a sentiment model file" },
        { "header only", Good[..30], "truncated" },
        { "last byte missing", Good[..^1], $"truncated: {Good.Length - 53} of {Good.Length - 52} bytes" },
        { "one byte more", [.. Good, 0], "longer than it says" },
        { "one byte changed", With(Good, 60, (byte)(Good[60] ^ 1)), "hash" },
        { "newer", With(Good, 8, 2), "version 2; this library reads up to version 1" },
        { "no version", With(Good, 8, 0), "no version" },
        { "not a number", Make(new Calibration(double.NaN, 1, 0, 0)).ToBytes(), "not a number" },
        { "infinite", Make(new Calibration(1, 1, double.PositiveInfinity, 0)).ToBytes(), "not a number" },
        { "card longer than the file", Rehashed(bytes => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(52), int.MaxValue)), "card" },
        { "card of negative length", Rehashed(bytes => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(52), -1)), "card" },
        { "more features than bytes", Rehashed(bytes => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(52 + 4 + 6 + 64), 1_000_000)), "table of weights" },
        { "counts that do not add up", Rehashed(bytes => bytes[52 + 4 + 6 + 64 + 4 + 100]++), "table of weights" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_file_that_is_not_whole_is_refused_with_its_reason(string name, byte[] bytes, string reason)
    {
        SentimentModel.TryLoad(bytes, out var model, out var said).Should().BeFalse(name);
        model.Should().BeNull();
        said.Should().Contain(reason);
    }

    [Fact]
    public void A_file_is_read_back_as_it_was_written()
    {
        SentimentModel.TryLoad(Good, out var model, out var reason).Should().BeTrue(reason);
        model!.ToBytes().Should().Equal(Good);
        model.Card.Should().Be("a card");
        model.FeatureCount.Should().Be(300);
        model.Hash.Should().Be(Convert.ToHexStringLower(Good[20..52]));
    }

    [Fact]
    public void Every_weight_is_found_and_a_key_never_seen_lands_on_none()
    {
        var weights = WeightsOf(300);
        var table = NgramTable.TryRead(NgramTable.Of(weights).ToBytes())!;
        foreach (var (key, (polarity, neutrality)) in weights)
        {
            table.TryFind(key, out var p, out var n).Should().BeTrue();
            (p, n).Should().Be((polarity, neutrality));
        }

        for (ulong i = 1_000; i < 100_000; i++) table.TryFind(Engagement.Text.TokenHash.Combine(99, i), out _, out _).Should().BeFalse();
    }

    [Fact]
    public void The_shipped_model_is_within_its_size_and_has_a_card()
    {
        var model = SentimentModel.Default;
        model.ToBytes().Length.Should().BeLessThanOrEqualTo(1024 * 1024);
        model.Card.Should().Contain("Learned from").And.Contain("MIT").And.Contain("fewer than 5").And.Contain("calibration error").And.Contain("What was tried");
    }

    [Theory]
    [InlineData("@lovelystaff", "@qwzxv")]
    [InlineData("https://t.co/brilliant", "https://t.co/zzqqxx")]
    [InlineData("07911123456", "11")]
    public void Handles_links_and_digits_say_nothing(string one, string other)
    {
        var scorer = HybridSentimentScorer.Create();
        scorer.Score(MentionParser.Default.Parse("I saw it today " + one)).Margin
            .Should().Be(scorer.Score(MentionParser.Default.Parse("I saw it today " + other)).Margin);
    }

    private static SentimentModel Make(Calibration calibration) => new(NgramTable.Of(WeightsOf(300)), calibration, Calibration.None, "a card");

    private static Dictionary<ulong, (sbyte Polarity, sbyte Neutrality)> WeightsOf(int count) =>
        Enumerable.Range(0, count).ToDictionary(i => Engagement.Text.TokenHash.Combine(7, (ulong)i), i => ((sbyte)(i - 128), (sbyte)(127 - i)));

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        var changed = (byte[])bytes.Clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] Rehashed(Action<byte[]> change)
    {
        var bytes = (byte[])Good.Clone();
        change(bytes);
        SHA256.HashData(bytes.AsSpan(52), bytes.AsSpan(20));
        return bytes;
    }
}

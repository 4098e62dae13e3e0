using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Learning;

namespace Engagement.Sentiment;

/// <summary>The learned part of <see cref="HybridSentimentScorer"/>: quantised weights, calibration and a model card. Immutable.</summary>
public sealed class SentimentModel
{
    // Layout, little-endian: 8 bytes "ENGSENTI", version (4), length of what follows the hash (8), SHA-256 of it (32), then: length of the card
    // (4), card (UTF-8), two calibrations of four doubles (posts, feedback), the table of weights.
    private const int Version = 1;
    private const int HeaderLength = 8 + 4 + 8 + 32;
    private const int CalibrationLength = 4 * sizeof(double);
    private static readonly byte[] Magic = "ENGSENTI"u8.ToArray();
    private static readonly Lazy<SentimentModel> Shipped = new(LoadShipped);

    private readonly Lazy<string> _hash;

    internal SentimentModel(NgramTable table, Calibration posts, Calibration feedback, string card)
    {
        Table = table;
        RuleWeights = SentimentRules.WeightsOf(table);
        Posts = posts;
        Feedback = feedback;
        Card = card;
        _hash = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(ToPayload())));
    }

    /// <summary>The model that the library ships.</summary>
    public static SentimentModel Default => Shipped.Value;

    /// <summary>What the model was trained on, under which licence, when, with which figures; Markdown.</summary>
    public string Card { get; }

    /// <summary>SHA-256 of the model's content, card included: 64 hexadecimal digits.</summary>
    public string Hash => _hash.Value;

    /// <summary>How many features have a weight.</summary>
    public int FeatureCount => Table.Count;

    internal NgramTable Table { get; }

    internal short[] RuleWeights { get; }

    internal Calibration Posts { get; }

    internal Calibration Feedback { get; }

    /// <summary>The calibration for texts of this kind.</summary>
    internal Calibration CalibrationOf(Mention mention) => SentimentFeatures.IsFeedback(mention) ? Feedback : Posts;

    /// <summary>Reads a model file, as <c>Engagement.Training</c> writes it.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="model">The model; null when the bytes are refused.</param>
    /// <param name="reason">Why they are refused, in plain English; null when they are not.</param>
    public static bool TryLoad(ReadOnlySpan<byte> bytes, out SentimentModel? model, out string? reason)
    {
        model = null;
        reason = FaultOf(bytes);
        if (reason is not null) return false;

        var payload = bytes[HeaderLength..];
        var cardLength = payload.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(payload);
        if (cardLength < 0 || 4L + cardLength + (2 * CalibrationLength) > payload.Length)
        {
            reason = "the model file is damaged: its card does not fit into it";
            return false;
        }

        var card = Encoding.UTF8.GetString(payload.Slice(4, cardLength));
        var rest = payload[(4 + cardLength)..];
        var posts = ReadCalibration(rest);
        var feedback = ReadCalibration(rest[CalibrationLength..]);
        if (!IsFinite(posts) || !IsFinite(feedback))
        {
            reason = "the model file is damaged: its calibration has a value that is not a number";
            return false;
        }

        if (NgramTable.TryRead(rest[(2 * CalibrationLength)..]) is not { } table)
        {
            reason = "the model file is damaged: its table of weights does not have the length it says";
            return false;
        }

        model = new SentimentModel(table, posts, feedback, card);
        return true;
    }

    /// <summary>The bytes that <see cref="TryLoad"/> reads.</summary>
    public byte[] ToBytes()
    {
        var payload = ToPayload();
        var bytes = new byte[HeaderLength + payload.Length];
        Magic.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(12), payload.Length);
        SHA256.HashData(payload, bytes.AsSpan(20));
        payload.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    private static string? FaultOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes[..8].SequenceEqual(Magic)) return "this is not a sentiment model file";
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version > Version) return string.Create(CultureInfo.InvariantCulture, $"the model file has version {version}; this library reads up to version {Version}: update the library");
        if (version < 1) return "the model file is damaged: it has no version";
        if (bytes.Length < HeaderLength) return "the model file is truncated: it ends within its header";
        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]);
        var have = bytes.Length - HeaderLength;
        if (have < length) return string.Create(CultureInfo.InvariantCulture, $"the model file is truncated: {have} of {length} bytes");
        if (have > length) return "the model file is damaged: it is longer than it says";
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[HeaderLength..], hash);
        return hash.SequenceEqual(bytes.Slice(20, 32)) ? null : "the model file is damaged: its content does not have the hash it says";
    }

    private static bool IsFinite(in Calibration c) =>
        double.IsFinite(c.PolarityScale) && double.IsFinite(c.NeutralityScale) && double.IsFinite(c.PositiveOffset) && double.IsFinite(c.NegativeOffset);

    private static Calibration ReadCalibration(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[24..]));

    private static void WriteCalibration(Span<byte> bytes, in Calibration calibration)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, calibration.PolarityScale);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], calibration.NeutralityScale);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], calibration.PositiveOffset);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], calibration.NegativeOffset);
    }

    private static SentimentModel LoadShipped()
    {
        using var stream = DataTable.Open("sentiment.model");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return TryLoad(buffer.ToArray(), out var model, out var reason) ? model! : throw new InvalidOperationException("The model that the library ships is broken: " + reason);
    }

    private byte[] ToPayload()
    {
        var card = Encoding.UTF8.GetBytes(Card);
        var table = Table.ToBytes();
        var payload = new byte[4 + card.Length + (2 * CalibrationLength) + table.Length];
        BinaryPrimitives.WriteInt32LittleEndian(payload, card.Length);
        card.CopyTo(payload, 4);
        WriteCalibration(payload.AsSpan(4 + card.Length), Posts);
        WriteCalibration(payload.AsSpan(4 + card.Length + CalibrationLength), Feedback);
        table.CopyTo(payload, 4 + card.Length + (2 * CalibrationLength));
        return payload;
    }
}

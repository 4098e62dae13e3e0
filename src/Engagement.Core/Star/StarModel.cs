using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Engagement.Star;

/// <summary>
/// The learned part: a weight per feature and label. Whole numbers in the file, so that sums are exact on every machine. Immutable.
/// </summary>
internal sealed class StarModel
{
    /// <summary>The version that is read and written.</summary>
    public const int Version = 2;

    /// <summary>What a weight of 1 in the file is worth in a margin.</summary>
    public const double Unit = 1.0 / 32;

    /// <summary>Labels in a row of weights in memory: ten, and room up to the width of a vector.</summary>
    public const int RowLength = 16;

    // Layout, little-endian: 8 bytes "ENGSTAR ", version (4), length of what follows the hash (4), SHA-256 of it (32), then: baselines and
    // thresholds (4 each), number of features (4), and per feature its key (8), a mask of the labels that have a weight (2), those weights (1 each).
    private const int HeaderLength = 8 + 4 + 4 + 32;
    private const int MarginsLength = StarLabel.Count * 8;
    private static readonly byte[] Magic = "ENGSTAR "u8.ToArray();

    private readonly ulong[] _keys;
    private readonly KeyTable _table;
    private readonly sbyte[] _weights;

    // Weights of every idea and pair of ideas by their number, so that the most frequent look-up is an index.
    private readonly sbyte[] _pairs;

    private StarModel(double[] baseline, double[] thresholds, ulong[] keys, sbyte[] weights)
    {
        Baseline = baseline;
        Thresholds = thresholds;
        _keys = keys;
        _table = new KeyTable(keys);
        _weights = weights;
        var names = StarConcepts.Shipped.Names;
        _pairs = new sbyte[StarConcepts.Shipped.PairCount * RowLength];
        for (var one = 0; one < names.Length; one++)
        {
            for (var other = one; other < names.Length; other++)
            {
                var key = one == other ? StarKeys.Concept(names[one]) : StarKeys.ConceptPair(names[one], names[other]);
                WeightsOf(key).CopyTo(_pairs.AsSpan(StarConcepts.Shipped.PairOf(one, other) * RowLength));
            }
        }
    }

    /// <summary>The shipped model; null when the library was built without one.</summary>
    public static StarModel? Shipped { get; } = Embedded("Star.model.bin");

    /// <summary>The margin of each label for a text without features.</summary>
    public double[] Baseline { get; }

    /// <summary>The margin of each label above which it is a finding.</summary>
    public double[] Thresholds { get; }

    /// <summary>How many features have weights.</summary>
    public int Count => _keys.Length;

    /// <summary>The row of a feature; -1 when it has none.</summary>
    public int RowOf(ulong key) => _table.Find(key);

    /// <summary>The weights of a feature, one a label; empty when it has none.</summary>
    public ReadOnlySpan<sbyte> WeightsOf(ulong key)
    {
        var row = _table.Find(key);
        return row < 0 ? [] : _weights.AsSpan(row * RowLength, StarLabel.Count);
    }

    /// <summary>A row of weights as a vector.</summary>
    public Vector128<sbyte> RowAt(int row) => Vector128.LoadUnsafe(ref _weights[row * RowLength]);

    /// <summary>The weights of two ideas as a vector; of one idea where the two are one.</summary>
    public Vector128<sbyte> PairAt(int pair) => Vector128.LoadUnsafe(ref _pairs[pair * RowLength]);

    /// <summary>Makes a model from weights.</summary>
    public static StarModel Create(double[] baseline, double[] thresholds, IReadOnlyDictionary<ulong, sbyte[]> weights)
    {
        var keys = weights.Keys.Order().ToArray();
        var rows = new sbyte[keys.Length * RowLength];
        for (var i = 0; i < keys.Length; i++) weights[keys[i]].CopyTo(rows.AsSpan(i * RowLength));
        return new StarModel(baseline, thresholds, keys, rows);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model, damaged, or of another version; the message says which.</exception>
    public static StarModel Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[..8].SequenceEqual(Magic)) throw new InvalidDataException("This is no star model.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (version != Version) throw new InvalidDataException($"The star model is of version {version}; version {Version} is read.");
        if (file.Length < HeaderLength) throw new InvalidDataException("The star model is cut short within its header.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var payload = file[HeaderLength..];
        if (payload.Length < length) throw new InvalidDataException($"The star model is cut short: {payload.Length} of {length} bytes.");
        if (payload.Length > length) throw new InvalidDataException("The star model has bytes after its end.");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(payload, hash);
        if (!hash.SequenceEqual(file.Slice(16, 32))) throw new InvalidDataException("The star model is damaged: its content does not have the hash it says.");
        return ReadPayload(payload);
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var value in Baseline.Concat(Thresholds)) writer.Write((int)Math.Round(value / Unit));
        writer.Write(Count);
        for (var row = 0; row < Count; row++)
        {
            var weights = _weights.AsSpan(row * RowLength, StarLabel.Count);
            ushort mask = 0;
            for (var label = 0; label < weights.Length; label++) mask |= (ushort)(weights[label] == 0 ? 0 : 1 << label);
            writer.Write(_keys[row]);
            writer.Write(mask);
            foreach (var weight in weights)
            {
                if (weight != 0) writer.Write(weight);
            }
        }

        writer.Flush();
        var payload = stream.ToArray();
        var bytes = new byte[HeaderLength + payload.Length];
        Magic.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), payload.Length);
        SHA256.HashData(payload, bytes.AsSpan(16));
        payload.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    private static StarModel ReadPayload(ReadOnlySpan<byte> payload)
    {
        // The hash has said that these are the bytes that were written; what is checked here is that they were written by this very layout.
        if (payload.Length < MarginsLength + 4) throw new InvalidDataException("The star model is damaged: it has no thresholds.");
        var margins = new double[2 * StarLabel.Count];
        for (var i = 0; i < margins.Length; i++) margins[i] = BinaryPrimitives.ReadInt32LittleEndian(payload[(i * 4)..]) * Unit;
        var count = BinaryPrimitives.ReadInt32LittleEndian(payload[MarginsLength..]);
        if (count < 0 || count > payload.Length / 10) throw new InvalidDataException("The star model is damaged: it cannot hold as many features as it says.");
        var (keys, weights) = (new ulong[count], new sbyte[count * RowLength]);
        var at = MarginsLength + 4;
        for (var row = 0; row < count; row++)
        {
            if (payload.Length - at < 10) throw new InvalidDataException("The star model is damaged: a feature is cut short.");
            keys[row] = BinaryPrimitives.ReadUInt64LittleEndian(payload[at..]);
            if (row > 0 && keys[row] <= keys[row - 1]) throw new InvalidDataException("The star model is damaged: its features are not in order.");
            var mask = BinaryPrimitives.ReadUInt16LittleEndian(payload[(at + 8)..]);
            at += 10;
            for (var label = 0; label < StarLabel.Count; label++)
            {
                if ((mask >> label & 1) == 0) continue;
                if (at == payload.Length) throw new InvalidDataException("The star model is damaged: a feature is cut short.");
                weights[(row * RowLength) + label] = (sbyte)payload[at++];
            }
        }

        if (at != payload.Length) throw new InvalidDataException("The star model is damaged: it holds more than it says.");
        return new StarModel(margins[..StarLabel.Count], margins[StarLabel.Count..], keys, weights);
    }

    private static StarModel? Embedded(string resource)
    {
        using var stream = typeof(StarModel).Assembly.GetManifestResourceStream("Engagement." + resource);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}

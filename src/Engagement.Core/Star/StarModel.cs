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
    public const int Version = 3;

    /// <summary>What a weight of 1 in the file is worth in the margin of a text of plain length, see <see cref="StarScale"/>.</summary>
    public const double Unit = 1.0 / 32;

    // Layout, little-endian: 8 bytes "ENGSTAR ", version (4), length of what follows the hash (4), SHA-256 of it (32), then: baselines and
    // thresholds (4 each), number of features (4), and per feature its key (8), a mask of the labels that have a weight (2), those weights (1 each).
    private const int HeaderLength = 8 + 4 + 4 + 32;
    private const int MarginsLength = StarLabel.Count * 8;
    private static readonly byte[] Magic = "ENGSTAR "u8.ToArray();

    private readonly ulong[] _keys;
    private readonly StarTable _table;

    // Of every idea the place of its row, -1 for none; of every two ideas, in both orders, one more than the number of their pair, 0 for none.
    // The rows of pairs are the table's last, so that the most frequent look-up is an index.
    private readonly int[] _concepts;
    private readonly ushort[] _pairs;
    private readonly int _paired;
    private readonly int _firstPair;

    private StarModel(double[] baseline, double[] thresholds, ulong[] keys, sbyte[] weights)
    {
        Baseline = baseline;
        Thresholds = thresholds;
        _keys = keys;
        var names = StarConcepts.Shipped.Names;
        var pairs = Pairs(keys, names.AsSpan(0, StarConcepts.Shipped.Paired));
        _paired = StarConcepts.Shipped.Paired;
        _table = new StarTable(keys.Length, pairs.Count);
        for (var row = 0; row < keys.Length; row++) _table.Put(keys[row], weights.AsSpan(row * StarLabel.Count, StarLabel.Count));
        _concepts = names.Select(name => _table.Find(StarKeys.Concept(name))).ToArray();
        _pairs = new ushort[_paired * _paired];
        _firstPair = -1;
        foreach (var (one, other, row) in pairs)
        {
            var place = _table.Add(weights.AsSpan(row * StarLabel.Count, StarLabel.Count));
            if (_firstPair < 0) _firstPair = place;
            _pairs[(one * _paired) + other] = _pairs[(other * _paired) + one] = checked((ushort)(place - _firstPair + 1));
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

    /// <summary>The place of a feature's row of weights; -1 when it has none.</summary>
    public int RowOf(ulong key) => _table.Find(key);

    /// <summary>A row of weights as a vector, see <see cref="StarTable.RowAt"/>.</summary>
    public Vector128<sbyte> RowAt(int row) => _table.RowAt(row);

    /// <summary>The weight of a row for a label.</summary>
    public int WeightAt(int row, int label) => _table.WeightAt(row, label);

    /// <summary>The row of an idea; -1 when it has none.</summary>
    public int RowOfConcept(int concept) => _concepts[concept];

    /// <summary>The number of two ideas among the pairs that have weights; -1 when they have none.</summary>
    public int NumberOfPair(int one, int other) => _pairs[(one * _paired) + other] - 1;

    /// <summary>The row of a pair of ideas, by its number.</summary>
    public int RowOfPair(int number) => _firstPair + number;

    /// <summary>Makes a model from weights.</summary>
    public static StarModel Create(double[] baseline, double[] thresholds, IReadOnlyDictionary<ulong, sbyte[]> weights)
    {
        var keys = weights.Keys.Order().ToArray();
        var rows = new sbyte[keys.Length * StarLabel.Count];
        for (var i = 0; i < keys.Length; i++) weights[keys[i]].CopyTo(rows.AsSpan(i * StarLabel.Count));
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
        Span<sbyte> weights = stackalloc sbyte[StarLabel.Count];
        for (var row = 0; row < Count; row++)
        {
            var place = _table.Find(_keys[row]);
            for (var label = 0; label < weights.Length; label++) weights[label] = (sbyte)_table.WeightAt(place, label);
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

    private static List<(int One, int Other, int Row)> Pairs(ulong[] keys, ReadOnlySpan<ulong> names)
    {
        var pairs = new List<(int, int, int)>();
        for (var one = 0; one < names.Length; one++)
        {
            for (var other = one + 1; other < names.Length; other++)
            {
                var row = keys.AsSpan().BinarySearch(StarKeys.ConceptPair(names[one], names[other]));
                if (row >= 0) pairs.Add((one, other, row));
            }
        }

        return pairs;
    }

    private static StarModel ReadPayload(ReadOnlySpan<byte> payload)
    {
        // The hash has said that these are the bytes that were written; what is checked here is that they were written by this very layout.
        if (payload.Length < MarginsLength + 4) throw new InvalidDataException("The star model is damaged: it has no thresholds.");
        var margins = new double[2 * StarLabel.Count];
        for (var i = 0; i < margins.Length; i++) margins[i] = BinaryPrimitives.ReadInt32LittleEndian(payload[(i * 4)..]) * Unit;
        var count = BinaryPrimitives.ReadInt32LittleEndian(payload[MarginsLength..]);
        if (count < 0 || count > payload.Length / 10) throw new InvalidDataException("The star model is damaged: it cannot hold as many features as it says.");
        var (keys, weights) = (new ulong[count], new sbyte[count * StarLabel.Count]);
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
                weights[(row * StarLabel.Count) + label] = (sbyte)payload[at++];
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

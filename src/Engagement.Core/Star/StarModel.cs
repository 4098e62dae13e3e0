using System.Buffers.Binary;
using System.Collections.Frozen;

namespace Engagement.Star;

/// <summary>
/// The learned part: a weight per feature and label. Whole numbers in the file, so that sums are exact on every machine.
/// </summary>
internal sealed class StarModel
{
    /// <summary>First bytes of the file: "ESTR", then the version.</summary>
    public const uint Magic = 0x52545345;

    /// <summary>The version that is read and written.</summary>
    public const int Version = 1;

    /// <summary>What a weight of 1 in the file is worth in a margin.</summary>
    public const double Unit = 1.0 / 32;

    private readonly FrozenDictionary<ulong, int> _rows;
    private readonly short[] _weights;

    private StarModel(double[] baseline, double[] thresholds, FrozenDictionary<ulong, int> rows, short[] weights)
    {
        Baseline = baseline;
        Thresholds = thresholds;
        _rows = rows;
        _weights = weights;
    }

    /// <summary>The shipped model; null when the library was built without one.</summary>
    public static StarModel? Shipped { get; } = Embedded("Star.model.bin");

    /// <summary>The margin of each label for a text without features.</summary>
    public double[] Baseline { get; }

    /// <summary>The margin of each label above which it is a finding.</summary>
    public double[] Thresholds { get; }

    /// <summary>How many features have weights.</summary>
    public int Count => _rows.Count;

    /// <summary>The weights of a feature, one a label; empty when it has none.</summary>
    public ReadOnlySpan<short> WeightsOf(ulong key) => _rows.TryGetValue(key, out var row) ? _weights.AsSpan(row * StarLabel.Count, StarLabel.Count) : [];

    /// <summary>Whether the model has learned of a feature.</summary>
    public bool Knows(ulong key) => _rows.ContainsKey(key);

    /// <summary>Makes a model from weights.</summary>
    public static StarModel Create(double[] baseline, double[] thresholds, IReadOnlyDictionary<ulong, short[]> weights)
    {
        var rows = new Dictionary<ulong, int>(weights.Count);
        var all = new short[weights.Count * StarLabel.Count];
        foreach (var (key, row) in weights.OrderBy(entry => entry.Key))
        {
            row.CopyTo(all.AsSpan(rows.Count * StarLabel.Count));
            rows.Add(key, rows.Count);
        }

        return new StarModel(baseline, thresholds, rows.ToFrozenDictionary(), all);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model, damaged, or of another version; the message says which.</exception>
    public static StarModel Read(ReadOnlySpan<byte> file)
    {
        const int Header = 12 + (StarLabel.Count * 8);
        if (file.Length < Header || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic) throw new InvalidDataException("This is no star model.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        if (version != Version) throw new InvalidDataException($"The star model is of version {version}; version {Version} is read.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var baseline = new double[StarLabel.Count];
        var thresholds = new double[StarLabel.Count];
        for (var label = 0; label < StarLabel.Count; label++)
        {
            baseline[label] = BinaryPrimitives.ReadInt32LittleEndian(file[(12 + (label * 4))..]) * Unit;
            thresholds[label] = BinaryPrimitives.ReadInt32LittleEndian(file[(12 + ((StarLabel.Count + label) * 4))..]) * Unit;
        }

        var rows = new Dictionary<ulong, int>(Math.Max(0, Math.Min(count, file.Length)));
        var weights = new List<short>();
        var at = Header;
        for (var row = 0; row < count; row++)
        {
            if (file.Length - at < 10) throw new InvalidDataException("The star model is cut short.");
            var key = BinaryPrimitives.ReadUInt64LittleEndian(file[at..]);
            var mask = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 8)..]);
            at += 10;
            for (var label = 0; label < StarLabel.Count; label++)
            {
                if ((mask & (1 << label)) == 0)
                {
                    weights.Add(0);
                    continue;
                }

                if (at >= file.Length) throw new InvalidDataException("The star model is cut short.");
                weights.Add((sbyte)file[at++]);
            }

            if (!rows.TryAdd(key, row)) throw new InvalidDataException("The star model names a feature twice.");
        }

        if (at != file.Length) throw new InvalidDataException("The star model has bytes after its end.");
        return new StarModel(baseline, thresholds, rows.ToFrozenDictionary(), weights.ToArray());
    }

    /// <summary>The bytes that <see cref="Read"/> reads: weights are kept to a signed byte.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(_rows.Count);
        foreach (var value in Baseline.Concat(Thresholds)) writer.Write((int)Math.Round(value / Unit));
        foreach (var (key, row) in _rows.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            var weights = _weights.AsSpan(row * StarLabel.Count, StarLabel.Count);
            ushort mask = 0;
            for (var label = 0; label < weights.Length; label++) mask |= (ushort)(weights[label] == 0 ? 0 : 1 << label);
            writer.Write(mask);
            foreach (var weight in weights)
            {
                if (weight != 0) writer.Write((sbyte)Math.Clamp(weight, sbyte.MinValue, sbyte.MaxValue));
            }
        }

        writer.Flush();
        return stream.ToArray();
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

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Engagement.Learning;

/// <summary>
/// Learned weights of several labels by feature key: a baseline a label, and a signed byte a feature and label. Whole numbers, so that
/// sums are exact on every machine. Immutable.
/// </summary>
internal sealed class LabelWeights
{
    /// <summary>First bytes of the file: "ELBW", then the version.</summary>
    public const uint Magic = 0x57424C45;

    /// <summary>The version that is read and written.</summary>
    public const int Version = 1;

    /// <summary>How many labels there may be: a row of weights in memory is as wide as a vector.</summary>
    public const int MostLabels = 16;

    /// <summary>What a weight of 1 in the file is worth in a margin.</summary>
    public const double Unit = 1.0 / 32;

    private const int FilterBits = 1 << 17;
    private const int EntryBytes = 10;

    // A key beside one more than its row, so that both come with one line of the cache; 0 for an empty slot.
    private readonly Slot[] _slots;
    private readonly sbyte[] _weights;
    private readonly int[] _baseline;
    private readonly int[] _thresholds;
    private readonly int _shift;

    // Most keys of a text have no weight; a bit for 17 bits of each key (16 KB) says so without a look at the slots.
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    private LabelWeights(int[] baseline, int[] thresholds, int count)
    {
        _baseline = baseline;
        _thresholds = thresholds;
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2));
        _slots = new Slot[size];
        _shift = 64 - BitOperations.Log2(size);
        _weights = new sbyte[count * MostLabels];
        Count = count;
    }

    private LabelWeights(LabelWeights other, int[] thresholds)
    {
        (_slots, _weights, _baseline, _shift, _filter) = (other._slots, other._weights, other._baseline, other._shift, other._filter);
        (_thresholds, Count) = (thresholds, other.Count);
    }

    /// <summary>How many labels there are.</summary>
    public int Labels => _baseline.Length;

    /// <summary>How many features have weights.</summary>
    public int Count { get; }

    /// <summary>The margin of a label for a text without features, in steps of <see cref="Unit"/>.</summary>
    public ReadOnlySpan<int> Baseline => _baseline;

    /// <summary>The margin above which a label holds, in steps of <see cref="Unit"/>.</summary>
    public ReadOnlySpan<int> Thresholds => _thresholds;

    /// <summary>Makes a table of weights.</summary>
    public static LabelWeights Create(int[] baseline, int[] thresholds, IReadOnlyDictionary<ulong, sbyte[]> weights)
    {
        var table = new LabelWeights(baseline, thresholds, weights.Count);
        var row = 0;
        foreach (var (key, values) in weights.OrderBy(entry => entry.Key))
        {
            values.CopyTo(table._weights.AsSpan(row * MostLabels));
            if (!table.TryPut(key, row++)) throw new ArgumentException("A feature stands twice.", nameof(weights));
        }

        return table;
    }

    /// <summary>The weights of a feature, one a label; empty when it has none.</summary>
    public ReadOnlySpan<sbyte> Of(ulong key)
    {
        var row = RowOf(key);
        return row < 0 ? [] : _weights.AsSpan(row * MostLabels, Labels);
    }

    /// <summary>The number of a feature's row; negative when it has no weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NumberOf(ulong key)
    {
        var bit = (int)key & (FilterBits - 1);
        return (_filter[bit >> 6] >> (bit & 63) & 1) == 0 ? -1 : RowOf(key);
    }

    /// <summary>The weights of a row, one a label, with noughts up to <see cref="MostLabels"/>.</summary>
    public Vector128<sbyte> Row(int number) => Vector128.Create<sbyte>(_weights.AsSpan(number * MostLabels, MostLabels));

    /// <summary>Reads a table.</summary>
    /// <param name="name">What it is, for the message.</param>
    /// <param name="file">The bytes.</param>
    /// <exception cref="InvalidDataException">It is no such table, damaged, or of another version; the message says which.</exception>
    public static LabelWeights Read(string name, ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic) throw new InvalidDataException($"{name} is no table of weights.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        if (version != Version) throw new InvalidDataException($"{name} is of version {version}; version {Version} is read.");
        var labels = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var at = 16;
        if (labels is < 1 or > MostLabels || count < 0 || file.Length < at + (labels * 8) + ((long)count * EntryBytes)) throw new InvalidDataException($"{name} is cut short.");
        var baseline = Numbers(file, labels, ref at);
        var thresholds = Numbers(file, labels, ref at);
        var table = new LabelWeights(baseline, thresholds, count);
        for (var row = 0; row < count; row++)
        {
            if (file.Length - at < EntryBytes) throw new InvalidDataException($"{name} is cut short.");
            var key = BinaryPrimitives.ReadUInt64LittleEndian(file[at..]);
            var mask = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 8)..]);
            at += EntryBytes;
            for (var label = 0; label < labels; label++)
            {
                if ((mask & (1 << label)) == 0) continue;
                if (at >= file.Length) throw new InvalidDataException($"{name} is cut short.");
                table._weights[(row * MostLabels) + label] = (sbyte)file[at++];
            }

            if (!table.TryPut(key, row)) throw new InvalidDataException($"{name} names a feature twice.");
        }

        return at == file.Length ? table : throw new InvalidDataException($"{name} has bytes after its end.");
    }

    /// <summary>The bytes that <see cref="Read"/> reads, features in the order of their keys.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Labels);
        writer.Write(Count);
        foreach (var value in _baseline) writer.Write(value);
        foreach (var value in _thresholds) writer.Write(value);
        foreach (var slot in _slots.Where(slot => slot.RowFromOne > 0).OrderBy(slot => slot.Key))
        {
            var weights = _weights.AsSpan((slot.RowFromOne - 1) * MostLabels, Labels);
            ushort mask = 0;
            for (var label = 0; label < weights.Length; label++) mask |= (ushort)(weights[label] == 0 ? 0 : 1 << label);
            writer.Write(slot.Key);
            writer.Write(mask);
            foreach (var weight in weights)
            {
                if (weight != 0) writer.Write(weight);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The same weights with other thresholds.</summary>
    public LabelWeights WithThresholds(int[] thresholds) => new(this, thresholds);

    private static int[] Numbers(ReadOnlySpan<byte> file, int count, ref int at)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++, at += 4) numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(file[at..]);
        return numbers;
    }

    private int RowOf(ulong key)
    {
        var slots = _slots;
        for (var at = (int)(key >> _shift); ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];
            if (slot.RowFromOne == 0 || slot.Key == key) return slot.RowFromOne - 1;
        }
    }

    private bool TryPut(ulong key, int row)
    {
        var mask = _slots.Length - 1;
        var at = (int)(key >> _shift) & mask;
        for (; _slots[at].RowFromOne != 0; at = (at + 1) & mask)
        {
            if (_slots[at].Key == key) return false;
        }

        _slots[at] = new Slot(key, row + 1);
        var bit = (int)key & (FilterBits - 1);
        _filter[bit >> 6] |= 1UL << (bit & 63);
        return true;
    }

    private readonly record struct Slot(ulong Key, int RowFromOne);
}

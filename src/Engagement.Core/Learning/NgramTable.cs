using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Engagement.Learning;

/// <summary>
/// Learned weights by feature key: two small integers each. A key that was never seen in training meets a check of 40 bits, so that
/// it lands on no weight. Immutable.
/// </summary>
internal sealed class NgramTable
{
    /// <summary>Weights count this much a step: a weight of 64 adds 1 to the margin of a short text.</summary>
    public const int StepsPerMargin = 64;

    private const int Buckets = 1 << 16;
    private const int EntryBytes = 5;
    private const int FilterBits = 1 << 20;

    /// <summary>The bits of a key by which it is known.</summary>
    public const ulong CheckMask = ~0UL << 24;

    // Check in the upper 40 bits, "taken" in bit 16, weights in the lower 16: one cache line holds eight of them.
    private readonly ulong[] _slots;
    private readonly int _shift;

    // A bit for 20 bits of every key that do not place it. Most n-grams of a text have no weight, and these 128 KB say so without a look at the slots.
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    private NgramTable(int count)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count + (count / 2)));
        _slots = new ulong[size];
        _shift = 64 - BitOperations.Log2(size);
        Count = count;
    }

    /// <summary>How many features have a weight.</summary>
    public int Count { get; }

    /// <summary>Every feature with its weights; of a key only the part that tells it from others, the rest zero.</summary>
    public IEnumerable<KeyValuePair<ulong, (sbyte Polarity, sbyte Neutrality)>> Entries =>
        _slots.Where(slot => slot != 0).Select(slot => KeyValuePair.Create(slot & CheckMask, ((sbyte)slot, (sbyte)(slot >> 8))));

    /// <summary>A table of these weights.</summary>
    public static NgramTable Of(IReadOnlyCollection<KeyValuePair<ulong, (sbyte Polarity, sbyte Neutrality)>> weights)
    {
        var table = new NgramTable(weights.Count);
        foreach (var (key, (polarity, neutrality)) in weights) table.Put(key >> 24, polarity, neutrality);
        return table;
    }

    /// <summary>False when a feature has no weights; true when a look is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        var bit = (int)(key >> 24) & (FilterBits - 1);
        return (_filter[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    /// <summary>What stands where a feature would stand first; 0 when nothing does. Looking at many of these in a row costs little more than at one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HomeOf(ulong key) => _slots[(int)(key >> _shift) & (_slots.Length - 1)];

    /// <summary>The weights of a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ulong key, out int polarity, out int neutrality)
    {
        if (!MayHold(key))
        {
            polarity = neutrality = 0;
            return false;
        }

        var slots = _slots;
        var mask = slots.Length - 1;
        for (var i = (int)(key >> _shift); ; i++)
        {
            var slot = slots[i & mask];
            if (((slot ^ key) >> 24) == 0 && slot != 0)
            {
                polarity = (sbyte)slot;
                neutrality = (sbyte)(slot >> 8);
                return true;
            }

            if (slot == 0)
            {
                polarity = neutrality = 0;
                return false;
            }
        }
    }

    /// <summary>The bytes that <see cref="TryRead"/> reads: a count for each of 65,536 ranges of keys, then the entries in the order of their keys.</summary>
    public byte[] ToBytes()
    {
        var entries = new List<(ulong Check, ushort Weights)>(Count);
        foreach (var slot in _slots)
        {
            if (slot != 0) entries.Add((slot >> 24, (ushort)slot));
        }

        entries.Sort((a, b) => a.Check.CompareTo(b.Check));
        var counts = new byte[Buckets];
        foreach (var (check, _) in entries)
        {
            ref var count = ref counts[check >> 24];
            if (count == byte.MaxValue) throw new InvalidOperationException("Too many features fall in one range of keys.");
            count++;
        }

        var bytes = new byte[4 + Buckets + (entries.Count * EntryBytes)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, entries.Count);
        counts.CopyTo(bytes, 4);
        var at = 4 + Buckets;
        foreach (var (check, weights) in entries)
        {
            bytes[at] = (byte)check;
            bytes[at + 1] = (byte)(check >> 8);
            bytes[at + 2] = (byte)(check >> 16);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 3), weights);
            at += EntryBytes;
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when the bytes are not a table.</summary>
    public static NgramTable? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 + Buckets) return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count < 0 || bytes.Length != 4 + Buckets + ((long)count * EntryBytes)) return null;
        var table = new NgramTable(count);
        var at = 4 + Buckets;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            for (var left = bytes[4 + bucket]; left > 0; left--, at += EntryBytes)
            {
                if (at + EntryBytes > bytes.Length) return null;
                var check = ((ulong)bucket << 24) | bytes[at] | ((ulong)bytes[at + 1] << 8) | ((ulong)bytes[at + 2] << 16);
                table.Put(check, (sbyte)bytes[at + 3], (sbyte)bytes[at + 4]);
            }
        }

        return at == bytes.Length ? table : null;
    }

    private void Put(ulong check, sbyte polarity, sbyte neutrality)
    {
        var mask = _slots.Length - 1;
        var i = (int)((check << 24) >> _shift);
        while (_slots[i & mask] != 0) i++;
        var bit = (int)check & (FilterBits - 1);
        _filter[bit >> 6] |= 1UL << (bit & 63);
        _slots[i & mask] = (check << 24) | (1 << 16) | ((ulong)(byte)neutrality << 8) | (byte)polarity;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Engagement.Star;

/// <summary>
/// Rows of weights by key, and after them rows that are known by their place. A row lies in one slot of 16 bytes with its key, so that one
/// line of the cache answers; most keys that are asked for have no row, and a bit of a filter says so. Immutable.
/// </summary>
internal sealed class StarTable
{
    // In a slot: the upper 48 bits of the key, the lower 16 of which say where to look; then the weights. All zero: an empty slot.
    private const int KeyBytes = 6;
    private const ulong KeyMask = (1ul << (8 * KeyBytes)) - 1;

    private readonly Vector128<sbyte>[] _slots;
    private readonly ulong[] _filter;
    private readonly int _mask;
    private readonly int _filterMask;
    private int _count;

    /// <summary>An empty table.</summary>
    /// <param name="keys">How many rows by key there will be.</param>
    /// <param name="others">How many rows by place there will be.</param>
    public StarTable(int keys, int others)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys + (keys / 2)));
        _slots = new Vector128<sbyte>[size + others];
        _filter = new ulong[size * 4 / 64];
        _mask = size - 1;
        _filterMask = (size * 4) - 1;
        _count = size;
    }

    /// <summary>Puts a row under a key.</summary>
    /// <exception cref="InvalidDataException">The key cannot be told from another, or from none.</exception>
    public void Put(ulong key, ReadOnlySpan<sbyte> weights)
    {
        if (key >> 16 == 0 || Find(key) >= 0) throw new InvalidDataException("Two features of the star model have one key.");
        var at = (int)key & _mask;
        while (KeyAt(at) != 0) at = (at + 1) & _mask;
        Write(at, key >> 16, weights);
        var bit = (int)(key >> 32) & _filterMask;
        _filter[bit >> 6] |= 1ul << (bit & 63);
    }

    /// <summary>Adds a row without a key.</summary>
    /// <returns>Its place.</returns>
    public int Add(ReadOnlySpan<sbyte> weights)
    {
        Write(_count, 0, weights);
        return _count++;
    }

    /// <summary>The place of a key's row; -1 when it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        var bit = (int)(key >> 32) & _filterMask;
        return (_filter[bit >> 6] >> (bit & 63) & 1) == 0 ? -1 : Search(key);
    }

    /// <summary>A row: its last ten bytes are the weights, one a label, and those before them mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<sbyte> RowAt(int place) => _slots[place];

    /// <summary>The weight of a row for a label.</summary>
    public int WeightAt(int place, int label) => _slots[place][KeyBytes + label];

    private int Search(ulong key)
    {
        for (var at = (int)key & _mask; ; at = (at + 1) & _mask)
        {
            var known = KeyAt(at);
            if (known == key >> 16) return at;
            if (known == 0) return -1;
        }
    }

    private ulong KeyAt(int place) => _slots[place].AsUInt64().ToScalar() & KeyMask;

    private void Write(int place, ulong key, ReadOnlySpan<sbyte> weights)
    {
        Span<sbyte> slot = stackalloc sbyte[Vector128<sbyte>.Count];
        for (var i = 0; i < KeyBytes; i++) slot[i] = (sbyte)(key >> (8 * i));
        weights.CopyTo(slot[KeyBytes..]);
        _slots[place] = Vector128.Create<sbyte>(slot);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Engagement.Learning;

/// <summary>
/// The weights of one label by feature key, eight bytes each, so that one line of the cache answers. A key that was never seen in training
/// meets a check of 56 bits. Immutable once filled.
/// </summary>
internal sealed class LabelColumn
{
    private const int FilterBits = 1 << 17;

    // Check in the upper 56 bits, weight in the lowest 8; 0 for an empty slot.
    private readonly ulong[] _slots;
    private readonly int _shift;

    // Most keys of a text have no weight; a bit for 17 bits of each key (16 KB) says so without a look at the slots.
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    /// <summary>A column with room for so many weights.</summary>
    public LabelColumn(int count)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count + (count / 2)));
        _slots = new ulong[size];
        _shift = 64 - BitOperations.Log2(size);
    }

    /// <summary>Adds a weight other than 0 under a key that has none.</summary>
    public void Put(ulong key, sbyte weight)
    {
        var mask = _slots.Length - 1;
        var at = (int)(key >> _shift);
        while (_slots[at & mask] != 0) at++;
        _slots[at & mask] = (key & ~0xFFUL) | (byte)weight;
        _filter[((int)(key >> 8) & (FilterBits - 1)) >> 6] |= 1UL << ((int)(key >> 8) & 63);
    }

    /// <summary>The weight; 0 when the feature has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(ulong key)
    {
        var bit = (int)(key >> 8) & (FilterBits - 1);
        return (_filter[bit >> 6] >> (bit & 63) & 1) == 0 ? 0 : Known(key);
    }

    private int Known(ulong key)
    {
        var slots = _slots;
        for (var at = (int)(key >> _shift); ; at++)
        {
            var slot = slots[at & (slots.Length - 1)];
            if ((slot ^ key) >> 8 == 0 && slot != 0) return (sbyte)slot;
            if (slot == 0) return 0;
        }
    }
}

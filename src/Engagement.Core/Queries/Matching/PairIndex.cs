using System.Runtime.CompilerServices;

namespace Engagement.Queries.Matching;

/// <summary>Queries by two terms of which both must be there: where a term is in many queries, its partners single out the few.</summary>
internal sealed class PairIndex
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Slot[] _slots;
    private readonly int _shift;
    private readonly int[] _codes;

    private PairIndex(Slot[] slots, int shift, int[] codes)
    {
        _slots = slots;
        _shift = shift;
        _codes = codes;
    }

    /// <summary>A query that hangs on <paramref name="Anchor"/> and may have <paramref name="Partner"/> as the other term.</summary>
    public readonly record struct Entry(int Anchor, int Partner, int Code);

    private struct Slot
    {
        // Anchor and partner, each plus one, so that 0 is an empty slot.
        public ulong Key;
        public int Start;
        public int Count;
    }

    public static PairIndex Of(List<Entry> entries)
    {
        var bits = Math.Max(1, System.Numerics.BitOperations.Log2((uint)Math.Max(1, entries.Count)) + 1);
        var index = new PairIndex(new Slot[1 << bits], 64 - bits, new int[entries.Count]);
        foreach (var entry in entries) index._slots[index.PlaceOf(KeyOf(entry.Anchor, entry.Partner))].Count++;
        var next = 0;
        for (var i = 0; i < index._slots.Length; i++)
        {
            ref var slot = ref index._slots[i];
            slot.Start = next;
            next += slot.Count;
            slot.Count = 0;
        }

        foreach (var entry in entries)
        {
            ref var slot = ref index._slots[index.PlaceOf(KeyOf(entry.Anchor, entry.Partner))];
            index._codes[slot.Start + slot.Count++] = entry.Code;
        }

        return index;
    }

    /// <summary>Where the code of each query of a pair begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Find(int anchor, int partner)
    {
        var key = KeyOf(anchor, partner);
        var at = (int)((key * Multiplier) >> _shift);
        while (true)
        {
            ref readonly var slot = ref _slots[at];
            if (slot.Key == key) return _codes.AsSpan(slot.Start, slot.Count);
            if (slot.Key == 0) return default;
            at = (at + 1) & (_slots.Length - 1);
        }
    }

    /// <summary>The slot of a key, which is put there when it is new.</summary>
    private int PlaceOf(ulong key)
    {
        var at = (int)((key * Multiplier) >> _shift);
        while (_slots[at].Key != key && _slots[at].Key != 0) at = (at + 1) & (_slots.Length - 1);
        _slots[at].Key = key;
        return at;
    }

    private static ulong KeyOf(int anchor, int partner) => ((ulong)(anchor + 1) << 32) | (uint)(partner + 1);
}

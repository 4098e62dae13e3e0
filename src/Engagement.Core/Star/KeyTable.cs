using System.Numerics;
using System.Runtime.CompilerServices;

namespace Engagement.Star;

/// <summary>Numbers of known keys, from 0 in the order given. Most keys that are asked for are unknown, and a bit of a filter says so. Immutable.</summary>
internal sealed class KeyTable
{
    private readonly ulong[] _keys;
    private readonly int[] _numbers;
    private readonly ulong[] _filter;
    private readonly int _mask;
    private readonly int _filterMask;

    /// <summary>A table of keys that differ.</summary>
    public KeyTable(ReadOnlySpan<ulong> keys)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        _keys = new ulong[size];
        _numbers = new int[size];
        _filter = new ulong[size * 4 / 64];
        _mask = size - 1;
        _filterMask = (size * 4) - 1;
        _numbers.AsSpan().Fill(-1);
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)keys[i] & _mask;
            while (_numbers[slot] >= 0) slot = (slot + 1) & _mask;
            (_keys[slot], _numbers[slot]) = (keys[i], i);
            var bit = (int)(keys[i] >> 32) & _filterMask;
            _filter[bit >> 6] |= 1ul << (bit & 63);
        }
    }

    /// <summary>The number of a key; -1 when it is unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        var bit = (int)(key >> 32) & _filterMask;
        return (_filter[bit >> 6] >> (bit & 63) & 1) == 0 ? -1 : Search(key);
    }

    private int Search(ulong key)
    {
        for (var slot = (int)key & _mask; ; slot = (slot + 1) & _mask)
        {
            var number = _numbers[slot];
            if (number < 0 || _keys[slot] == key) return number;
        }
    }
}

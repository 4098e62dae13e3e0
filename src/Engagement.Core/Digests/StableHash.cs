using System.Numerics;
using System.Runtime.InteropServices;

namespace Engagement.Digests;

/// <summary>A 64-bit hash that is the same on every machine and in every run. Not for secrets.</summary>
internal struct StableHash
{
    private const ulong K1 = 0x9E3779B97F4A7C15;
    private const ulong K2 = 0xD6E8FEB86659FD93;
    private ulong _state;

    public StableHash(ulong seed) => _state = seed ^ K1;

    public readonly ulong Value => Mix(_state, K2);

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = new StableHash(0);
        hash.Add(text);
        return hash.Value;
    }

    public static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a ^ K1, b ^ K2, out var low);
        return high ^ low ^ BitOperations.RotateLeft(a, 23);
    }

    public void Add(ulong value) => _state = Mix(_state ^ value, K1);

    public void Add(long value) => Add(unchecked((ulong)value));

    /// <summary>Null and empty differ; the length is part, so that neighbours cannot run into one another.</summary>
    public void Add(string? text)
    {
        if (text is null) Add(ulong.MaxValue);
        else Add(text.AsSpan());
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Add((ulong)text.Length);
        var i = 0;
        for (; i + 4 <= text.Length; i += 4)
            Add(Four(text, i));
        var rest = 0UL;
        for (var shift = 0; i < text.Length; i++, shift += 16) rest |= (ulong)text[i] << shift;
        if (text.Length % 4 != 0) Add(rest);
    }

    private static ulong Four(ReadOnlySpan<char> text, int at) => BitConverter.IsLittleEndian
        ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(at, 4)))
        : text[at] | ((ulong)text[at + 1] << 16) | ((ulong)text[at + 2] << 32) | ((ulong)text[at + 3] << 48);
}

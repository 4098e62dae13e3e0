using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Engagement.Text;

/// <summary>
/// The 64-bit hash by which every table of the library knows a folded word. Part of the format of persisted models: the same on
/// every machine and in every version.
/// </summary>
internal static class TokenHash
{
    // Odd constants with well-mixed bits: the fractional parts of the golden ratio and of the square root of 2.
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Multiplier = 0x6A09E667F3BCC909;

    /// <summary>Hash of folded characters: four at a time, the last four overlapping what came before.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed ^ ((ulong)folded.Length * Multiplier);
        if (folded.Length >= 4)
        {
            for (var i = 0; i < folded.Length - 4; i += 4) hash = Mix(hash, Four(folded, i));
            return Finish(Mix(hash, Four(folded, folded.Length - 4)));
        }

        if (folded.IsEmpty) return Finish(hash);
        var few = folded[0] | ((ulong)folded[folded.Length >> 1] << 16) | ((ulong)folded[^1] << 32);
        return Finish(Mix(hash, few));
    }

    /// <summary>Hash of a sequence, from the hash of what stands before and of what follows: n-grams and phrases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Combine(ulong before, ulong next) => Finish(((before * Multiplier) ^ next) + Seed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong four) => BitOperations.RotateLeft((hash ^ four) * Multiplier, 29);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ReadOnlySpan<char> folded, int index)
    {
        if (BitConverter.IsLittleEndian) return MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(folded.Slice(index, 4)));
        return folded[index] | ((ulong)folded[index + 1] << 16) | ((ulong)folded[index + 2] << 32) | ((ulong)folded[index + 3] << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= Multiplier;
        return hash ^ (hash >> 29);
    }
}

using System.Runtime.CompilerServices;

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

    /// <summary>Hash of folded characters.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed ^ (ulong)folded.Length;
        foreach (var c in folded) hash = (hash ^ c) * Multiplier;
        return Finish(hash);
    }

    /// <summary>Hash of a sequence, from the hash of what stands before and of what follows: n-grams and phrases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Combine(ulong before, ulong next) => Finish(((before * Multiplier) ^ next) + Seed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= Multiplier;
        return hash ^ (hash >> 29);
    }
}

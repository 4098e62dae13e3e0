using System.Runtime.CompilerServices;
using Engagement.Text;

namespace Engagement.Learning;

/// <summary>Keys of features. Part of the format of model files: the same on every machine and in every version.</summary>
internal static class NgramHash
{
    // Odd constants with well-mixed bits: the fractional parts of the square roots of 3 and 5.
    private const ulong PartSeed = 0xBB67AE8584CAA73B;
    private const ulong PartMultiplier = 0x3C6EF372FE94F82B;

    /// <summary>Key of the text-wide feature of this name: found by what it says, not by where it stands.</summary>
    public static ulong Named(string name) => TokenHash.Combine(PartSeed, TokenHash.Of(name));

    /// <summary>Key of a feature in a context.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong In(ulong context, ulong key) => TokenHash.Combine(context, key);

    /// <summary>State of a character n-gram before its first character.</summary>
    public static ulong PartStart => PartSeed;

    /// <summary>State of a character n-gram after one more character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PartNext(ulong state, char c) => (state ^ c) * PartMultiplier;

    /// <summary>Key of a character n-gram.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PartKey(ulong state, int length)
    {
        state ^= (ulong)length << 56;
        state ^= state >> 29;
        state *= PartMultiplier;
        return state ^ (state >> 32);
    }
}

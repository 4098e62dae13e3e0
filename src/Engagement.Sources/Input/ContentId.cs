using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Sources.Input;

/// <summary>An id for an item that brings none: a digest of what identifies it, the same for the same input everywhere.</summary>
internal static class ContentId
{
    // Tables without ids make one for every row: short content takes no memory but the id itself.
    private const int StackBytes = 2048;

    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var size = 0;
        foreach (var part in parts) size += Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0) + 1;
        var rented = size > StackBytes ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = rented ?? stackalloc byte[StackBytes];
        var count = 0;
        foreach (var part in parts)
        {
            count += Encoding.UTF8.GetBytes(part, bytes[count..]);

            // A byte that UTF-8 never has, so that parts cannot run into one another.
            bytes[count++] = 0xFF;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..count], digest);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return "content:" + Convert.ToHexStringLower(digest[..12]);
    }
}

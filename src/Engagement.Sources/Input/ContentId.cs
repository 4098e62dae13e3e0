using System.Security.Cryptography;
using System.Text;

namespace Engagement.Sources.Input;

/// <summary>An id for an item that brings none: a digest of what identifies it, the same for the same input everywhere.</summary>
internal static class ContentId
{
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            // A byte that UTF-8 never has, so that parts cannot run into one another.
            hash.AppendData([0xFF]);
        }

        return "content:" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}

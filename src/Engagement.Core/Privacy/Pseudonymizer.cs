using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Privacy;

/// <summary>
/// Gives authors a name that only the holder of the trust's key can tie to them: the same author has the same pseudonym for as long
/// as the key is in use. Immutable, thread-safe.
/// </summary>
public sealed class Pseudonymizer
{
    // 80 bits: among ten million authors two share a pseudonym with a chance of about 1 in 20 billion.
    private const int Length = 10;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly PseudonymKey[] _keys;

    /// <summary>Takes the trust's keys, the current one first. Rotation puts a new key in front; old ones stay for as long as old pseudonyms must be recognised.</summary>
    /// <exception cref="ArgumentException">There is no key, or two have the same id.</exception>
    public Pseudonymizer(params IReadOnlyList<PseudonymKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) throw new ArgumentException("At least one key is needed.", nameof(keys));
        if (keys.DistinctBy(key => key.Id).Count() != keys.Count) throw new ArgumentException("Two keys have the same id.", nameof(keys));
        _keys = [.. keys];
    }

    /// <summary>The pseudonym under the current key, such as <c>k1-mfrggzdfmztwq2lk</c>.</summary>
    /// <param name="platform">Platform of the handle.</param>
    /// <param name="handle">Handle, with or without <c>@</c>; case does not count.</param>
    public string Of(Platform platform, string handle) => Of(_keys[0], platform, handle);

    /// <summary>The pseudonyms under every key, the current one first.</summary>
    /// <inheritdoc cref="Of(Platform, string)" path="/param"/>
    public IReadOnlyList<string> AllOf(Platform platform, string handle) => [.. _keys.Select(key => Of(key, platform, handle))];

    /// <summary>Whether a pseudonym, made under any of the keys, is this author's.</summary>
    /// <param name="pseudonym">The pseudonym.</param>
    /// <param name="platform">Platform of the handle.</param>
    /// <param name="handle">Handle, with or without <c>@</c>; case does not count.</param>
    public bool Matches(string pseudonym, Platform platform, string handle)
    {
        ArgumentNullException.ThrowIfNull(pseudonym);
        var cut = pseudonym.IndexOf('-', StringComparison.Ordinal);
        var key = cut < 0 ? null : Array.Find(_keys, key => pseudonym.AsSpan(0, cut).SequenceEqual(key.Id));
        return key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(pseudonym), Encoding.UTF8.GetBytes(Of(key, platform, handle)));
    }

    private static string Of(PseudonymKey key, Platform platform, string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var bare = handle.StartsWith('@') ? handle[1..] : handle;
        // The number of the platform, not its name: a renamed member must not change every pseudonym.
        var message = string.Create(CultureInfo.InvariantCulture, $"{(int)platform}\n{bare.ToLowerInvariant()}");
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(message), hash);
        return $"{key.Id}-{Base32(hash[..Length])}";
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var value in bytes)
        {
            bits = bits << 8 | value;
            for (count += 8; count >= 5; count -= 5) text.Append(Alphabet[bits >> (count - 5) & 31]);
            bits &= (1 << count) - 1;
        }

        return text.ToString();
    }
}

namespace Engagement.Privacy;

/// <summary>A secret of the trust with the name under which it is known. The host keeps it, outside the profile.</summary>
public sealed class PseudonymKey
{
    private readonly byte[] _secret;

    /// <summary>Takes a copy of the secret.</summary>
    /// <param name="id">Name of the key, of lower-case letters and digits, up to 16; it stands in every pseudonym.</param>
    /// <param name="secret">At least 16 random bytes; 32 are best.</param>
    /// <exception cref="ArgumentException">The id or the secret is not as described.</exception>
    public PseudonymKey(string id, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > 16 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            throw new ArgumentException("The id of a key is 1 to 16 lower-case letters and digits.", nameof(id));
        if (secret.Length < 16) throw new ArgumentException("A key has at least 16 bytes.", nameof(secret));
        Id = id;
        _secret = secret.ToArray();
    }

    /// <summary>Name of the key.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> Secret => _secret;

    /// <summary>The id; never the secret.</summary>
    public override string ToString() => Id;
}

namespace Engagement.Digests;

/// <summary>Makes the library's own <see cref="DigestBuilder"/>. Thread-safe.</summary>
public sealed class DigestBuilderFactory : IDigestBuilderFactory
{
    /// <inheritdoc/>
    public IDigestBuilder Create(TrustProfile profile, Audience audience, DigestWindow window, DigestOptions? options = null) =>
        new DigestBuilder(profile, audience, window, options);
}

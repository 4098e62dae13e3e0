namespace Engagement;

/// <summary>Makes the builder of one digest, so that a host can put in its own.</summary>
public interface IDigestBuilderFactory
{
    /// <summary>A builder that has seen nothing yet.</summary>
    IDigestBuilder Create(TrustProfile profile, Audience audience, DigestWindow window, DigestOptions? options = null);
}

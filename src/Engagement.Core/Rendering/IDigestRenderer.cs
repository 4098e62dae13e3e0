namespace Engagement;

/// <summary>Turns a digest into a document. Pure: the same digest gives the same characters, with LF line ends. Thread-safe.</summary>
public interface IDigestRenderer
{
    /// <summary>The document.</summary>
    string Render(Digest digest);
}

namespace Engagement;

/// <summary>Reads the words and entities of a mention. Implementations are thread-safe and pure.</summary>
public interface IMentionParser
{
    /// <summary>Reads a mention. Never throws on text, whatever it holds.</summary>
    /// <param name="mention">The mention; its platform decides the dialect.</param>
    ParsedMention Parse(Mention mention);

    /// <summary>Reads a mention into buffers of the caller.</summary>
    /// <param name="mention">The mention; its platform decides the dialect.</param>
    /// <param name="workspace">The buffers; the result holds until they are used again.</param>
    ParsedMention Parse(Mention mention, ReadingWorkspace workspace);
}

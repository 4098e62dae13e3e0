using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Mentions;

namespace Engagement.Reading;

/// <summary>
/// Feedback as one JSON object on one line, and back: camelCase names, enumerations by name, the mention in the form of
/// <see cref="MentionJson"/>, and <c>version</c> first. Unknown fields are passed over. Thread-safe.
/// </summary>
public static class FeedbackJson
{
    /// <summary>The version written and read.</summary>
    public const int FormatVersion = 1;

    /// <summary>The feedback as one line, without the line break.</summary>
    public static string Write(Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return JsonSerializer.Serialize(new FeedbackEnvelope(FormatVersion, feedback), FeedbackJsonContext.Default.FeedbackEnvelope);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">One JSON object.</param>
    /// <exception cref="FormatException">The text is not feedback of this version; the message says where and why.</exception>
    public static Feedback Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var envelope = JsonSerializer.Deserialize(json, FeedbackJsonContext.Default.FeedbackEnvelope);
            if (envelope is not { Feedback: { } feedback }) throw new FormatException("Expected an object with version and feedback.");
            return envelope.Version == FormatVersion
                ? feedback
                : throw new FormatException($"Feedback of version {envelope.Version} cannot be read; this library reads version {FormatVersion}.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Not feedback: at {fault.Path ?? "$"}, line {(fault.LineNumber ?? 0) + 1}, byte {(fault.BytePositionInLine ?? 0) + 1}: {fault.Message}", fault);
        }
    }
}

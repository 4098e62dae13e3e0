using System.Text.Json;
using Engagement.Mentions;
using Engagement.Text;

namespace Workbench;

internal static class Spans
{
    /// <summary>Writes a place as the members <c>start</c> and <c>end</c>.</summary>
    public static void WritePlace(Utf8JsonWriter writer, TextSpan span, SpanConverter offsets)
    {
        var (start, end) = offsets.Convert(span);
        writer.WriteNumber("start", start);
        writer.WriteNumber("end", end);
    }

    /// <summary>Writes the places of evidence in the text, each once, in order, as <c>[[start,end],…]</c>.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<Evidence> evidence, SpanConverter offsets)
    {
        writer.WriteStartArray(name);
        foreach (var span in evidence.Where(item => item.Field == MentionField.Text).Select(item => item.Span).Distinct().OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            var (start, end) = offsets.Convert(span);
            writer.WriteStartArray();
            writer.WriteNumberValue(start);
            writer.WriteNumberValue(end);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}

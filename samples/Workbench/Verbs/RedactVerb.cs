using System.CommandLine;
using System.Text.Json;
using Engagement;
using Engagement.Mentions;
using Engagement.Privacy;

namespace Workbench.Verbs;

/// <summary><c>redact</c>: each post with marked gaps where something identifies a person.</summary>
internal static class RedactVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var command = new Command("redact", "Each post with marked gaps where something identifies a person.") { options.Profile };
        options.AddInputTo(command);
        command.SetAction((arguments, _) =>
        {
            var policy = options.ReadProfile(arguments)?.Privacy ?? RedactionPolicy.Default;
            return LineFilter.RunAsync(arguments, options, (mention, workspace) =>
            {
                var redacted = Redactor.Default.Redact(MentionParser.Default.Parse(mention, workspace), MentionField.Text, policy);
                return new LineAnswer(() => Readable.WriteLine(redacted.Text), (writer, offsets) => Write(writer, offsets, redacted));
            });
        });
        return command;
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, RedactedText redacted)
    {
        writer.WriteString("text", redacted.Text);
        writer.WriteStartArray("redactions");
        foreach (var redaction in redacted.Redactions)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Names.Of(redaction.Kind));
            Spans.WritePlace(writer, redaction.Span, offsets);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

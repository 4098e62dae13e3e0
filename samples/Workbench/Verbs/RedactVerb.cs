using System.CommandLine;
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
        command.SetAction((arguments, _) => RunAsync(arguments, options));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options)
    {
        var policy = options.ReadProfile(arguments)?.Privacy ?? RedactionPolicy.Default;
        var input = Inputs.Of(arguments, options);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var redacted = Redactor.Default.Redact(MentionParser.Default.Parse(mention, workspace), MentionField.Text, policy);
            if (json is null)
            {
                Readable.WriteLine(redacted.Text);
                continue;
            }

            var offsets = new SpanConverter(mention.Text, unit);
            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                writer.WriteString("text", redacted.Text);
                writer.WriteStartArray("redactions");
                foreach (var redaction in redacted.Redactions)
                {
                    var (start, end) = offsets.Convert(redaction.Span);
                    writer.WriteStartObject();
                    writer.WriteString("kind", Names.Of(redaction.Kind));
                    writer.WriteNumber("start", start);
                    writer.WriteNumber("end", end);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }
}

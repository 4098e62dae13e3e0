using System.CommandLine;
using Engagement;
using Engagement.Mentions;

namespace Workbench.Verbs;

/// <summary><c>entities</c>: handles, hashtags, links … of each post, and its length by each platform's count.</summary>
internal static class EntitiesVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var command = new Command("entities", "Handles, lists, hashtags, cashtags, links, e-mail addresses and emoji of each post, and its length.");
        options.AddInputTo(command);
        command.SetAction((arguments, _) => RunAsync(arguments, options));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options)
    {
        var input = Inputs.Of(arguments, options);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var parsed = MentionParser.Default.Parse(mention, workspace);
            var entities = parsed.GetEntities();
            if (json is null)
            {
                Readable.WriteMarked(mention.Text, entities.Select(entity => entity.Span), "bold blue");
                foreach (var entity in entities) Readable.WriteLine($"  {Names.Of(entity.Kind)} {entity.Value}");
                continue;
            }

            var offsets = new SpanConverter(mention.Text, unit);
            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                writer.WriteStartArray("entities");
                foreach (var entity in entities)
                {
                    var (start, end) = offsets.Convert(entity.Span);
                    writer.WriteStartObject();
                    writer.WriteString("kind", Names.Of(entity.Kind));
                    writer.WriteNumber("start", start);
                    writer.WriteNumber("end", end);
                    writer.WriteString("value", entity.Value);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteStartObject("length");
                writer.WriteNumber("weighted", XLength.Of(mention.Text).Weighted);
                writer.WriteNumber("graphemes", PostLength.Graphemes(mention.Text));
                writer.WriteNumber("utf8", PostLength.Utf8(mention.Text));
                writer.WriteEndObject();
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }
}

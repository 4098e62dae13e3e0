using System.CommandLine;
using System.Text.Json;
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
        command.SetAction((arguments, _) => LineFilter.RunAsync(arguments, options, (mention, workspace) =>
        {
            var entities = MentionParser.Default.Parse(mention, workspace).GetEntities();
            return new LineAnswer(() => Print(mention.Text, entities), (writer, offsets) => Write(writer, offsets, mention.Text, entities));
        }));
        return command;
    }

    private static void Print(string text, IReadOnlyList<Entity> entities)
    {
        Readable.WriteMarked(text, entities.Select(entity => entity.Span), "bold blue");
        foreach (var entity in entities) Readable.WriteLine($"  {Names.Of(entity.Kind)} {entity.Value}");
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, string text, IReadOnlyList<Entity> entities)
    {
        writer.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Names.Of(entity.Kind));
            Spans.WritePlace(writer, entity.Span, offsets);
            writer.WriteString("value", entity.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("length");
        writer.WriteNumber("weighted", XLength.Of(text).Weighted);
        writer.WriteNumber("graphemes", PostLength.Graphemes(text));
        writer.WriteNumber("utf8", PostLength.Utf8(text));
        writer.WriteEndObject();
    }
}

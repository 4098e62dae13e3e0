using System.CommandLine;
using System.Text.Json;
using Engagement;
using Engagement.Queries;

namespace Workbench.Verbs;

/// <summary><c>explain</c>: part by part, what of a query held for each post, where, and why not.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var query = new Argument<string>("QUERY") { Description = "The query." };
        var dialect = QueryArguments.Dialect();
        var command = new Command("explain", "Part by part, what of a query held for each post, where, and why not.") { query, dialect };
        options.AddInputTo(command);
        command.SetAction((arguments, _) => RunAsync(
            arguments,
            options,
            QueryArguments.Parse(arguments.GetValue(query)!, new QueryOptions { Dialect = QueryArguments.DialectOf(arguments.GetValue(dialect)!) })));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CommonOptions options, Query query)
    {
        var input = Inputs.Of(arguments, options, acceptMentions: true);
        var unit = CommonOptions.OffsetUnitOf(arguments.GetValue(options.Offsets)!);
        var workspace = new ReadingWorkspace();
        using var json = arguments.GetValue(options.Json) ? new JsonLine() : null;
        await foreach (var line in input.ReadAsync())
        {
            if (line.Mention is not { } mention) continue;
            var tree = query.Explain(MentionParser.Default.Parse(mention, workspace));
            if (json is null)
            {
                Readable.WriteMarked(mention.Text, tree.Evidence.Select(evidence => evidence.Span), "bold green");
                Print(tree, 1);
                continue;
            }

            var offsets = new SpanConverter(mention.Text, unit);
            json.Write(writer =>
            {
                writer.WriteNumber("line", line.Number);
                writer.WriteBoolean("matched", tree.Matched);
                writer.WritePropertyName("tree");
                Write(writer, tree, offsets);
            });
        }

        return input.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }

    private static void Print(QueryExplanation part, int depth)
    {
        var why = part.Why is null ? "" : ": " + part.Why;
        Readable.WriteLine($"{new string(' ', depth * 2)}{(part.Matched ? "yes" : "no "),-4}{part.Clause}{why}");
        foreach (var child in part.Children) Print(child, depth + 1);
    }

    private static void Write(Utf8JsonWriter writer, QueryExplanation part, SpanConverter offsets)
    {
        writer.WriteStartObject();
        writer.WriteString("operator", part.Operator);
        writer.WriteString("clause", part.Clause);
        writer.WriteBoolean("matched", part.Matched);
        Spans.Write(writer, "spans", part.Evidence, offsets);
        if (part.Why is { } why) writer.WriteString("why", why);
        if (part.Children.Count > 0)
        {
            writer.WriteStartArray("children");
            foreach (var child in part.Children) Write(writer, child, offsets);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

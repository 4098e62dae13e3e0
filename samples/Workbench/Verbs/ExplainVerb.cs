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
        command.SetAction((arguments, _) =>
        {
            var parsed = QueryArguments.Parse(arguments.GetValue(query)!, new QueryOptions { Dialect = QueryArguments.DialectOf(arguments.GetValue(dialect)!) });
            return LineFilter.RunAsync(
                arguments,
                options,
                (mention, workspace) =>
                {
                    var tree = parsed.Explain(MentionParser.Default.Parse(mention, workspace));
                    return new LineAnswer(() => Print(mention.Text, tree), (writer, offsets) => Write(writer, offsets, tree));
                },
                acceptMentions: true);
        });
        return command;
    }

    private static void Print(string text, QueryExplanation tree)
    {
        Readable.WriteMarked(text, tree.Evidence.Select(evidence => evidence.Span), "bold green");
        PrintPart(tree, 1);
    }

    private static void PrintPart(QueryExplanation part, int depth)
    {
        var why = part.Why is null ? "" : ": " + part.Why;
        Readable.WriteLine($"{new string(' ', depth * 2)}{(part.Matched ? "yes" : "no "),-4}{part.Clause}{why}");
        foreach (var child in part.Children) PrintPart(child, depth + 1);
    }

    private static void Write(Utf8JsonWriter writer, SpanConverter offsets, QueryExplanation tree)
    {
        writer.WriteBoolean("matched", tree.Matched);
        writer.WritePropertyName("tree");
        WritePart(writer, offsets, tree);
    }

    private static void WritePart(Utf8JsonWriter writer, SpanConverter offsets, QueryExplanation part)
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
            foreach (var child in part.Children) WritePart(writer, offsets, child);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

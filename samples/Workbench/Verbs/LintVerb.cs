using System.CommandLine;
using Engagement;
using Engagement.Queries;

namespace Workbench.Verbs;

/// <summary><c>lint</c>: what a query means and what its author should know.</summary>
internal static class LintVerb
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "The query." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var dialect = QueryArguments.Dialect();
        var command = new Command("lint", "Says in plain English what a query means and what its author should know.") { query, json, dialect };
        command.SetAction(arguments => Run(arguments.GetValue(query)!, QueryArguments.DialectOf(arguments.GetValue(dialect)!), arguments.GetValue(json)));
        return command;
    }

    private static int Run(string text, QueryDialect dialect, bool asJson)
    {
        var result = Query.Parse(text, new QueryOptions { Dialect = dialect });
        if (asJson)
        {
            using var json = new JsonLine();
            json.Write(writer =>
            {
                writer.WriteString("query", result.Query?.ToString());
                writer.WriteString("description", result.Query?.Describe());
                writer.WriteStartArray("diagnostics");
                foreach (var diagnostic in result.Diagnostics)
                {
                    writer.WriteStartObject();
                    writer.WriteString("severity", Names.Of(diagnostic.Severity));
                    writer.WriteNumber("start", diagnostic.Span.Start);
                    writer.WriteNumber("end", diagnostic.Span.End);
                    writer.WriteString("message", diagnostic.Message);
                    writer.WriteString("fix", diagnostic.Fixes.Count > 0 ? diagnostic.Fixes[0] : null);
                    writer.WriteStartArray("fixes");
                    foreach (var fix in diagnostic.Fixes) writer.WriteStringValue(fix);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return ExitCode.Done;
        }

        if (result.Query is { } parsed)
        {
            Readable.WriteLine(parsed.ToString());
            Readable.WriteLine(parsed.Describe());
        }

        foreach (var diagnostic in result.Diagnostics)
        {
            Readable.WriteLine($"{Names.Of(diagnostic.Severity)} at {diagnostic.Span.Start}: {diagnostic.Message}");
            foreach (var fix in diagnostic.Fixes) Readable.WriteLine($"  try: {fix}");
        }

        return ExitCode.Done;
    }
}

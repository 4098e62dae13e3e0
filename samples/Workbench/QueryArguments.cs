using System.CommandLine;
using Engagement;
using Engagement.Queries;

namespace Workbench;

/// <summary>Queries as arguments and files.</summary>
internal static class QueryArguments
{
    public static Option<string> Dialect()
    {
        var option = new Option<string>("--dialect")
        {
            Description = "Language of the query: standard, google, x, brandwatch or lucene.",
            DefaultValueFactory = _ => "standard",
        };
        option.AcceptOnlyFromAmong("standard", "google", "x", "brandwatch", "lucene");
        return option;
    }

    public static QueryDialect DialectOf(string name) => name switch
    {
        "google" => QueryDialect.Google,
        "x" => QueryDialect.X,
        "brandwatch" => QueryDialect.Brandwatch,
        "lucene" => QueryDialect.Lucene,
        _ => QueryDialect.Standard,
    };

    /// <summary>The query, or all that is wrong with it.</summary>
    public static Query Parse(string text, QueryOptions options, string place = "the query")
    {
        var result = Query.Parse(text, options);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0 && result.Query is { } query) return query;
        throw new WrongArgumentsException(string.Join('\n', errors.Select(error => $"{place}, at {error.Span.Start}: {error.Message}")));
    }

    /// <summary>A line: query, or id TAB query. Ids without a given one are line numbers; empty lines are passed over.</summary>
    public static List<KeyedQuery> ReadFile(FileInfo file, QueryOptions options)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentsException($"{file}: {failure.Message}");
        }

        var queries = new List<KeyedQuery>();
        var faults = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
            var id = tab < 0 ? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : lines[i][..tab];
            try
            {
                queries.Add(new KeyedQuery(id, Parse(lines[i][(tab + 1)..], options, $"{file}, line {i + 1}")));
            }
            catch (WrongArgumentsException wrong)
            {
                faults.Add(wrong.Message);
            }
        }

        return faults.Count == 0 ? queries : throw new WrongArgumentsException(string.Join('\n', faults));
    }
}

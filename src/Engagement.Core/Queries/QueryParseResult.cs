namespace Engagement.Queries;

/// <summary>What came of reading a query text: the query, when there is one, and everything its author should know.</summary>
public sealed class QueryParseResult
{
    internal QueryParseResult(string text, Query? query, IReadOnlyList<QueryDiagnostic> diagnostics)
    {
        Text = text;
        Query = query;
        Diagnostics = diagnostics;
    }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>The query; null when nothing usable could be made of the text, and then at least one error says why.</summary>
    public Query? Query { get; }

    /// <summary>Findings in the order of the text.</summary>
    public IReadOnlyList<QueryDiagnostic> Diagnostics { get; }

    /// <summary>True when there is a query and no diagnostic is an error.</summary>
    public bool Success => Query is not null && Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);

    /// <summary>The query of a result without errors.</summary>
    /// <exception cref="FormatException">There is an error; the message holds all errors with their places.</exception>
    public Query GetValueOrThrow() => Success
        ? Query!
        : throw new FormatException(string.Join(' ', Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"At {diagnostic.Span.Start}: {diagnostic.Message}"))));
}

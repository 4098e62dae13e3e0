using Engagement.Text;

namespace Engagement.Queries;

/// <summary>Something the author of a query should know.</summary>
/// <param name="Severity">Whether the query is unusable, likely to surprise, or merely worth a note.</param>
/// <param name="Span">The place in the query text, UTF-16, half-open.</param>
/// <param name="Message">Plain English, one or two sentences.</param>
/// <param name="Fixes">Whole corrected queries to choose from, the likeliest first; empty where there is none.</param>
public sealed record QueryDiagnostic(DiagnosticSeverity Severity, TextSpan Span, string Message, IReadOnlyList<string> Fixes);

namespace Engagement.Queries;

/// <summary>How grave a <see cref="QueryDiagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; the query does what it says.</summary>
    Information,

    /// <summary>The query works but may not do what was meant.</summary>
    Warning,

    /// <summary>Part of the query had to be guessed, or there is no query at all.</summary>
    Error,
}

namespace Engagement.Queries.Syntax;

/// <summary>Findings about the meaning of a query that parsed.</summary>
internal static class QueryLinter
{
    public static void Check(QueryNode root, DiagnosticBag diagnostics)
    {
        _ = root;
        _ = diagnostics;
    }
}

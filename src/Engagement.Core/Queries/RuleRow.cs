namespace Engagement.Queries;

/// <summary>One rule of a <see cref="RuleTable"/>.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Cells">Its columns as written; the first is the id, the last the query.</param>
/// <param name="Query">The parsed query.</param>
internal sealed record RuleRow(int Line, string[] Cells, Query Query);

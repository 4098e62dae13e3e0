namespace Engagement.Queries;

/// <summary>A query under the name its owner knows it by.</summary>
/// <param name="Id">The name; unique within a <see cref="QuerySet"/>.</param>
/// <param name="Query">The query.</param>
public readonly record struct KeyedQuery(string Id, Query Query);

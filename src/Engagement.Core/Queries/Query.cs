using Engagement.Queries;

namespace Engagement;

/// <summary>One parsed Boolean query. Immutable, thread-safe; equal when it means the same by its canonical form and time zone.</summary>
public sealed class Query : IEquatable<Query>
{
    /// <summary>Reads a query. Never throws on text; the result has the query and the diagnostics.</summary>
    /// <param name="text">What the user typed.</param>
    /// <param name="options">Dialect, zone and limits; null for <see cref="QueryOptions.Default"/>.</param>
    public static QueryParseResult Parse(string text, QueryOptions? options = null) => throw new NotImplementedException();

    /// <summary>Whether the mention matches. For many queries use <see cref="QuerySet"/>.</summary>
    public bool Matches(ParsedMention mention) => throw new NotImplementedException();

    /// <summary>The query in plain English.</summary>
    public string Describe() => throw new NotImplementedException();

    /// <summary>The canonical form, which parses back to an equal query.</summary>
    public override string ToString() => throw new NotImplementedException();

    /// <inheritdoc/>
    public bool Equals(Query? other) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Query);

    /// <inheritdoc/>
    public override int GetHashCode() => throw new NotImplementedException();
}

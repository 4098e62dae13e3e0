using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Queries.Dialects;
using Engagement.Queries.Matching;
using Engagement.Queries.Syntax;
using NodaTime;

namespace Engagement;

/// <summary>One parsed Boolean query. Immutable, thread-safe; equal when it means the same by its canonical form and time zone.</summary>
public sealed partial class Query : IEquatable<Query>
{
    private string? _canonical;

    internal Query(QueryNode root, DateTimeZone zone)
    {
        Root = root;
        Zone = zone;
    }

    /// <summary>The zone in which the dates of <c>since:</c> and <c>until:</c> begin.</summary>
    public DateTimeZone Zone { get; }

    internal QueryNode Root { get; }

    /// <summary>Reads a query. Never throws on text; the result has the query and the diagnostics.</summary>
    /// <param name="text">What the user typed.</param>
    /// <param name="options">Dialect, zone and limits; null for <see cref="QueryOptions.Default"/>.</param>
    public static QueryParseResult Parse(string text, QueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryReader.Read(text, options ?? QueryOptions.Default);
    }

    /// <summary>Whether the mention matches. For many queries use <see cref="QuerySet"/>.</summary>
    public bool Matches(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return new TreeMatcher().Holds(Root, mention);
    }

    /// <summary>The query in plain English.</summary>
    public string Describe() => PlainEnglishWriter.Write(Root);

    /// <summary>The canonical form, which parses back to an equal query.</summary>
    public override string ToString() => _canonical ??= CanonicalWriter.Write(Root);

    /// <summary>The query in another dialect, with a list of what could not be carried over.</summary>
    public QueryExport ToDialect(QueryDialect dialect) => DialectWriter.Write(this, dialect);

    /// <inheritdoc/>
    public bool Equals(Query? other) => other is not null && Zone.Equals(other.Zone) && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Query);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    internal IReadOnlyList<Evidence> EvidenceIn(ParsedMention mention) => new TreeMatcher().EvidenceOf(Root, mention);
}

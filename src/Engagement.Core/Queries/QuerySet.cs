using Engagement.Queries;

namespace Engagement;

/// <summary>Many queries, compiled to be matched at once in one pass over a mention's tokens. Immutable, thread-safe.</summary>
public sealed class QuerySet : IQueryMatcher
{
    /// <summary>A set without queries.</summary>
    public static QuerySet Empty { get; } = Create([]);

    /// <summary>Compiles queries; their order is the order of results.</summary>
    /// <exception cref="ArgumentException">Two queries have the same id.</exception>
    public static QuerySet Create(IEnumerable<KeyedQuery> queries)
    {
        _ = queries;
        return new QuerySet();
    }

    /// <summary>How many queries there are.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>The id of the query at an ordinal (place in the order of registration).</summary>
    public string IdOf(int ordinal) => throw new NotImplementedException();

    /// <summary>A set with one more query, sharing what it can with this one.</summary>
    public QuerySet Add(string id, Query query) => throw new NotImplementedException();

    /// <summary>A set without the query of that id; this set when there is none.</summary>
    public QuerySet Remove(string id) => throw new NotImplementedException();

    /// <inheritdoc/>
    public IReadOnlyList<QueryMatch> Match(ParsedMention mention) => throw new NotImplementedException();

    /// <summary>The matched queries without their evidence, which can be asked for one by one. Allocates nothing once the workspace is warm.</summary>
    public QueryHits Match(ParsedMention mention, ReadingWorkspace workspace) => throw new NotImplementedException();
}

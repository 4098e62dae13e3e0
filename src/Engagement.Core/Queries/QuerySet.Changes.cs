using Engagement.Queries;
using Engagement.Queries.Matching;

namespace Engagement;

public sealed partial class QuerySet
{
    /// <summary>
    /// A set with one more query, sharing what it can with this one: amortised over many additions each costs a logarithm's worth of
    /// compiling. A set that has grown so matches a little slower than one made by <see cref="Create"/> from the same queries.
    /// </summary>
    /// <exception cref="ArgumentException">There is a query of that id.</exception>
    public QuerySet Add(string id, Query query)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(query);
        foreach (var part in _parts)
        {
            if (part.Find(id) >= 0) throw new ArgumentException($"Two queries have the id “{id}”.", nameof(id));
        }

        // Like a binary counter: parts of about the same size become one.
        var keep = _parts.Length;
        var size = 1;
        while (keep > 0 && _parts[keep - 1].Count <= size) size += _parts[--keep].Count;
        var last = new List<KeyedQuery>(size);
        for (var i = keep; i < _parts.Length; i++) _parts[i].CopyTo(last);
        last.Add(new KeyedQuery(id, query));
        return new QuerySet([.. _parts.AsSpan(0, keep), Part.Of([.. last])]);
    }

    /// <summary>A set without the query of that id; this set when there is none.</summary>
    public QuerySet Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        for (var i = 0; i < _parts.Length; i++)
        {
            var local = _parts[i].Find(id);
            if (local < 0) continue;
            if (_parts[i].Count == 1) return new QuerySet([.. _parts.AsSpan(0, i), .. _parts.AsSpan(i + 1)]);
            var parts = (Part[])_parts.Clone();
            parts[i] = parts[i].Without(local);
            return new QuerySet(parts);
        }

        return this;
    }
}

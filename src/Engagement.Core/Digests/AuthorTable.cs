using System.Runtime.InteropServices;

namespace Engagement.Digests;

/// <summary>Distinct authors with their mentions and followers: 16 bytes of content an author and about 40 with the table's own.</summary>
internal sealed class AuthorTable
{
    private readonly Dictionary<ulong, Entry> _authors = [];

    public int Count => _authors.Count;

    /// <summary>Mentions by authors that are known.</summary>
    public long Mentions => _authors.Values.Sum(entry => (long)entry.Mentions);

    /// <summary>Mentions by authors with two or more.</summary>
    public long MentionsOfReturning => _authors.Values.Where(entry => entry.Mentions >= 2).Sum(entry => (long)entry.Mentions);

    /// <summary>Authors with at least one mention of their own.</summary>
    public long Speaking => _authors.Values.LongCount(entry => entry.Mentions > 0);

    public long Known => _authors.Values.LongCount(entry => entry.Followers >= 0);

    public long Followers => _authors.Values.Aggregate(0L, (sum, entry) => Saturate(sum, Math.Max(0, entry.Followers)));

    public IEnumerable<KeyValuePair<ulong, int>> ByMentions => _authors.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Mentions));

    public static long Saturate(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;

    /// <param name="author">Key, not 0.</param>
    /// <param name="mentions">Mentions to add.</param>
    /// <param name="followers">Followers; below 0 for unknown. The most ever seen counts.</param>
    public void Add(ulong author, int mentions, long followers)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_authors, author, out var known);
        entry = new Entry(entry.Mentions + mentions, known ? Math.Max(entry.Followers, followers) : followers);
    }

    public void Merge(AuthorTable other)
    {
        foreach (var (author, entry) in other._authors) Add(author, entry.Mentions, entry.Followers);
    }

    public void Save(DigestFile.Writer to)
    {
        to.ULong((ulong)_authors.Count);
        // Keys alone are sorted: of half a million authors a copy of everything would be felt.
        var authors = new ulong[_authors.Count];
        _authors.Keys.CopyTo(authors, 0);
        Array.Sort(authors);
        foreach (var author in authors)
        {
            var entry = _authors[author];
            to.ULong(author);
            to.Long(entry.Mentions);
            to.Long(entry.Followers);
        }
    }

    public void Load(DigestFile.Reader from)
    {
        for (var count = from.Count(); count > 0; count--) Add(from.ULong(), (int)from.Long(0, int.MaxValue), from.Long(-1, long.MaxValue));
    }

    private readonly record struct Entry(int Mentions, long Followers);
}

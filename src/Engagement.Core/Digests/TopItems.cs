namespace Engagement.Digests;

/// <summary>
/// The best items, at most one a key, at most so many keys. Merging is exact: an item that is pushed out has so many better keys above it, and a key's best
/// only gets better.
/// </summary>
internal sealed class TopItems(int most, Comparison<KeptItem> order)
{
    private readonly Dictionary<ulong, KeptItem> _byKey = [];
    private readonly SortedSet<(KeptItem Item, ulong Key)> _sorted = new(Comparer<(KeptItem Item, ulong Key)>.Create((left, right) =>
    {
        var sign = order(left.Item, right.Item);
        return sign != 0 ? sign : left.Key.CompareTo(right.Key);
    }));

    // The last of a full list; null while there is room.
    private KeptItem? _worst;

    public int Count => _sorted.Count;

    /// <summary>The kept items, the best first.</summary>
    public IEnumerable<KeptItem> Items => _sorted.Select(entry => entry.Item);

    /// <summary>False when an item of this rank and id cannot be kept, so that it need not be made.</summary>
    public bool MayKeep(long rank, string id) =>
        _worst is null || rank > _worst.Rank || (rank == _worst.Rank && string.CompareOrdinal(id, _worst.Id) <= 0);

    /// <summary>As <see cref="MayKeep"/>, for orders by time.</summary>
    public bool MayKeepAt(long ticks) => _worst is null || ticks <= _worst.Ticks;

    public void Add(ulong key, KeptItem item)
    {
        if (most == 0) return;
        if (_byKey.TryGetValue(key, out var known))
        {
            if (order(item, known) >= 0) return;
            _sorted.Remove((known, key));
        }
        else if (_sorted.Count == most)
        {
            var worst = _sorted.Max;
            if (order(item, worst.Item) is var sign && (sign > 0 || (sign == 0 && key > worst.Key))) return;
            _sorted.Remove(worst);
            _byKey.Remove(worst.Key);
        }

        _byKey[key] = item;
        _sorted.Add((item, key));
        _worst = _sorted.Count == most ? _sorted.Max.Item : null;
    }

    public void Merge(TopItems other)
    {
        foreach (var (item, key) in other._sorted) Add(key, item);
    }

    public void Save(DigestFile.Writer to)
    {
        to.ULong((ulong)_sorted.Count);
        foreach (var (item, key) in _sorted)
        {
            to.ULong(key);
            item.Save(to);
        }
    }

    public void Load(DigestFile.Reader from)
    {
        for (var count = from.Count(); count > 0; count--) Add(from.ULong(), KeptItem.Load(from));
    }
}

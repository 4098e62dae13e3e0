namespace Engagement.Queries.Matching;

/// <summary>Where an item of a segment stands in one stream, ordered by first word and then by rank in its list; used again.</summary>
internal sealed class ItemPlaces
{
    // So few are put in order one by one.
    private const int Few = 24;

    private Place[] _places = new Place[16];
    private int _item;
    private int _stream;
    private int _generation;

    /// <param name="First">Position of the first word.</param>
    /// <param name="End">Position of the last word.</param>
    /// <param name="Rank">Place in the list.</param>
    public readonly record struct Place(int First, int End, int Rank) : IComparable<Place>
    {
        public int CompareTo(Place other) => First != other.First ? First.CompareTo(other.First) : Rank.CompareTo(other.Rank);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<Place> Places => _places.AsSpan(0, Count);

    /// <summary>Begins to collect the places of an item in a stream. Rules that share a list ask for it one after the other: it is kept until another is asked for.</summary>
    /// <returns>Whether they are still to be added.</returns>
    public bool Begin(int item, int stream, int generation)
    {
        if (item == _item && stream == _stream && generation == _generation) return false;
        (_item, _stream, _generation, Count) = (item, stream, generation, 0);
        return true;
    }

    /// <summary>Adds the places of a present word or phrase.</summary>
    public void Add(int item, int rank, MatchScratch scratch)
    {
        for (var at = scratch.Last[item]; at >= 0; at = scratch.Hits[at].Before)
        {
            ref readonly var hit = ref scratch.Hits[at];
            if (hit.Stream != _stream) continue;
            if (Count == _places.Length) Array.Resize(ref _places, Count * 2);
            _places[Count++] = new Place(hit.First, hit.End, rank);
        }
    }

    /// <summary>Puts what was added in order.</summary>
    public void End()
    {
        // The hits of an item come last first, so that mostly the order has only to be turned round.
        var places = _places.AsSpan(0, Count);
        places.Reverse();
        if (Count > Few)
        {
            places.Sort();
            return;
        }

        for (var i = 1; i < places.Length; i++)
        {
            var place = places[i];
            var at = i;
            for (; at > 0 && places[at - 1].CompareTo(place) > 0; at--) places[at] = places[at - 1];
            places[at] = place;
        }
    }

    /// <summary>Whether one of these begins after <paramref name="end"/> with at most <paramref name="distance"/> words between.</summary>
    public bool BeginsWithin(int end, int distance)
    {
        var first = FirstAfter(end);
        return first < Count && _places[first].First - end - 1 <= distance;
    }

    /// <summary>Index of the first of these that begins after <paramref name="end"/>; <see cref="Count"/> when there is none.</summary>
    public int FirstAfter(int end)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_places[middle].First <= end) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

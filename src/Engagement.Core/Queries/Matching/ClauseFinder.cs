namespace Engagement.Queries.Matching;

/// <summary>
/// The clauses of one query: sets of terms (their numbers) and conditions (complemented numbers) of which at least one must be
/// there, each with an estimate of how often that is so.
/// </summary>
internal sealed class ClauseFinder
{
    private readonly List<int> _items = [];
    private readonly List<Clause> _clauses = [];

    private readonly record struct Clause(int Start, int Count, double Cost, bool HasCondition);

    /// <summary>A union of the cheapest clauses of alternatives; without items once an alternative had no clause.</summary>
    public sealed class Union
    {
        public List<int> Items { get; } = [];

        public double Cost { get; set; }

        public bool IsBroken { get; set; }

        public bool HasCondition { get; set; }
    }

    public void Clear()
    {
        _items.Clear();
        _clauses.Clear();
    }

    public int Mark() => _clauses.Count;

    public void Add(int item, double cost)
    {
        _clauses.Add(new Clause(_items.Count, 1, cost, item < 0));
        _items.Add(item);
    }

    /// <summary>Takes the cheapest clause since a mark into a union, and the others away.</summary>
    public void Unite(int mark, Union union)
    {
        if (_clauses.Count == mark)
        {
            union.IsBroken = true;
            return;
        }

        var best = Cheapest(mark);
        var clause = _clauses[best];
        for (var i = 0; i < clause.Count; i++)
        {
            var item = _items[clause.Start + i];
            if (!union.Items.Contains(item)) union.Items.Add(item);
        }

        union.Cost += clause.Cost;
        union.HasCondition |= clause.HasCondition;
        Drop(mark);
    }

    /// <summary>Makes a union a clause.</summary>
    public void EndUnion(int mark, Union union)
    {
        Drop(mark);
        if (union.IsBroken || union.Items.Count == 0) return;
        _clauses.Add(new Clause(_items.Count, union.Items.Count, union.Cost, union.HasCondition));
        _items.AddRange(union.Items);
    }

    /// <summary>Forgets the clauses since a mark.</summary>
    public void Drop(int mark)
    {
        if (_clauses.Count <= mark) return;
        _items.RemoveRange(_clauses[mark].Start, _items.Count - _clauses[mark].Start);
        _clauses.RemoveRange(mark, _clauses.Count - mark);
    }

    /// <summary>The cheapest clause, and the cheapest of the others that has no condition; the latter may be empty.</summary>
    public (int[] Anchor, int[] Filter) Choose()
    {
        var anchor = Cheapest(0);
        var filter = -1;
        for (var i = 0; i < _clauses.Count; i++)
        {
            if (i == anchor || _clauses[i].HasCondition) continue;
            if (filter < 0 || _clauses[i].Cost < _clauses[filter].Cost) filter = i;
        }

        return (ItemsOf(anchor), filter < 0 ? [] : ItemsOf(filter));
    }

    private int[] ItemsOf(int clause) => _items.GetRange(_clauses[clause].Start, _clauses[clause].Count).ToArray();

    private int Cheapest(int from)
    {
        var best = -1;
        for (var i = from; i < _clauses.Count; i++)
        {
            if (best < 0 || _clauses[i].Cost < _clauses[best].Cost) best = i;
        }

        return best;
    }
}

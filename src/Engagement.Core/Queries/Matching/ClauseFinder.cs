namespace Engagement.Queries.Matching;

/// <summary>
/// The clauses of one query: sets of terms (their numbers) and conditions (complemented numbers) of which at least one must be
/// there, each with an estimate of how often that is so.
/// </summary>
internal sealed class ClauseFinder
{
    private readonly List<int> _items = [];
    private readonly List<Clause> _clauses = [];

    private readonly record struct Clause(int Start, int Count, double Share, double Work, bool HasCondition);

    /// <summary>A union of the cheapest clauses of alternatives; without items once an alternative had no clause.</summary>
    public sealed class Union
    {
        public List<int> Items { get; } = [];

        public double Share { get; set; }

        public double Work { get; set; }

        public bool IsBroken { get; set; }

        public bool HasCondition { get; set; }
    }

    public void Clear()
    {
        _items.Clear();
        _clauses.Clear();
    }

    public int Mark() => _clauses.Count;

    /// <summary>Adds a clause of one item.</summary>
    /// <param name="item">The term's number, or the complement of the condition's.</param>
    /// <param name="share">Estimated share of posts in which it is there.</param>
    /// <param name="probing">What looking for the partners of the item costs one of its queries, in candidates.</param>
    public void Add(int item, double share, double probing)
    {
        _clauses.Add(new Clause(_items.Count, 1, share, share * probing, item < 0));
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

        union.Share += clause.Share;
        union.Work += clause.Work;
        union.HasCondition |= clause.HasCondition;
        Drop(mark);
    }

    /// <summary>Makes a union a clause.</summary>
    public void EndUnion(int mark, Union union)
    {
        Drop(mark);
        if (union.IsBroken || union.Items.Count == 0) return;
        _clauses.Add(new Clause(_items.Count, union.Items.Count, union.Share, union.Work, union.HasCondition));
        _items.AddRange(union.Items);
    }

    /// <summary>Forgets the clauses since a mark.</summary>
    public void Drop(int mark)
    {
        if (_clauses.Count <= mark) return;
        _items.RemoveRange(_clauses[mark].Start, _items.Count - _clauses[mark].Start);
        _clauses.RemoveRange(mark, _clauses.Count - mark);
    }

    /// <summary>
    /// The clause to hang the query on, and another one without conditions to filter by; the latter may be empty. The work of an
    /// anchor is to look for the partners of its items where they stand, and to verify where a partner stands too.
    /// </summary>
    public (int[] Anchor, int[] Filter) Choose()
    {
        var first = -1;
        var second = -1;
        for (var i = 0; i < _clauses.Count; i++)
        {
            if (_clauses[i].HasCondition) continue;
            if (first < 0 || _clauses[i].Share < _clauses[first].Share) (first, second) = (i, first);
            else if (second < 0 || _clauses[i].Share < _clauses[second].Share) second = i;
        }

        var anchor = -1;
        var filter = -1;
        var least = double.MaxValue;
        for (var i = 0; i < _clauses.Count; i++)
        {
            var partner = i == first ? second : first;
            var work = partner < 0 ? _clauses[i].Share : _clauses[i].Work + (_clauses[i].Share * Math.Min(1, _clauses[partner].Share));
            if (work >= least) continue;
            (least, anchor, filter) = (work, i, partner);
        }

        return (ItemsOf(anchor), filter < 0 ? [] : ItemsOf(filter));
    }

    private int[] ItemsOf(int clause) => _items.GetRange(_clauses[clause].Start, _clauses[clause].Count).ToArray();

    private int Cheapest(int from)
    {
        var best = -1;
        for (var i = from; i < _clauses.Count; i++)
        {
            if (best < 0 || _clauses[i].Share < _clauses[best].Share) best = i;
        }

        return best;
    }
}

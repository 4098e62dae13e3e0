namespace Engagement.Queries.Matching;

/// <summary>Of each number a short run of others, all runs in one array.</summary>
internal sealed class Runs
{
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    private Runs(int[] starts, Entry[] entries)
    {
        _starts = starts;
        _entries = entries;
    }

    /// <param name="Number">What the run holds.</param>
    /// <param name="Rank">A rank that goes with it.</param>
    public readonly record struct Entry(int Number, int Rank);

    public bool IsEmpty => _entries.Length == 0;

    public static Runs Of(int count, List<(int From, Entry Entry)> entries)
    {
        if (entries.Count == 0) return new Runs([], []);
        var starts = new int[count + 1];
        foreach (var (from, _) in entries) starts[from + 1]++;
        for (var i = 0; i < count; i++) starts[i + 1] += starts[i];
        var next = starts.AsSpan(0, count).ToArray();
        var placed = new Entry[entries.Count];
        foreach (var (from, entry) in entries) placed[next[from]++] = entry;
        return new Runs(starts, placed);
    }

    /// <summary>The run of a number.</summary>
    public ReadOnlySpan<Entry> Of(int number) => _entries.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);
}

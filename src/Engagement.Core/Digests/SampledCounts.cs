using System.Numerics;
using System.Runtime.InteropServices;

namespace Engagement.Digests;

/// <summary>
/// How many mentions hold each of many strings, in bounded memory and independent of order. Exact up to a limit of distinct strings; beyond it only the
/// mentions whose id hash starts with so many noughts are counted, a fixed sample that halves with each step.
/// </summary>
internal sealed class SampledCounts(int limit)
{
    private const int Levels = 24;
    private readonly Dictionary<string, int>?[] _levels = new Dictionary<string, int>?[Levels];
    private int _entries;

    /// <summary>One in 2^Level mentions is counted.</summary>
    public int Level { get; private set; }

    public static int LevelOf(ulong idHash) => Math.Min(Levels - 1, BitOperations.LeadingZeroCount(idHash));

    public bool Counts(int level) => level >= Level;

    public void Add(int level, ReadOnlySpan<char> value, int by = 1)
    {
        if (level < Level) return;
        var table = _levels[level] ??= new Dictionary<string, int>(StringComparer.Ordinal);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(table.GetAlternateLookup<ReadOnlySpan<char>>(), value, out var known);
        count += by;
        if (!known && ++_entries > limit) Thin();
    }

    public void Merge(SampledCounts other)
    {
        while (Level < other.Level) Drop();
        for (var level = Level; level < Levels; level++)
        {
            if (other._levels[level] is not { } table) continue;
            foreach (var (value, count) in table) Add(level, value, count);
        }
    }

    /// <summary>The strings with most mentions, most first, then in ordinal order.</summary>
    public IReadOnlyList<DigestCount> Top(int most, Func<string, bool> wanted, int least)
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var level = Level; level < Levels; level++)
        {
            if (_levels[level] is not { } table) continue;
            foreach (var (value, count) in table) CollectionsMarshal.GetValueRefOrAddDefault(sums, value, out _) += count;
        }

        return [.. sums.Where(pair => pair.Value >= least)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(pair => wanted(pair.Key))
            .Take(most)
            .Select(pair => new DigestCount(pair.Key, pair.Value << Level))];
    }

    public void Save(DigestFile.Writer to)
    {
        to.ULong((ulong)Level);
        for (var level = Level; level < Levels; level++)
            to.Table((_levels[level] ?? []).Select(pair => KeyValuePair.Create(pair.Key, (long)pair.Value)));
    }

    public void Load(DigestFile.Reader from)
    {
        var sampled = from.ULong();
        if (sampled >= Levels) throw DigestFile.Reader.Broken();
        while (Level < (int)sampled) Drop();
        for (var level = (int)sampled; level < Levels; level++)
        {
            var at = level;
            from.Table((string value, long count) => Add(at, value, (int)Math.Clamp(count, 0, int.MaxValue)));
        }
    }

    private void Thin()
    {
        while (_entries > limit && Level < Levels - 1) Drop();
    }

    private void Drop()
    {
        _entries -= _levels[Level]?.Count ?? 0;
        _levels[Level] = null;
        Level++;
    }
}

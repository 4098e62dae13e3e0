using System.Collections;

namespace Engagement.Mentions;

/// <summary>
/// Which mentions of a source are older versions of one that comes later, and which are reposts of one that comes later: answers of platforms have the newest
/// first, so that a repost stands before its original. Either is known only when the source was read to its end; so a source that can be read twice is read
/// once for this, which costs no understanding, and then in earnest. Exact within the horizon. Takes about 60 bytes for each mention within the horizon,
/// some 200 more for each repost whose original was not read yet, and two bits for each mention read. Not thread-safe while it is added to.
/// </summary>
public sealed class NewestVersions
{
    private readonly Dictionary<RepeatFolder.Key, long> _newest = [];
    private readonly Dictionary<RepeatFolder.Key, NodaTime.Instant> _published = [];
    private readonly Queue<RepeatFolder.Key> _order = new();
    private readonly Dictionary<RepeatFolder.Key, Queue<long>> _waiting = [];
    private readonly Queue<(long Index, RepeatFolder.Key Original)> _waitingOrder = new();
    private readonly BitArray _superseded = new(0);
    private readonly BitArray _early = new(0);
    private readonly int _horizon;

    /// <summary>Knows no version yet.</summary>
    /// <param name="horizon">How many of the last mentions are searched for an older version or a repost, 1 or more; see <see cref="RepeatFolder"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is less than 1.</exception>
    public NewestVersions(int horizon = RepeatFolder.DefaultHorizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        _horizon = horizon;
    }

    /// <summary>How many mentions were added.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them are older versions.</summary>
    public long SupersededCount { get; private set; }

    /// <summary>Adds the next mention of the source. Of two versions the one published later is newer, and of those published at the same time the one read later.</summary>
    public void Add(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var id = RepeatFolder.KeyOf(mention.Platform, mention.Id);
        var index = Count++;
        if (_superseded.Length <= index) _early.Length = _superseded.Length = checked((int)Math.Min(int.MaxValue, Math.Max(1024, index * 2)));
        _order.Enqueue(id);
        if (_waiting.Remove(id, out var reposts))
        {
            foreach (var repost in reposts) _early[(int)repost] = true;
        }

        if (mention.RepostOf is { Length: > 0 } repostOf) Wait(index, RepeatFolder.KeyOf(mention.Platform, repostOf));
        if (!_newest.TryGetValue(id, out var before))
        {
            _newest[id] = index;
            if (mention.Published is { } first) _published[id] = first;
        }
        else if (mention.Published is { } published && _published.TryGetValue(id, out var newest) && published < newest)
        {
            Supersede(index);
        }
        else
        {
            Supersede(before);
            _newest[id] = index;
            if (mention.Published is { } later) _published[id] = later;
        }

        if (_order.Count > _horizon) Forget(_order.Dequeue(), Count - _horizon);
        while (_waitingOrder.TryPeek(out var oldest) && oldest.Index < Count - _horizon) StopWaiting(_waitingOrder.Dequeue());
    }

    /// <summary>Whether a mention is an older version of another one of the source.</summary>
    /// <param name="index">Its place among the mentions of the source, from 0.</param>
    public bool IsSuperseded(long index) => index >= 0 && index < Count && _superseded[(int)index];

    /// <summary>Whether a mention is a repost of one that comes later in the source and was not read before.</summary>
    /// <param name="index">Its place among the mentions of the source, from 0.</param>
    public bool IsBeforeOriginal(long index) => index >= 0 && index < Count && _early[(int)index];

    private void Wait(long index, RepeatFolder.Key original)
    {
        if (_newest.ContainsKey(original)) return;
        if (!_waiting.TryGetValue(original, out var reposts)) _waiting[original] = reposts = new Queue<long>(1);
        reposts.Enqueue(index);
        _waitingOrder.Enqueue((index, original));
    }

    private void StopWaiting((long Index, RepeatFolder.Key Original) repost)
    {
        if (!_waiting.TryGetValue(repost.Original, out var reposts) || reposts.Peek() != repost.Index) return;
        reposts.Dequeue();
        if (reposts.Count == 0) _waiting.Remove(repost.Original);
    }

    private void Supersede(long index)
    {
        _superseded[(int)index] = true;
        SupersededCount++;
    }

    // An id stays known while its newest version is within the horizon.
    private void Forget(RepeatFolder.Key id, long oldest)
    {
        if (!_newest.TryGetValue(id, out var index) || index >= oldest) return;
        _newest.Remove(id);
        _published.Remove(id);
    }
}

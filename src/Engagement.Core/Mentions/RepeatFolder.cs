using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Engagement.Mentions;

/// <summary>
/// Tells repeats from what is new in a stream of mentions: versions of the same post, reposts, copies of the same words. Exact within the
/// horizon: a repeat is known when its first was among the last <see cref="Horizon"/> mentions; after that the first is forgotten, so
/// that memory stays bounded. Takes about 250 bytes for each mention within the horizon. Not thread-safe.
/// </summary>
public sealed class RepeatFolder
{
    /// <summary>The horizon where none is given: 250,000 mentions, some 60 MB.</summary>
    public const int DefaultHorizon = 250_000;

    private readonly Dictionary<UInt128, Entry> _known = [];
    private readonly Queue<Entry> _order = new();
    private readonly NewestVersions? _versions;

    /// <summary>A folder that has read nothing, and knows of each mention no more than what came before: the first version of an id that it reads stands for all.</summary>
    /// <param name="horizon">How many of the last mentions are remembered, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is less than 1.</exception>
    public RepeatFolder(int horizon = DefaultHorizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        Horizon = horizon;
    }

    /// <summary>A folder that has read nothing, of a source that was read before: the newest version of an id stands for all.</summary>
    /// <param name="horizon">How many of the last mentions are remembered, 1 or more.</param>
    /// <param name="versions">What all mentions of the source, in the same order, were added to.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is less than 1.</exception>
    public RepeatFolder(int horizon, NewestVersions versions)
        : this(horizon)
    {
        ArgumentNullException.ThrowIfNull(versions);
        _versions = versions;
    }

    /// <summary>How many of the last mentions are remembered.</summary>
    public int Horizon { get; }

    /// <summary>How many mentions were read.</summary>
    public long ReadCount { get; private set; }

    /// <summary>How many of them were repeats.</summary>
    public long RepeatCount { get; private set; }

    /// <summary>How many firsts are remembered now: never more than the horizon.</summary>
    public int RememberedCount => _order.Count;

    /// <summary>Reads a mention.</summary>
    public RepeatVerdict Add(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var verdict = Judge(mention);
        ReadCount++;
        if (verdict.IsRepeat) RepeatCount++;
        ForgetOld();
        return verdict;
    }

    private RepeatVerdict Judge(ParsedMention parsed)
    {
        var mention = parsed.Mention;
        var id = IdKey(mention.Platform, mention.Id);
        if (_versions is not null && _versions.IsSuperseded(ReadCount))
        {
            if (!_known.TryGetValue(id, out var standing))
            {
                standing = new Entry(mention.Id, id, ReadCount, mention.Published) { IsAwaited = true };
                _order.Enqueue(standing);
                Remember(standing, id);
            }

            return new RepeatVerdict(standing.OwnId == id ? RepeatKind.Version : RepeatKind.Repost, standing.Id, false);
        }

        // What counted to an older version stays counted to the id; the newest one is judged by its own words.
        if (_known.TryGetValue(id, out var awaited) && awaited.IsAwaited && awaited.OwnId == id) Release(awaited);
        if (_known.TryGetValue(id, out var same))
        {
            var isSameId = same.OwnId == id;
            var isNewer = isSameId && !(mention.Published < same.Published);
            if (isNewer) same.Published = mention.Published ?? same.Published;

            // Otherwise it is the original of a repost that was read before it, and the repost stands for both; or a repeat read again.
            return new RepeatVerdict(isSameId ? RepeatKind.Version : RepeatKind.Repost, same.Id, isNewer) { OriginalIndex = same.ReadAt };
        }

        UInt128? reposted = mention.RepostOf is { Length: > 0 } repostOf ? IdKey(mention.Platform, repostOf) : null;
        if (reposted is { } repostedId && _known.TryGetValue(repostedId, out var original))
        {
            Remember(original, id);
            return new RepeatVerdict(RepeatKind.Repost, original.Id, false) { OriginalIndex = original.ReadAt };
        }

        UInt128? words = mention.QuoteOf is null && RepeatKey.Of(parsed) is { } key ? UInt128.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;
        if (words is { } wordsKey && _known.TryGetValue(wordsKey, out var copied))
        {
            Remember(copied, id);
            return new RepeatVerdict(RepeatKind.Copy, copied.Id, false) { OriginalIndex = copied.ReadAt };
        }

        var entry = new Entry(mention.Id, id, ReadCount, mention.Published);
        _order.Enqueue(entry);
        Remember(entry, id);
        if (reposted is { } originalId) Remember(entry, originalId);
        if (words is { } ownWords) Remember(entry, ownWords);
        if (mention.QuoteOf is not { Length: > 0 } quoted) return new RepeatVerdict(RepeatKind.First, null, false);
        var index = _known.TryGetValue(IdKey(mention.Platform, quoted), out var quotedEntry) ? quotedEntry.ReadAt : -1;
        return new RepeatVerdict(RepeatKind.Quote, quotedEntry?.Id ?? quoted, false) { OriginalIndex = index };
    }

    private void Remember(Entry entry, UInt128 key)
    {
        if (_known.TryAdd(key, entry)) entry.Keys.Add(key);
    }

    private void Release(Entry entry)
    {
        _known.Remove(entry.OwnId);
        entry.Keys.Remove(entry.OwnId);
    }

    private void ForgetOld()
    {
        while (_order.TryPeek(out var oldest) && oldest.ReadAt < ReadCount - Horizon)
        {
            _order.Dequeue();
            foreach (var key in oldest.Keys) _known.Remove(key);
        }
    }

    internal static UInt128 IdKey(Platform platform, string id)
    {
        var text = ((int)platform).ToString(CultureInfo.InvariantCulture) + "\n" + id;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>A first mention and the keys that lead to it.</summary>
    private sealed class Entry(string id, UInt128 ownId, long readAt, Instant? published)
    {
        public string Id { get; } = id;

        public UInt128 OwnId { get; } = ownId;

        public long ReadAt { get; } = readAt;

        public Instant? Published { get; set; } = published;

        public List<UInt128> Keys { get; } = new(3);

        /// <summary>Whether only older versions of it were read yet.</summary>
        public bool IsAwaited { get; init; }
    }
}

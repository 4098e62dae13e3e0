using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Engagement.Mentions;

/// <summary>
/// Tells repeats from what is new in a stream of mentions: versions of the same post, reposts, copies of the same words. Exact within the
/// horizon: a repeat is known when its first was among the last <see cref="Horizon"/> mentions; after that the first is forgotten, so
/// that memory stays bounded. Takes about 280 bytes for each mention within the horizon. Not thread-safe.
/// </summary>
public sealed class RepeatFolder
{
    /// <summary>The horizon where none is given: 250,000 mentions, some 70 MB.</summary>
    public const int DefaultHorizon = 250_000;

    // Keys of ids and of words, to the number of the first that they lead to; the firsts of the horizon stand in a ring, at their number modulo its size.
    private readonly Dictionary<Key, long> _known = [];
    private readonly Dictionary<long, List<Key>> _repeats = [];
    private readonly NewestVersions? _versions;
    private First[] _firsts = new First[16];
    private long _oldest;
    private long _next;
    private long _last;
    private RepeatKind _lastKind;

    /// <summary>
    /// A folder that has read nothing, and knows of each mention no more than what came before: the first version of an id that it reads stands for all, and
    /// a repost for its original when it comes first (<see cref="RepeatKind.Original"/>).
    /// </summary>
    /// <param name="horizon">How many of the last mentions are remembered, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is less than 1.</exception>
    public RepeatFolder(int horizon = DefaultHorizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        Horizon = horizon;
    }

    /// <summary>A folder that has read nothing, of a source that was read before: the newest version of an id stands for all, and an original for its reposts, wherever they come.</summary>
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
    public int RememberedCount => (int)(_next - _oldest);

    /// <summary>Reads a mention.</summary>
    public RepeatVerdict Add(ParsedMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var verdict = Judge(mention);
        _lastKind = verdict.Kind;

        // Whoever wrote the original may need help, whoever else repeated it before.
        WasDelivered = At(_last).IsDelivered && verdict.Kind != RepeatKind.Original;
        ReadCount++;
        if (verdict.IsRepeat) RepeatCount++;
        ForgetOld();
        return verdict;
    }

    /// <summary>Whether what the mention read last counts to was delivered as urgent before.</summary>
    internal bool WasDelivered { get; private set; }

    /// <summary>What the mention read last counts to was delivered: its repeats need not be.</summary>
    internal void MarkDelivered()
    {
        if (_last < _oldest) return;
        ref var first = ref At(_last);
        first.IsDelivered = true;
        first.IsItselfDelivered |= _lastKind is not (RepeatKind.Repost or RepeatKind.Copy);
    }

    private RepeatVerdict Judge(ParsedMention parsed)
    {
        var mention = parsed.Mention;
        var id = KeyOf(mention.Platform, mention.Id);
        if (_versions is not null && _versions.IsSuperseded(ReadCount))
        {
            if (!_known.TryGetValue(id, out var standing)) standing = Await(mention.Id, id);
            return VerdictOf(At(standing).Own == id ? RepeatKind.Version : RepeatKind.Repost, standing) with { OriginalIndex = -1 };
        }

        // What counted to an older version stays counted to the id; the newest one is judged by its own words.
        var wasDelivered = false;
        if (_known.TryGetValue(id, out var awaited) && At(awaited).IsAwaited && At(awaited).Own == id)
        {
            wasDelivered = At(awaited).IsItselfDelivered;
            _known.Remove(id);
        }

        if (_known.TryGetValue(id, out var same))
        {
            ref var first = ref At(same);
            var isOriginal = first.Reposted == id;
            if (isOriginal && !first.HasOriginal)
            {
                // The repost goes on standing for both here; what follows may be a version of the original or repeat its words.
                first.HasOriginal = true;
                first.Published = mention.Published;
                if (WordsOf(parsed) is { } itsWords) Lead(itsWords, same);
                return VerdictOf(RepeatKind.Original, same);
            }

            var isSameId = first.Own == id || isOriginal;
            var isNewer = isSameId && !(mention.Published < first.Published);
            if (isNewer) first.Published = mention.Published ?? first.Published;

            // Otherwise it is a repeat read again.
            return VerdictOf(isSameId ? RepeatKind.Version : RepeatKind.Repost, same) with { IsNewerVersion = isNewer };
        }

        Key? reposted = mention.RepostOf is { Length: > 0 } repostOf ? KeyOf(mention.Platform, repostOf) : null;
        if (reposted is { } laterId && _versions?.IsBeforeOriginal(ReadCount) == true)
        {
            // A repost that was too early for the original to be known may stand for it by now.
            if (!_known.TryGetValue(laterId, out var later) || At(later).Own != laterId) later = Await(mention.RepostOf!, laterId);
            return Fold(id, later, RepeatKind.Repost);
        }

        if (reposted is { } repostedId && _known.TryGetValue(repostedId, out var original)) return Fold(id, original, RepeatKind.Repost);
        var words = WordsOf(parsed);
        if (words is { } wordsKey && _known.TryGetValue(wordsKey, out var copied)) return Fold(id, copied, RepeatKind.Copy);

        Remember(new First(mention.Id, id, ReadCount, mention.Published) { Reposted = reposted, Words = words, IsDelivered = wasDelivered, IsItselfDelivered = wasDelivered });
        if (mention.QuoteOf is not { Length: > 0 } quoted) return new RepeatVerdict(RepeatKind.First, null, false);
        var index = _known.TryGetValue(KeyOf(mention.Platform, quoted), out var quotedFirst) ? At(quotedFirst).ReadAt : -1;
        return new RepeatVerdict(RepeatKind.Quote, index < 0 ? quoted : At(quotedFirst).Id, false) { OriginalIndex = index };
    }

    private ref First At(long number) => ref _firsts[number % _firsts.Length];

    private RepeatVerdict VerdictOf(RepeatKind kind, long number)
    {
        _last = number;
        ref var first = ref At(number);
        return new RepeatVerdict(kind, first.Id, false) { OriginalIndex = first.IsAwaited ? -1 : first.ReadAt };
    }

    // The id of a repeat leads to its first too: somebody may repeat the repeat.
    private RepeatVerdict Fold(Key id, long number, RepeatKind kind)
    {
        Lead(id, number);
        return VerdictOf(kind, number);
    }

    private void Lead(Key key, long number)
    {
        if (!_known.TryAdd(key, number)) return;
        if (!_repeats.TryGetValue(number, out var keys)) _repeats[number] = keys = new List<Key>(1);
        keys.Add(key);
    }

    private long Await(string id, Key key)
    {
        var number = Remember(new First(id, key, ReadCount, null) { IsAwaited = true });
        _known[key] = number;
        return number;
    }

    private static Key? WordsOf(ParsedMention parsed) =>
        parsed.Mention.QuoteOf is null && RepeatKey.Of(parsed) is { } key ? new Key(UInt128.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture)) : null;

    private long Remember(First first)
    {
        if (RememberedCount == _firsts.Length) Grow();
        var number = _last = _next++;
        At(number) = first;
        _known.TryAdd(first.Own, number);
        if (first.Reposted is { } reposted) _known.TryAdd(reposted, number);
        if (first.Words is { } words) _known.TryAdd(words, number);
        return number;
    }

    private void Grow()
    {
        var before = _firsts;
        _firsts = new First[(int)Math.Min((long)before.Length * 2, Math.Max((long)Horizon + 1, before.Length + 1))];
        for (var number = _oldest; number < _next; number++) At(number) = before[number % before.Length];
    }

    private void ForgetOld()
    {
        while (_oldest < _next && At(_oldest).ReadAt < ReadCount - Horizon)
        {
            ref var first = ref At(_oldest);
            Forget(first.Own);
            if (first.Reposted is { } reposted) Forget(reposted);
            if (first.Words is { } words) Forget(words);
            if (_repeats.Remove(_oldest, out var ids)) ids.ForEach(Forget);
            first = default;
            _oldest++;
        }
    }

    // Only what leads to the first that is forgotten: a key may have come to lead to a later one.
    private void Forget(Key key)
    {
        if (_known.TryGetValue(key, out var number) && number == _oldest) _known.Remove(key);
    }

    internal static Key KeyOf(Platform platform, string id)
    {
        var text = ((int)platform).ToString(CultureInfo.InvariantCulture) + "\n" + id;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new Key(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>Half of a SHA-256. Two words instead of one of 16 bytes, which a table would pad to 16: a third less memory.</summary>
    internal readonly record struct Key(ulong High, ulong Low)
    {
        public Key(UInt128 hash)
            : this((ulong)(hash >> 64), (ulong)hash)
        {
        }

        public override int GetHashCode() => (int)Low;
    }

    /// <summary>A first mention and the keys that lead to it.</summary>
    private struct First(string id, Key own, long readAt, Instant? published)
    {
        public readonly string Id = id;

        public readonly Key Own = own;

        public readonly long ReadAt = readAt;

        public Instant? Published = published;

        public Key? Reposted;

        public Key? Words;

        /// <summary>Whether only older versions or reposts of it were read yet.</summary>
        public bool IsAwaited;

        /// <summary>Whether it is a repost whose original came after it.</summary>
        public bool HasOriginal;

        /// <summary>Whether it, or a repeat of it, was delivered as urgent.</summary>
        public bool IsDelivered;

        /// <summary>Whether it, or another version of it, was delivered as urgent.</summary>
        public bool IsItselfDelivered;
    }
}

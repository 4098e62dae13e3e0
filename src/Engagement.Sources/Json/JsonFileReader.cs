using System.Runtime.CompilerServices;
using Engagement.Sources.Input;

namespace Engagement.Sources.Json;

/// <summary>
/// Cuts JSON into items: lines, the elements of a document that is an array, documents that follow one another, and the scripts of an X
/// archive (read as data, never run), and the collections of a Mastodon archive. A line that is broken costs that line.
/// </summary>
internal sealed class JsonFileReader(string source, MentionFileOptions options)
{
    /// <summary>Within how many bytes the list of a collection begins, which may be far larger than any one item.</summary>
    private const int CollectionHead = 8 * 1024;

    // Each time all that is left is looked through in vain; a file of nothing but broken lines must not take the square of its size.
    private const int MostResumptions = 16;

    private readonly JsonItemReader _items = new(source, options);
    private readonly List<SourceOutcome> _ready = [];
    private JsonExtent _extent;
    private int _scanned;
    private bool _isSkipping;
    private bool _isInArray;
    private bool _isInCollection;
    private bool _isPastCollection;
    private JsonPlace? _brokenAt;
    private bool _isBreakNamed;
    private int _resumptions;
    private long _line = 1;
    private long _item;

    private enum Step
    {
        Done,
        More,
        Again,
    }

    public async IAsyncEnumerable<SourceOutcome> ReadAsync(ByteWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SkipScript(window);
        while (window.Count < CollectionHead && StartsObject(window.Unread) && await window.FillAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        _isInCollection = SkipCollectionHead(window);

        // Whether objects stand one a line shows in the first line. A list shows itself at once, and may be one long line.
        var seen = 0;
        while (!StartsList(window.Unread) && window.Unread[seen..].IndexOf((byte)'\n') < 0)
        {
            seen = window.Count;
            if (!await window.FillAsync(cancellationToken).ConfigureAwait(false)) break;
        }

        var isLines = IsLines(window.Unread);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = isLines ? ReadLines(window) : ReadDocument(window);
            foreach (var outcome in _ready) yield return outcome;
            _ready.Clear();
            if (step == Step.Done) break;
            if (step == Step.More && !await window.FillAsync(cancellationToken).ConfigureAwait(false) && !window.IsAtEnd) GiveUpItem(window, isLines);
        }

        if (window.Fault is { } fault && !_isBreakNamed) yield return Fail(_brokenAt ?? new JsonPlace(_line), BreakOf(fault));
    }

    // The step with hot path: one look for the line end, then straight to the item.
    private Step ReadLines(ByteWindow window)
    {
        while (_ready.Count < 256)
        {
            var bytes = window.Unread;
            var hop = bytes[_scanned..].IndexOf((byte)'\n');
            var end = hop < 0 ? -1 : _scanned + hop;
            if (end < 0 && !window.IsAtEnd)
            {
                _scanned = bytes.Length;
                if (_isSkipping) Forget(window);
                return Step.More;
            }

            if (end < 0 && bytes.IsEmpty) return Step.Done;
            var line = end < 0 ? bytes : bytes[..end];
            if (!_isSkipping) ReadLine(line.Trim(" \t\r"u8), end < 0 ? window.Fault : null);
            _isSkipping = false;
            _scanned = 0;
            if (end >= 0) _line++;
            window.Consume(end < 0 ? bytes.Length : end + 1);
        }

        return Step.Again;
    }

    private void ReadLine(ReadOnlySpan<byte> line, string? fault)
    {
        if (line.IsEmpty) return;
        if (fault is not null && line[0] == '{' && default(JsonExtent).Scan(line) < 0)
        {
            // The end of a stream that broke off is named once, by its reason; what is whole before it is read.
            _isBreakNamed = _items.TryReadBroken(line, Place(isLine: true), BreakOf(fault), _ready, out var at) && at >= 0;
            return;
        }

        if (line[0] != '[')
        {
            _items.Read(line, Place(isLine: true), _ready);
            return;
        }

        // A page that is an array, one a line.
        var faults = new FaultCount(_ready);
        if (ReadArray(line[1..], faults) is { } broken && fault is null) _ready.Add(Fail(Place(isLine: true), broken));
        if (faults.Unnamed > 0) _ready.Add(Fail(Place(isLine: true), faults.Reason));
    }

    /// <returns>What is wrong with the array itself; null for nothing.</returns>
    private string? ReadArray(ReadOnlySpan<byte> rest, FaultCount faults)
    {
        while (true)
        {
            rest = rest.TrimStart(" \t\r,"u8);
            if (rest.IsEmpty) return "the array of this line is not closed";
            if (rest[0] == ']') return null;
            var extent = default(JsonExtent);
            var end = rest[0] is (byte)'{' or (byte)'[' ? extent.Scan(rest) : -1;
            if (end < 0) return "this is not valid JSON";
            if (extent.DeepestSeen > options.MaximumDepth) _ready.Add(TooDeep(isLine: true));
            else _items.Read(rest[..end], Place(isLine: true), _ready);
            rest = rest[end..];
            faults.Check();
        }
    }

    private Step ReadDocument(ByteWindow window)
    {
        while (_ready.Count < 256)
        {
            if (_isPastCollection)
            {
                // Further fields of the collection, up to its own end.
                var rest = _extent.Scan(window.Unread);
                _isPastCollection = rest < 0;
                Pass(window, rest < 0 ? window.Count : rest);
                if (!_isPastCollection) continue;
                if (!window.IsAtEnd) return Step.More;
                if (window.Fault is null) _ready.Add(Fail(new JsonPlace(_line), "the file breaks off: its collection is not closed"));
                return Step.Done;
            }

            if (_scanned == 0 && !_isSkipping) SkipBetween(window);
            var bytes = window.Unread;
            if (bytes.IsEmpty)
            {
                if (!window.IsAtEnd) return Step.More;
                if (_isInArray && window.Fault is null) _ready.Add(Fail(Place(isLine: false), "the file breaks off: its array is not closed"));
                return Step.Done;
            }

            if (_scanned == 0 && !_isSkipping)
            {
                if (bytes[0] == '[' && !_isInArray && !LooksNested(bytes))
                {
                    _isInArray = true;
                    window.Consume(1);
                    continue;
                }

                if (bytes[0] == ']' && _isInArray)
                {
                    _isInArray = false;
                    _isPastCollection = _isInCollection;
                    _isInCollection = false;
                    _extent = default;
                    _extent.Scan("{"u8);
                    window.Consume(1);
                    continue;
                }

                _item++;
                if (bytes[0] is not ((byte)'{' or (byte)'['))
                {
                    _ready.Add(Fail(Place(isLine: false), "an object is expected here"));
                    SkipScalar(window);
                    continue;
                }

                _extent = default;
            }

            var hop = _extent.Scan(bytes[_scanned..]);
            if (hop < 0)
            {
                _scanned = bytes.Length;
                if (_isSkipping) Forget(window);
                if (!window.IsAtEnd) return Step.More;
                if (!_isSkipping) BreakOff(window);
                else window.Consume(window.Count);
                _isSkipping = false;
                _scanned = 0;
                continue;
            }

            var end = _scanned + hop;
            if (!_isSkipping)
            {
                if (bytes[0] == '[' && _extent.DeepestSeen > options.MaximumDepth) _ready.Add(TooDeep(isLine: false));
                else if (bytes[0] == '[') _ready.Add(Fail(Place(isLine: false), "an object is expected here, not an array"));
                else _items.Read(bytes[..end], Place(isLine: false), _ready);
            }

            _isSkipping = false;
            _scanned = 0;
            Pass(window, end);
        }

        return Step.Again;
    }

    /// <summary>The item is not closed when the bytes end: names it, and looks for a line that starts another.</summary>
    private void BreakOff(ByteWindow window)
    {
        var reason = window.Fault is { } fault ? BreakOf(fault) : "the page breaks off here";
        var isPage = _items.TryReadBroken(window.Unread, Place(isLine: false), reason, _ready, out var from);
        _isBreakNamed = isPage && from >= 0;
        if (from < 0) from = isPage ? window.Count : 0;
        var next = _resumptions++ < MostResumptions ? window.Unread[from..].IndexOf("\n{"u8) : -1;
        if (next >= 0) next += from;
        if (!isPage)
        {
            if (next >= 0) _ready.Add(Fail(Place(isLine: false), "the item that starts here is not closed; reading went on in the next line that starts one"));
            else if (_extent.DeepestSeen > options.MaximumDepth) _ready.Add(TooDeep(isLine: false));
            else if (window.Fault is null) _ready.Add(Fail(Place(isLine: false), "the file breaks off in the item that starts here"));
            else _brokenAt = Place(isLine: false);
        }

        if (next < 0) _isInArray = false;
        Pass(window, next >= 0 ? next + 1 : window.Count);
    }

    private void GiveUpItem(ByteWindow window, bool isLines)
    {
        if (!_isSkipping && !_items.TryReadBroken(window.Unread, Place(isLines), $"the page is longer than {options.MaximumPageBytes} bytes; it was read up to here", _ready, out _))
            _ready.Add(Fail(Place(isLines), $"the item is longer than {options.MaximumPageBytes} bytes"));
        _isSkipping = true;
        Forget(window);
    }

    private void Forget(ByteWindow window)
    {
        if (!window.Unread.IsEmpty) _line += window.Unread.Count((byte)'\n');
        window.Consume(window.Count);
        _scanned = 0;
    }

    private void Pass(ByteWindow window, int count)
    {
        _line += window.Unread[..count].Count((byte)'\n');
        window.Consume(count);
    }

    private void SkipBetween(ByteWindow window)
    {
        var at = window.Unread.IndexOfAnyExcept(" \t\r\n,;"u8);
        Pass(window, at < 0 ? window.Count : at);
    }

    private static void SkipScalar(ByteWindow window)
    {
        var end = window.Unread[1..].IndexOfAny(",]\n{["u8);
        window.Consume(end < 0 ? window.Count : end + 1);
    }

    // "[[": an array of arrays is one item that is not sound, rather than many.
    private static bool LooksNested(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[1..].IndexOfAnyExcept(" \t\r\n"u8);
        return at >= 0 && bytes[at + 1] == '[';
    }

    private static void SkipScript(ByteWindow window)
    {
        var at = window.Unread.IndexOfAnyExcept(" \t\r\n"u8);
        if (at < 0 || !window.Unread[at..].StartsWith("window."u8)) return;
        var start = window.Unread.IndexOfAny((byte)'[', (byte)'{');
        window.Consume(start < 0 ? window.Count : start);
    }

    /// <summary>Steps to the list of a collection of activities, so that its items are read one by one.</summary>
    private bool SkipCollectionHead(ByteWindow window)
    {
        var head = window.Unread[..Math.Min(CollectionHead, window.Count)];
        if (!StartsObject(head) || head.IndexOf("Collection"u8) < 0) return false;
        var name = head.IndexOf("\"orderedItems\""u8);
        if (name < 0) return false;
        var after = head[(name + "\"orderedItems\"".Length)..];
        var list = after.IndexOf((byte)'[');
        if (list < 0 || after[..list].IndexOfAnyExcept(" \t\r\n:"u8) >= 0) return false;
        Pass(window, name + "\"orderedItems\"".Length + list);
        return true;
    }

    private static bool StartsObject(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && bytes[start] == '{';
    }

    private static bool StartsList(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && bytes[start] == '[';
    }

    private static bool IsLines(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0) return true;
        bytes = bytes[start..];
        if (bytes[0] != '{') return false;
        var lineEnd = bytes.IndexOf((byte)'\n');
        if (lineEnd < 0) return true;
        var extent = default(JsonExtent);
        var end = extent.Scan(bytes[..lineEnd]);
        if (end >= 0) return bytes[end..lineEnd].Trim(" \t\r"u8).IsEmpty || bytes[end] != ',';

        // A string cannot hold a line break, and an object starts in the first column only within a list: the first of many lines is broken.
        return extent.IsInString || (!extent.IsInArray && lineEnd + 1 < bytes.Length && bytes[lineEnd + 1] == '{');
    }

    private static string BreakOf(string fault) => $"the file breaks off here: {fault}";

    private JsonPlace Place(bool isLine) => isLine ? new JsonPlace(_line) : new JsonPlace(_line, Math.Max(1, _item));

    private SourceOutcome TooDeep(bool isLine) => Fail(Place(isLine), $"the item nests deeper than {options.MaximumDepth} levels");

    private SourceOutcome Fail(JsonPlace place, string reason) => SourceOutcome.Failed(new SourceProblem(source, place.ToString(), reason));
}

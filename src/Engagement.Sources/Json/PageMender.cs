using System.Buffers;
using System.Text.Json;

namespace Engagement.Sources.Json;

/// <summary>
/// Makes of a page that is not sound, or not whole, one that is: what is sound in it stays, a post that is not becomes <c>null</c>, and what
/// is open at a break is closed. Each fault is kept with its place. One pass; sees brackets and quotation marks only, and leaves the rest to
/// who reads the page.
/// </summary>
internal sealed class PageMender(int maximumDepth)
{
    // Each time the rest of the page is looked through in vain; a page of nothing but broken lines must not take the square of its size.
    private const int MostResumptions = 16;

    private static readonly string[] Lists = ["data", "statuses", "posts", "feed", "comments", "orderedItems"];

    private readonly ArrayBufferWriter<byte> _mended = new();
    private readonly List<PageFault> _faults = [];
    private bool _needsComma;
    private bool _hasList;
    private bool _isPost;
    private int _resumptions;

    /// <summary>The page, sound and closed.</summary>
    public ReadOnlySpan<byte> Mended => _mended.WrittenSpan;

    /// <summary>What was not sound, in the order of the page.</summary>
    public IReadOnlyList<PageFault> Faults => _faults;

    /// <summary>How many posts are whole.</summary>
    public int Posts { get; private set; }

    /// <summary>Whether the property of a page with this name holds posts.</summary>
    public static bool IsList(ref Utf8JsonReader reader)
    {
        foreach (var list in Lists)
        {
            if (reader.ValueTextEquals(list)) return true;
        }

        return false;
    }

    /// <summary>Mends a page.</summary>
    /// <param name="page">What is there of it, in UTF-8.</param>
    /// <returns>False when it is no page of posts.</returns>
    public bool TryMend(ReadOnlySpan<byte> page)
    {
        var start = SkipSpace(page, 0);
        if (start == page.Length || page[start] != '{') return false;
        MendObject(page, start + 1, isPage: true);
        return _hasList && !_isPost;
    }

    // Each of these gives the place after what it has read, or -1 where the page breaks.
    private int MendObject(ReadOnlySpan<byte> page, int at, bool isPage)
    {
        Open((byte)'{');
        while (true)
        {
            at = SkipSpace(page, at);
            if (at < page.Length && page[at] == '}') return Close((byte)'}', at + 1);
            var nameEnd = at < page.Length && page[at] == '"' ? ValueEnd(page, at) : -1;
            var value = nameEnd < 0 ? -1 : AfterColon(page, nameEnd);
            if (value < 0) return Break(at, 0, (byte)'}');

            var name = page[at..nameEnd];
            var isList = isPage && IsList(name) && (page[value] == '[' || (page[value] == '{' && name.SequenceEqual("\"data\""u8)));
            _hasList |= isList;
            _isPost |= isPage && IsOfPost(name);
            if (page[value] == '[' && (isList || !isPage))
            {
                Write(name, ":"u8);
                at = MendArray(page, value + 1, isList);
            }
            else if (page[value] == '{' && isPage && name.SequenceEqual("\"includes\""u8))
            {
                Write(name, ":"u8);
                at = MendObject(page, value + 1, isPage: false);
            }
            else
            {
                at = ValueEnd(page, value);
                if (at < 0) return Break(value, isList ? 1 : 0, (byte)'}');
                if (FaultOf(page[value..at]) is { } fault)
                {
                    _faults.Add(new PageFault(value, isList ? 1 : 0, fault));
                    continue;
                }

                Write(name, ":"u8);
                Write(page[value..at]);
                if (isList) Posts++;
            }

            _needsComma = true;
            if (at < 0) return Close((byte)'}', -1);
        }
    }

    private int MendArray(ReadOnlySpan<byte> page, int at, bool isPosts)
    {
        Open((byte)'[');
        for (var number = 1; ; number++)
        {
            at = SkipSpace(page, at);
            var post = isPosts ? number : 0;
            if (at == page.Length || page[at] is (byte)'}' or (byte)':') return Break(at, 0, (byte)']');
            if (page[at] == ']') return Close((byte)']', at + 1);
            var end = ValueEnd(page, at);
            if (end < 0)
            {
                // A quotation mark is missing, perhaps: the next line that starts a post is looked for.
                var next = _resumptions++ < MostResumptions ? page[at..].IndexOf("\n{"u8) : -1;
                if (next < 0) return Break(at, post, (byte)']');
                end = at + next + 1;
                Lose(at, post, "what starts here is not closed; reading went on in the next line that starts an object");
            }
            else if (FaultOf(page[at..end]) is { } fault)
            {
                Lose(at, post, fault);
            }
            else
            {
                Comma();
                Write(page[at..end]);
                _needsComma = true;
                if (isPosts) Posts++;
            }

            at = end;
        }
    }

    private void Lose(int at, int post, string reason)
    {
        // The rest is counted by who reads the page.
        if (_faults.Count < FaultCount.Most) _faults.Add(new PageFault(at, post, reason));
        if (post == 0) return;
        Comma();
        Write("null"u8);
        _needsComma = true;
    }

    private int Break(int at, int post, byte closing)
    {
        _faults.Add(new PageFault(at, post, null));
        return Close(closing, -1);
    }

    private void Open(byte bracket)
    {
        Write([bracket]);
        _needsComma = false;
    }

    private int Close(byte bracket, int at)
    {
        Write([bracket]);
        _needsComma = true;
        return at;
    }

    private void Comma()
    {
        if (_needsComma) Write(","u8);
    }

    private void Write(ReadOnlySpan<byte> name, ReadOnlySpan<byte> colon)
    {
        Comma();
        Write(name);
        Write(colon);
        _needsComma = false;
    }

    private void Write(ReadOnlySpan<byte> bytes) => _mended.Write(bytes);

    private string? FaultOf(ReadOnlySpan<byte> value)
    {
        // The value stands some levels down already, as far as the page is concerned.
        var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = Math.Max(1, maximumDepth - 3) });
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException broken)
        {
            return JsonItemReader.Describe(broken, maximumDepth);
        }
    }

    private static bool IsList(ReadOnlySpan<byte> name)
    {
        foreach (var list in Lists)
        {
            if (name.Length == list.Length + 2 && System.Text.Ascii.Equals(name[1..^1], list)) return true;
        }

        return false;
    }

    // Posts may hold lists of the same names: who commented, say.
    private static bool IsOfPost(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("\"text\""u8) || name.SequenceEqual("\"message\""u8) || name.SequenceEqual("\"uri\""u8) || name.SequenceEqual("\"commentText\""u8);

    private static int AfterColon(ReadOnlySpan<byte> page, int at)
    {
        at = SkipSpace(page, at);
        if (at == page.Length || page[at] != ':') return -1;
        at = SkipSpace(page, at + 1);
        return at == page.Length ? -1 : at;
    }

    private static int ValueEnd(ReadOnlySpan<byte> page, int at)
    {
        if (page[at] is (byte)'{' or (byte)'[')
        {
            var length = default(JsonExtent).Scan(page[at..]);
            return length < 0 ? -1 : at + length;
        }

        if (page[at] != '"')
        {
            var length = page[at..].IndexOfAny(",]} \t\r\n"u8);
            return length <= 0 ? -1 : at + length;
        }

        for (var end = at + 1; end < page.Length; end++)
        {
            var hop = page[end..].IndexOfAny((byte)'"', (byte)'\\');
            if (hop < 0) return -1;
            end += hop;
            if (page[end] == '"') return end + 1;
            end++;
        }

        return -1;
    }

    private static int SkipSpace(ReadOnlySpan<byte> page, int at)
    {
        var hop = page[at..].IndexOfAnyExcept(" \t\r\n,"u8);
        return hop < 0 ? page.Length : at + hop;
    }
}

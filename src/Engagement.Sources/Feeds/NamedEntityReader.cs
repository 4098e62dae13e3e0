using AngleSharp.Html;

namespace Engagement.Sources.Feeds;

/// <summary>
/// Many feeds write names of HTML (<c>&amp;nbsp;</c>, <c>&amp;pound;</c>) that XML does not know, which would end the reading of an
/// otherwise sound file. Such a name is replaced by its character on the way in; the five names of XML are left to the XML reader.
/// </summary>
internal sealed class NamedEntityReader(TextReader inner) : TextReader
{
    private const int LongestName = 32;

    private readonly char[] _kept = new char[LongestName];
    private int _keptCount;
    private bool _isAtEnd;

    public override int Read(char[] buffer, int index, int count) => throw new NotSupportedException("Feeds are read asynchronously.");

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length <= LongestName) return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            _kept.AsMemory(0, _keptCount).CopyTo(buffer);
            var count = _keptCount;
            _keptCount = 0;
            if (!_isAtEnd)
            {
                var read = await inner.ReadAsync(buffer[count..], cancellationToken).ConfigureAwait(false);
                _isAtEnd = read == 0;
                count += read;
            }

            if (count == 0) return 0;
            var written = Replace(buffer.Span[..count]);
            if (written > 0) return written;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Replaces in place; a name that may go on in the next characters is kept back. Gives how many characters are left.</summary>
    private int Replace(Span<char> text)
    {
        var from = 0;
        var to = 0;
        while (from < text.Length)
        {
            var hop = text[from..].IndexOf('&');
            var plain = hop < 0 ? text.Length - from : hop;
            text.Slice(from, plain).CopyTo(text[to..]);
            from += plain;
            to += plain;
            if (hop < 0) break;

            var end = from + 1;
            while (end < text.Length && end - from < LongestName - 1 && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end == text.Length && !_isAtEnd && end - from < LongestName - 1)
            {
                _keptCount = end - from;
                text[from..].CopyTo(_kept);
                break;
            }

            if (end < text.Length && text[end] == ';' && SymbolOf(text[(from + 1)..(end + 1)]) is { } symbol && symbol.Length <= end + 1 - from)
            {
                symbol.CopyTo(text[to..]);
                from = end + 1;
                to += symbol.Length;
            }
            else
            {
                text[to++] = text[from++];
            }
        }

        return to;
    }

    private static string? SymbolOf(ReadOnlySpan<char> name)
    {
        if (name.Length < 3 || name is "amp;" or "lt;" or "gt;" or "quot;" or "apos;") return null;
        var symbol = HtmlEntityProvider.Resolver.GetSymbol(name.ToString());

        // Other spellings of the signs of markup ("&LT;") must not become markup.
        return string.IsNullOrEmpty(symbol) || symbol.AsSpan().IndexOfAny('<', '&', '>') >= 0 ? null : symbol;
    }
}

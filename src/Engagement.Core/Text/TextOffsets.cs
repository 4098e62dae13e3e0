using System.Text;

namespace Engagement.Text;

/// <summary>
/// Converts offsets of one text between UTF-16 code units, code points and UTF-8 bytes, exactly and both ways, lone surrogates included
/// (one code point, three bytes, as in the replacement character that takes their place in UTF-8). Made once a text; immutable,
/// thread-safe. Each conversion takes at most a logarithm of the text's length.
/// </summary>
public sealed class TextOffsets
{
    private const int Step = 64;

    private readonly string _text;

    // Code points and UTF-8 bytes before every 64th code unit; null when the text is ASCII and all units agree.
    private readonly (int CodePoints, int Utf8)[]? _counts;
    private readonly (int CodePoints, int Utf8) _total;

    /// <summary>Reads the text once.</summary>
    /// <param name="text">Any text.</param>
    public TextOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _total = (text.Length, text.Length);
        if (Ascii.IsValid(text)) return;

        _counts = new (int, int)[(text.Length / Step) + 1];
        var (codePoints, utf8) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i % Step == 0) _counts[i / Step] = (codePoints, utf8);
            Count(i, ref codePoints, ref utf8);
        }

        if (text.Length % Step == 0) _counts[^1] = (codePoints, utf8);
        _total = (codePoints, utf8);
    }

    /// <summary>Length of the text in a unit.</summary>
    public int LengthIn(OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf16 => _text.Length,
        OffsetUnit.CodePoint => _total.CodePoints,
        _ => _total.Utf8,
    };

    /// <summary>Converts an offset in UTF-16 code units.</summary>
    /// <param name="offset">From 0 to the length of the text. One that lies inside a surrogate pair counts as the start of the pair.</param>
    /// <param name="unit">The unit wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not in the text.</exception>
    public int FromUtf16(int offset, OffsetUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _text.Length);
        if (IsInsidePair(offset)) offset--;
        if (unit == OffsetUnit.Utf16 || _counts is null) return offset;
        var (codePoints, utf8) = _counts[offset / Step];
        for (var i = offset / Step * Step; i < offset; i++) Count(i, ref codePoints, ref utf8);
        return unit == OffsetUnit.CodePoint ? codePoints : utf8;
    }

    /// <summary>Converts a span of this text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is not in the text.</exception>
    public (int Start, int End) FromUtf16(TextSpan span, OffsetUnit unit) => (FromUtf16(span.Start, unit), FromUtf16(span.End, unit));

    /// <summary>Converts an offset to UTF-16 code units.</summary>
    /// <param name="offset">The offset; any number, since it comes from elsewhere.</param>
    /// <param name="unit">What it counts.</param>
    /// <param name="utf16">The offset in UTF-16 code units; 0 when there is none.</param>
    /// <returns>False when the offset lies outside the text or inside a character.</returns>
    public bool TryToUtf16(int offset, OffsetUnit unit, out int utf16)
    {
        utf16 = 0;
        if (offset < 0 || offset > LengthIn(unit)) return false;
        if (unit == OffsetUnit.Utf16 || _counts is null)
        {
            if (IsInsidePair(offset)) return false;
            utf16 = offset;
            return true;
        }

        var (low, high) = (0, _counts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (In(_counts[middle], unit) <= offset) low = middle;
            else high = middle - 1;
        }

        var counts = _counts[low];
        var i = low * Step;
        while (i < _text.Length && (In(counts, unit) < offset || IsInsidePair(i)))
        {
            Count(i, ref counts.CodePoints, ref counts.Utf8);
            i++;
        }

        if (In(counts, unit) != offset) return false;
        utf16 = i;
        return true;
    }

    /// <summary>Converts a span to UTF-16 code units.</summary>
    /// <param name="start">Start of the span; any number.</param>
    /// <param name="end">End of the span, after its last character; any number.</param>
    /// <param name="unit">What they count.</param>
    /// <param name="span">The span; empty when there is none.</param>
    /// <returns>False when an end lies outside the text or inside a character, or when the span ends before it starts.</returns>
    public bool TryToUtf16(int start, int end, OffsetUnit unit, out TextSpan span)
    {
        span = default;
        if (end < start || !TryToUtf16(start, unit, out var first) || !TryToUtf16(end, unit, out var last)) return false;
        span = new TextSpan(first, last);
        return true;
    }

    private static int In((int CodePoints, int Utf8) counts, OffsetUnit unit) => unit == OffsetUnit.CodePoint ? counts.CodePoints : counts.Utf8;

    // A pair counts at its first half.
    private void Count(int index, ref int codePoints, ref int utf8)
    {
        if (IsInsidePair(index)) return;
        var c = _text[index];
        codePoints++;
        utf8 += c < 0x80 ? 1 : c < 0x800 ? 2 : IsInsidePair(index + 1) ? 4 : 3;
    }

    private bool IsInsidePair(int index) =>
        index > 0 && index < _text.Length && char.IsLowSurrogate(_text[index]) && char.IsHighSurrogate(_text[index - 1]);
}

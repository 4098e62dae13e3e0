using Engagement.Text;

namespace Workbench;

/// <summary>Converts spans of one text to the unit that was asked for.</summary>
internal sealed class SpanConverter(string text, OffsetUnit unit)
{
    private readonly TextOffsets? _offsets = unit == OffsetUnit.Utf16 ? null : new TextOffsets(text);

    public (int Start, int End) Convert(TextSpan span) => _offsets?.FromUtf16(span, unit) ?? (span.Start, span.End);
}

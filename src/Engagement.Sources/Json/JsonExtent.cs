namespace Engagement.Sources.Json;

/// <summary>Finds where a JSON object or array ends, without recursion and across refills. Its content is checked by whoever reads it.</summary>
internal struct JsonExtent
{
    private bool _isInString;
    private bool _isEscaped;
    private ulong _arrays;

    public int Depth { get; private set; }

    public int DeepestSeen { get; private set; }

    public readonly bool IsInString => _isInString;

    /// <summary>Whether the innermost bracket that is open is one of an array; told for the first 64 levels.</summary>
    public readonly bool IsInArray => Depth is > 0 and <= 64 && (_arrays >> (Depth - 1) & 1) != 0;

    /// <summary>Looks on. Gives the bytes up to and with the closing bracket, or -1 when it is not among these.</summary>
    public int Scan(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                i++;
                continue;
            }

            if (_isInString)
            {
                var hop = bytes[i..].IndexOfAny((byte)'"', (byte)'\\');
                if (hop < 0) return -1;
                i += hop + 1;
                if (bytes[i - 1] == '"') _isInString = false;
                else _isEscaped = true;
                continue;
            }

            var next = bytes[i..].IndexOfAny("\"{}[]"u8);
            if (next < 0) return -1;
            i += next + 1;
            switch (bytes[i - 1])
            {
                case (byte)'"':
                    _isInString = true;
                    break;
                case (byte)'{' or (byte)'[':
                    if (Depth < 64) _arrays = bytes[i - 1] == '[' ? _arrays | 1UL << Depth : _arrays & ~(1UL << Depth);
                    DeepestSeen = Math.Max(DeepestSeen, ++Depth);
                    break;
                default:
                    if (--Depth <= 0) return i;
                    break;
            }
        }

        return -1;
    }
}

namespace Engagement.Text;

/// <summary>The encoding of host names (RFC 3492). Labels only, of at most 63 encoded characters, so every loop is short.</summary>
internal static class Punycode
{
    /// <summary>Longest label of a host name, prefix included.</summary>
    public const int LongestLabel = 63;

    private const string Prefix = "xn--";
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;

    /// <summary>Encodes one label.</summary>
    /// <param name="label">The label in Unicode; ASCII labels are copied, lower-cased.</param>
    /// <param name="encoded">Room for <see cref="LongestLabel"/> characters.</param>
    /// <returns>The length written; 0 when the label is empty, too long, or pretends to be encoded.</returns>
    public static int Encode(ReadOnlySpan<char> label, Span<char> encoded)
    {
        // Every code point takes at least one character, so a longer label cannot fit.
        if (label.IsEmpty || label.Length > 2 * LongestLabel) return 0;
        Span<int> codePoints = stackalloc int[label.Length];
        var count = 0;
        var isAscii = true;
        for (var i = 0; i < label.Length; i++)
        {
            var codePoint = (int)char.ToLowerInvariant(label[i]);
            if (char.IsHighSurrogate(label[i]) && i + 1 < label.Length && char.IsLowSurrogate(label[i + 1])) codePoint = char.ConvertToUtf32(label[i], label[++i]);
            isAscii &= codePoint < 0x80;
            codePoints[count++] = codePoint;
        }

        if (count > LongestLabel) return 0;
        codePoints = codePoints[..count];
        if (isAscii)
        {
            for (var i = 0; i < count; i++) encoded[i] = (char)codePoints[i];
            return count;
        }

        if (label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return 0;
        return EncodeBeyondAscii(codePoints, encoded);
    }

    /// <summary>Decodes one label that starts with <c>xn--</c>.</summary>
    /// <param name="label">The encoded label, prefix included.</param>
    /// <returns>The label in Unicode; null when it is no valid encoding.</returns>
    public static string? Decode(ReadOnlySpan<char> label)
    {
        if (!label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || label.Length > LongestLabel) return null;
        var input = label[Prefix.Length..];
        var codePoints = new List<int>(input.Length);
        var delimiter = input.LastIndexOf('-');
        for (var i = 0; i < delimiter; i++)
        {
            if (input[i] >= 0x80) return null;
            codePoints.Add(char.ToLowerInvariant(input[i]));
        }

        var (n, index, bias) = (128L, 0L, 72);
        for (var position = delimiter + 1; position < input.Length;)
        {
            var before = index;
            long weight = 1;
            for (var k = Base; ; k += Base)
            {
                if (position >= input.Length) return null;
                var digit = DigitOf(input[position++]);
                if (digit < 0) return null;
                index += digit * weight;
                if (index > int.MaxValue) return null;
                var threshold = Threshold(k, bias);
                if (digit < threshold) break;
                weight *= Base - threshold;
                if (weight > int.MaxValue) return null;
            }

            bias = Adapt((int)(index - before), codePoints.Count + 1, before == 0);
            n += index / (codePoints.Count + 1);
            index %= codePoints.Count + 1;
            if (n is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) return null;
            codePoints.Insert((int)index++, (int)n);
        }

        return string.Concat(codePoints.Select(char.ConvertFromUtf32));
    }

    private static int EncodeBeyondAscii(ReadOnlySpan<int> codePoints, Span<char> encoded)
    {
        Prefix.CopyTo(encoded);
        var length = Prefix.Length;
        foreach (var codePoint in codePoints)
        {
            if (codePoint >= 0x80) continue;
            if (length >= LongestLabel) return 0;
            encoded[length++] = (char)codePoint;
        }

        var basic = length - Prefix.Length;
        if (basic > 0)
        {
            if (length >= LongestLabel) return 0;
            encoded[length++] = '-';
        }

        var (n, delta, bias) = (128, 0, 72);
        for (var handled = basic; handled < codePoints.Length;)
        {
            var next = int.MaxValue;
            foreach (var codePoint in codePoints)
            {
                if (codePoint >= n && codePoint < next) next = codePoint;
            }

            // At most 0x10FFFF times 64: far from overflow.
            delta += (next - n) * (handled + 1);
            n = next;
            foreach (var codePoint in codePoints)
            {
                if (codePoint < n) delta++;
                if (codePoint != n) continue;
                var rest = delta;
                for (var k = Base; ; k += Base)
                {
                    var threshold = Threshold(k, bias);
                    if (length >= LongestLabel) return 0;
                    if (rest < threshold)
                    {
                        encoded[length++] = Digit(rest);
                        break;
                    }

                    encoded[length++] = Digit(threshold + ((rest - threshold) % (Base - threshold)));
                    rest = (rest - threshold) / (Base - threshold);
                }

                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            n++;
        }

        return length;
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, TMin, TMax);

    private static int Adapt(int delta, int count, bool isFirst)
    {
        delta /= isFirst ? 700 : 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base) delta /= Base - TMin;
        return k + ((Base - TMin + 1) * delta / (delta + 38));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    private static int DigitOf(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };
}

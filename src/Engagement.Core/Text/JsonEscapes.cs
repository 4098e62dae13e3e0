using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Engagement.Text;

/// <summary>
/// Takes the escapes out of a JSON string that holds half of an escaped pair (<c>\ud800</c> by itself), at which System.Text.Json throws: to
/// text, such a half is data like any other. Compiled into the projects that read JSON, as no part of the library's surface.
/// </summary>
internal static class JsonEscapes
{
    /// <summary>The text of a JSON string.</summary>
    /// <param name="raw">What stands between the quotation marks, in UTF-8; its escapes are known to be well formed.</param>
    /// <returns>Null when it is not UTF-8.</returns>
    public static string? TryUnescape(ReadOnlySpan<byte> raw)
    {
        if (!Utf8.IsValid(raw)) return null;
        var written = Encoding.UTF8.GetString(raw);
        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\')
            {
                text.Append(written[i]);
                continue;
            }

            i++;
            switch (written[i])
            {
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'u':
                    text.Append((char)ushort.Parse(written.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default: text.Append(written[i]); break;
            }
        }

        return text.ToString();
    }
}

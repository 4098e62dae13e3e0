namespace Engagement.Sources.Tables;

/// <summary>What stands at the start of the bytes of a table.</summary>
internal enum RecordKind
{
    /// <summary>A whole record.</summary>
    Record,

    /// <summary>A record that is not whole yet.</summary>
    More,

    /// <summary>A record with a quote that does not close as it should.</summary>
    BadQuote,

    /// <summary>An empty line.</summary>
    Blank,
}

/// <summary>
/// The extent of one record of a table. Finding it apart from splitting it is what lets a broken quote cost one record and not the rest
/// of the file: only sound records go on to the splitter.
/// </summary>
internal struct RecordFrame
{
    public RecordKind Kind;

    /// <summary>Bytes to go on, line end included. After a bad quote: to the line after the one it stands in.</summary>
    public int Next;

    /// <summary>Bytes of the record without its line end.</summary>
    public int Length;

    /// <summary>Line ends within <see cref="Next"/>.</summary>
    public int Lines;

    public int Fields;

    /// <summary>Whether the record must be written anew to be plain RFC 4180.</summary>
    public bool IsLoose;

    /// <summary>Whether the bytes end within quotes.</summary>
    public bool IsInQuotes;

    /// <summary>Whether the quote was looked for up to the end of the bytes, so that no quote that opens before it closes there.</summary>
    public bool IsOpenToEnd;

    /// <summary>Line of the quote in question, counted from the first line of the record as 0.</summary>
    public int QuoteLine;

    /// <summary>Its column, from 1, in bytes.</summary>
    public int QuoteColumn;

    /// <summary>Finds the record at the start.</summary>
    /// <param name="bytes">UTF-8, starting with a record.</param>
    /// <param name="isWhole">Whether nothing follows the bytes.</param>
    /// <param name="delimiter">The byte between fields.</param>
    /// <param name="expected">Fields of the header; 0 while it is not known.</param>
    /// <param name="isOneLine">Whether a quote must close in its line: where it is known that those over several lines do not close at all.</param>
    public static RecordFrame Find(ReadOnlySpan<byte> bytes, bool isWhole, byte delimiter, int expected, bool isOneLine = false)
    {
        var frame = new RecordFrame { Fields = 1 };
        var suspect = default(RecordFrame);
        ReadOnlySpan<byte> ends = [delimiter, (byte)'\n', (byte)'\r', (byte)'"'];
        var i = 0;
        var lines = 0;
        var lineStart = 0;
        while (true)
        {
            var start = i;
            if (delimiter != ' ') while (i < bytes.Length && bytes[i] == ' ') i++;
            if (i < bytes.Length && bytes[i] == '"')
            {
                frame.IsLoose |= i != start;
                var quote = new RecordFrame
                {
                    Kind = RecordKind.BadQuote,
                    Fields = frame.Fields,
                    QuoteLine = lines,
                    QuoteColumn = i - lineStart + 1,
                    IsInQuotes = true,
                };
                var isLiteral = false;
                i++;
                while (true)
                {
                    var hop = bytes[i..].IndexOfAny((byte)'"', (byte)'\n', (byte)'\r');
                    if (hop < 0)
                    {
                        quote.Kind = isWhole ? RecordKind.BadQuote : RecordKind.More;
                        quote.IsOpenToEnd = true;
                        if (quote.Next == 0 && isWhole) (quote.Next, quote.Lines) = (bytes.Length, lines);
                        return quote;
                    }

                    i += hop;
                    if (bytes[i] != '"')
                    {
                        if (bytes[i] == '\r' && i + 1 == bytes.Length && !isWhole) return quote with { Kind = RecordKind.More };
                        i += LineEnd(bytes, i);
                        lines++;
                        lineStart = i;
                        if (quote.Next == 0) (quote.Next, quote.Lines) = (i, lines);
                        if (isLiteral || isOneLine) return quote;
                        continue;
                    }

                    if (i + 1 < bytes.Length && bytes[i + 1] == '"')
                    {
                        i += 2;
                        continue;
                    }

                    var after = i + 1;
                    while (after < bytes.Length && bytes[after] == ' ' && delimiter != ' ') after++;
                    if (after == bytes.Length && !isWhole) return quote with { Kind = RecordKind.More };
                    if (after == bytes.Length || bytes[after] == delimiter || bytes[after] is (byte)'\n' or (byte)'\r')
                    {
                        frame.IsLoose |= after != i + 1 || isLiteral;
                        i = after;
                        break;
                    }

                    // A quote in the middle is taken for a quote of the author as long as the field closes in its line.
                    if (lines != quote.QuoteLine) return quote;
                    isLiteral = true;
                    i++;
                }

                if ((lines != quote.QuoteLine || isLiteral) && suspect.Kind != RecordKind.BadQuote) suspect = quote;
            }
            else
            {
                while (true)
                {
                    var hop = bytes[i..].IndexOfAny(ends);
                    if (hop < 0)
                    {
                        if (!isWhole) return frame with { Kind = RecordKind.More };
                        i = bytes.Length;
                        break;
                    }

                    i += hop;
                    if (bytes[i] != '"') break;
                    frame.IsLoose = true;
                    i++;
                }
            }

            if (i < bytes.Length && bytes[i] == delimiter)
            {
                i++;
                frame.Fields++;
                continue;
            }

            frame.Length = i;
            if (i < bytes.Length)
            {
                if (bytes[i] == '\r' && i + 1 == bytes.Length && !isWhole) return frame with { Kind = RecordKind.More };
                i += LineEnd(bytes, i);
                lines++;
            }

            frame.Next = i;
            frame.Lines = lines;
            if (frame.Length == 0) frame.Kind = RecordKind.Blank;

            // A field over several lines in a record that then lacks columns has swallowed other records.
            if (suspect.Kind == RecordKind.BadQuote && frame.Fields < expected)
            {
                if (suspect.Next == 0) (suspect.Next, suspect.Lines) = (frame.Next, frame.Lines);
                return suspect;
            }

            return frame;
        }
    }

    /// <summary>Writes a loose record anew, every field in quotes.</summary>
    public static void WriteStrict(ReadOnlySpan<byte> record, byte delimiter, List<byte> output)
    {
        var i = 0;
        while (true)
        {
            var start = i;
            if (delimiter != ' ') while (i < record.Length && record[i] == ' ') i++;
            output.Add((byte)'"');
            if (i < record.Length && record[i] == '"')
            {
                i++;
                while (i < record.Length)
                {
                    if (record[i] == '"')
                    {
                        if (i + 1 < record.Length && record[i + 1] == '"')
                        {
                            i++;
                        }
                        else
                        {
                            var after = i + 1;
                            while (after < record.Length && record[after] == ' ' && delimiter != ' ') after++;
                            if (after == record.Length || record[after] == delimiter)
                            {
                                i = after;
                                break;
                            }
                        }

                        output.Add((byte)'"');
                    }

                    output.Add(record[i++]);
                }
            }
            else
            {
                i = start;
                while (i < record.Length && record[i] != delimiter)
                {
                    if (record[i] == '"') output.Add((byte)'"');
                    output.Add(record[i++]);
                }
            }

            output.Add((byte)'"');
            if (i >= record.Length) return;
            output.Add(delimiter);
            i++;
        }
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes, int at) => bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n' ? 2 : 1;
}

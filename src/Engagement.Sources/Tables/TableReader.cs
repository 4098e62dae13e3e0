using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using Engagement.Sources.Dates;
using Engagement.Sources.Input;

namespace Engagement.Sources.Tables;

/// <summary>
/// Reads a table of comma-, tab-, semicolon- or bar-separated values. Bytes are cut into records, sound records are split by CsvHelper in
/// batches, broken ones become problems, and the rest goes on.
/// </summary>
internal sealed class TableReader(string source, MentionFileOptions options)
{
    private const int BatchBytes = 256 * 1024;
    private const int HeaderBytes = 64 * 1024;

    // A record that is longer than this and not whole is looked at again when twice as much is there, so that looking stays linear.
    private const int LongRecord = 64 * 1024;

    /// <summary>Exports put a few lines about themselves before the header; further down nobody looks for one.</summary>
    private const int PreambleRecords = 25;

    private readonly ArrayBufferWriter<byte> _batch = new();
    private readonly List<(long Line, string? Fault)> _notes = [];
    private readonly List<byte> _rewritten = [];
    private readonly DateRuns _runs = new(options.MaximumHeldRows, Math.Max(options.MaximumItemCharacters, 4 * 1024 * 1024));
    private byte _delimiter;
    private int _columns;
    private RowReader _rows = null!;
    private long _line = 1;
    private bool _isSkipping;
    private long _openUntil;

    /// <summary>The most bytes that one row may take.</summary>
    public static int WindowLimit(MentionFileOptions options) => (int)Math.Min(int.MaxValue / 2, Math.Max(4096, 4L * options.MaximumItemCharacters));

    public async IAsyncEnumerable<SourceOutcome> ReadAsync(ByteWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (window.Count < HeaderBytes && await window.FillAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        var ready = new List<SourceOutcome>();
        var hasHeader = FindHeader(window, ready);
        foreach (var problem in ready) yield return problem;
        ready.Clear();
        if (!hasHeader) yield break;

        var isDone = false;
        while (!isDone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wantsMore = Gather(window);
            Split(ready);
            foreach (var outcome in ready) yield return outcome;
            ready.Clear();
            if (!wantsMore) continue;

            if (window.IsAtEnd) isDone = true;
            else if (window.IsFull) GiveUpRecord(window);
            else await FillAsync(window, cancellationToken).ConfigureAwait(false);
        }

        if (window.Fault is { } fault) _notes.Add((_line, $"the file breaks off here: {fault}"));
        Split(ready);
        _runs.End(ready);
        foreach (var outcome in ready) yield return outcome;
    }

    private static async ValueTask FillAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        var wanted = window.Count > LongRecord ? window.Count * 2L : 0;
        while (await window.FillAsync(cancellationToken).ConfigureAwait(false) && window.Count < wanted)
        {
        }
    }

    /// <summary>Copies sound records into the batch. True when the window has no further whole record.</summary>
    private bool Gather(ByteWindow window)
    {
        while (_batch.WrittenCount < BatchBytes)
        {
            var bytes = window.Unread;
            if (_isSkipping)
            {
                var end = bytes.IndexOf((byte)'\n');
                window.Consume(end < 0 ? bytes.Length : end + 1);
                if (end < 0) return true;
                _isSkipping = false;
                _line++;
                continue;
            }

            if (bytes.IsEmpty) return true;
            var frame = RecordFrame.Find(bytes, window.IsAtEnd, _delimiter, _columns, window.Offset < _openUntil);
            if (frame.Kind == RecordKind.More) return true;
            if (frame.Kind == RecordKind.BadQuote)
            {
                if (frame.IsOpenToEnd) _openUntil = window.Offset + bytes.Length;
                _notes.Add((_line + frame.QuoteLine, $"the quote opened in column {frame.QuoteColumn} of this line is not closed as it should be; reading went on in the next line"));
            }
            else if (frame.Kind == RecordKind.Record)
            {
                _notes.Add((_line, null));
                var record = bytes[..frame.Length];
                if (frame.IsLoose)
                {
                    _rewritten.Clear();
                    RecordFrame.WriteStrict(record, _delimiter, _rewritten);
                    _batch.Write(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rewritten));
                }
                else
                {
                    _batch.Write(record);
                }

                _batch.Write("\n"u8);
            }

            _line += frame.Lines;
            window.Consume(frame.Next);
        }

        return false;
    }

    /// <summary>A record does not fit the window: names its fault and goes on after it.</summary>
    private void GiveUpRecord(ByteWindow window)
    {
        var frame = RecordFrame.Find(window.Unread, isWhole: false, _delimiter, _columns);
        if (frame is { IsInQuotes: true, Next: > 0 })
        {
            _notes.Add((_line + frame.QuoteLine, $"the quote opened in column {frame.QuoteColumn} of this line is not closed within {options.MaximumItemCharacters} characters; reading went on in the next line"));
            _line += frame.Lines;
            _openUntil = window.Offset + window.Count;
            window.Consume(frame.Next);
        }
        else
        {
            _notes.Add((_line, $"the row is longer than {options.MaximumItemCharacters} characters"));
            _isSkipping = true;
        }
    }

    private void Split(List<SourceOutcome> ready)
    {
        if (_notes.Count == 0) return;
        using var csv = CsvReader.Create(_batch.WrittenMemory, OptionsOf(_delimiter));
        foreach (var (line, fault) in _notes)
        {
            if (fault is not null)
            {
                _runs.Add(Fail(line, fault), DateCertainty.None, null, ready);
            }
            else if (!csv.Read())
            {
                _runs.Add(Fail(line, "the row cannot be split into columns"), DateCertainty.None, null, ready);
            }
            else if (!RowReader.IsBlank(csv))
            {
                var outcome = _rows.Read(csv, line, out var certainty, out var place);
                _runs.Add(outcome, certainty, place, ready);
            }
        }

        _notes.Clear();
        _batch.ResetWrittenCount();
    }

    /// <summary>Finds delimiter and header together: the reading of the first lines that understands most columns.</summary>
    private bool FindHeader(ByteWindow window, List<SourceOutcome> problems)
    {
        TableLayout? best = null;
        string[]? first = null;
        var bestEnd = 0;
        var bestLines = 0L;
        foreach (var delimiter in ",\t;|"u8)
        {
            var at = 0;
            var lines = 0L;
            for (var count = 0; count < PreambleRecords && at < window.Count; count++)
            {
                var frame = RecordFrame.Find(window.Unread[at..], window.IsAtEnd, delimiter, 0);
                if (frame.Kind == RecordKind.More) break;
                if (frame.Kind == RecordKind.Record)
                {
                    var cells = Cells(window.Unread.Slice(at, frame.Length), delimiter);
                    if (first is null || (count == 0 && cells.Length > first.Length)) first = cells;
                    var layout = TableLayout.Of(cells, options.Columns);
                    if (layout.HasWords && layout.Understood > (best?.Understood ?? 0))
                    {
                        best = layout;
                        _delimiter = delimiter;
                        bestEnd = at + frame.Next;
                        bestLines = lines + frame.Lines;
                    }
                }

                at += frame.Next;
                lines += frame.Lines;
            }
        }

        if (best is null)
        {
            problems.Add(Fail(1, NoHeaderReason(first ?? [])));
            return false;
        }

        window.Consume(bestEnd);
        _line += bestLines;
        _columns = best.Headers.Length;
        _rows = new RowReader(source, best, options);
        foreach (var (name, _) in options.Columns?.Columns ?? [])
        {
            if (TableLayout.Find(best.Headers, name) < 0)
                problems.Add(Fail(_line - 1, $"there is no column '{name}', which the mapping names; the columns are {List(best.Headers)}"));
        }

        return true;
    }

    private string NoHeaderReason(string[] found)
    {
        var mapped = options.Columns?.Columns.Where(column => column.Value == MentionColumn.Text).Select(column => $"'{column.Key}'").ToList() ?? [];
        var wanted = mapped.Count > 0
            ? $"the mapping takes the text from {string.Join(" or ", mapped)}, which is not among them"
            : "none of them is known to hold the text; map one, such as COLUMN=text (and COLUMN=date, author, link, id, place)";
        return found.Length == 0 ? "no header could be read" : $"the columns are {List(found)}; {wanted}";
    }

    private static string List(string[] headers)
    {
        const int Most = 40;
        var names = headers.Take(Most).Select(header => $"'{(header.Length > 60 ? header[..60] + "…" : header)}'");
        return string.Join(", ", names) + (headers.Length > Most ? $" and {headers.Length - Most} more" : "");
    }

    private static string[] Cells(ReadOnlySpan<byte> record, byte delimiter)
    {
        var strict = new List<byte>();
        RecordFrame.WriteStrict(record, delimiter, strict);
        using var csv = CsvReader.Create(strict.ToArray(), OptionsOf(delimiter));
        if (!csv.Read()) return [];
        var cells = new string[csv.FieldCount];
        for (var column = 0; column < cells.Length; column++) cells[column] = Spaces.Collapse(csv.GetString(column));
        return cells;
    }

    private static CsvReaderOptions OptionsOf(byte delimiter) => new()
    {
        Separator = (char)delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    private SourceOutcome Fail(long line, string reason) =>
        SourceOutcome.Failed(new SourceProblem(source, string.Create(CultureInfo.InvariantCulture, $"line {line}"), reason));
}

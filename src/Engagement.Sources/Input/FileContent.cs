using System.Text;
using Engagement.Sources.Tables;

namespace Engagement.Sources.Input;

/// <summary>What the bytes of a file are.</summary>
internal enum FileFormat
{
    /// <summary>RSS, Atom or other XML.</summary>
    Xml,

    /// <summary>JSON: a document, a sequence of them, or lines; also the scripts of an X archive.</summary>
    Json,

    /// <summary>Separated values.</summary>
    Table,
}

/// <summary>A file whose packing, encoding and format have been found out by looking at its first bytes.</summary>
internal sealed class FileContent
{
    private const int LookBytes = 4096;

    public required ByteWindow Window { get; init; }

    public required FileFormat Format { get; init; }

    /// <summary>The encoding of <see cref="Window"/>; anything but UTF-8 only for XML, which names its own.</summary>
    public required Encoding Encoding { get; init; }

    /// <summary>Opens a stream; null with a reason when it is nothing that can be read.</summary>
    public static async ValueTask<(FileContent? Content, string? Problem)> OpenAsync(Stream stream, MentionFileOptions options, CancellationToken cancellationToken)
    {
        var limit = Math.Max(LookBytes, options.MaximumPageBytes);
        var window = await LookAsync(stream, limit, cancellationToken).ConfigureAwait(false);

        // Packed twice happens (an archive of archives); packed without end does not happen by accident.
        for (var level = 0; level < 3 && window.Unread.StartsWith(Gzip); level++)
            window = await LookAsync(new GzipStream(window.ToStream()), limit, cancellationToken).ConfigureAwait(false);

        if (window.Count == 0) return (null, window.Fault is { } fault ? $"the file cannot be read: {fault}" : "the file is empty");
        if (NotText(window.Unread) is { } known) return (null, known);

        var encoding = EncodingOf(window.Unread, out var mark);
        window.Consume(mark);
        if (encoding is not UTF8Encoding)
            window = await LookAsync(Encoding.CreateTranscodingStream(window.ToStream(), encoding, Encoding.UTF8), limit, cancellationToken).ConfigureAwait(false);

        var first = await SkipSpaceAsync(window, cancellationToken).ConfigureAwait(false);
        if (first < 0) return (null, "the file is empty");
        if (first == '<')
        {
            // XML must begin with its declaration, if it has one.
            window.Consume(window.Unread.IndexOf((byte)'<'));

            // A file that is UTF-16 is UTF-8 by now, whatever its declaration says.
            var declared = encoding is UTF8Encoding ? DeclaredEncoding(window.Unread) : Encoding.UTF8;
            return (new FileContent { Window = window, Format = FileFormat.Xml, Encoding = declared }, null);
        }

        if (first is '{' or '[' || window.Unread.StartsWith("window.YTD"u8))
            return (new FileContent { Window = window, Format = FileFormat.Json, Encoding = Encoding.UTF8 }, null);
        if (window.Unread[..Math.Min(LookBytes, window.Count)].Contains((byte)0)) return (null, "the file is not text");

        var table = encoding is UTF8Encoding
            ? Encoding.CreateTranscodingStream(window.ToStream(), LenientUtf8.Encoding, Encoding.UTF8)
            : window.ToStream();
        window = await LookAsync(table, TableReader.WindowLimit(options), cancellationToken).ConfigureAwait(false);
        return (new FileContent { Window = window, Format = FileFormat.Table, Encoding = Encoding.UTF8 }, null);
    }

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static async ValueTask<ByteWindow> LookAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var window = new ByteWindow(stream, limit);
        while (window.Count < LookBytes && await window.FillAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return window;
    }

    private static async ValueTask<int> SkipSpaceAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        var seen = 0;
        while (true)
        {
            var at = window.Unread[seen..].IndexOfAnyExcept(" \t\r\n"u8);

            // Leading white space of a table is left alone: it may be an empty first cell, and lines count.
            if (at >= 0) return window.Unread[seen + at];
            seen = window.Count;
            if (window.IsAtEnd) return -1;
            if (!await window.FillAsync(cancellationToken).ConfigureAwait(false) && !window.IsAtEnd)
            {
                await window.DropAndFillAsync(cancellationToken).ConfigureAwait(false);
                seen = 0;
            }
        }
    }

    private static string? NotText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return "this is a zip archive or an Excel workbook; unpack it, or save the sheet as CSV";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return "this is an old Excel or Word file; save the sheet as CSV";
        if (bytes.StartsWith("%PDF"u8)) return "this is a PDF file";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "this is a picture";
        return null;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes, out int mark)
    {
        mark = 0;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            mark = 3;
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            mark = 2;
            return Encoding.Unicode;
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            mark = 2;
            return Encoding.BigEndianUnicode;
        }
        else if (bytes.Length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0)
        {
            return Encoding.Unicode;
        }
        else if (bytes.Length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0)
        {
            return Encoding.BigEndianUnicode;
        }

        return Encoding.UTF8;
    }

    private static Encoding DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var declaration = bytes[..Math.Min(bytes.Length, 200)];
        var end = declaration.IndexOf("?>"u8);
        if (!declaration.StartsWith("<?xml"u8) || end < 0) return LenientUtf8.Encoding;
        declaration = declaration[..end];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0) return LenientUtf8.Encoding;
        var open = declaration[at..].IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0) return LenientUtf8.Encoding;
        var name = declaration[(at + open + 1)..];
        var close = name.IndexOfAny((byte)'"', (byte)'\'');
        if (close < 0) return LenientUtf8.Encoding;
        var declared = Encoding.ASCII.GetString(name[..close]);
        if (declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return LenientUtf8.Encoding;

        // By the web's own rule Latin-1 means Windows-1252.
        if (declared.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) return LenientUtf8.Windows1252;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(declared) ?? Encoding.GetEncoding(declared);
        }
        catch (ArgumentException)
        {
            return LenientUtf8.Encoding;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Engagement.Sources.Feeds;
using Engagement.Sources.Input;
using Engagement.Sources.Json;
using Engagement.Sources.Tables;

namespace Engagement.Sources;

/// <summary>
/// Reads mentions from whatever a platform exports or serves. Packing (gzip), encoding and format are found from the content, never from
/// the name. Streams: no file is held whole. One outcome an item, in the order of the file; a file that cannot be read at all is one
/// problem, and of a page with more than a thousand things that are no posts the rest are one problem with their number. A page that breaks off
/// gives its whole posts and one problem with the place. The same bytes give the same outcomes on every machine.
/// </summary>
public static class MentionFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file. Problems name its last part.</param>
    /// <param name="options">How to read it; null for <see cref="MentionFileOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One outcome an item. A file that is missing or locked is one problem.</returns>
    public static async IAsyncEnumerable<SourceOutcome> ReadAsync(
        string path, MentionFileOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileName(path);
        FileStream? stream = null;
        SourceOutcome? problem = null;
        try
        {
            // The reader has its own buffer, so the stream needs none.
            stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 0 });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = Fail(name, fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : $"the file cannot be opened: {fault.Message}");
        }

        if (problem is not null)
        {
            yield return problem;
            yield break;
        }

        await using (stream!.ConfigureAwait(false))
        {
            await foreach (var outcome in ReadAsync(stream!, name, options, cancellationToken).ConfigureAwait(false)) yield return outcome;
        }
    }

    /// <summary>Reads a stream, from where it stands to its end. It is not closed.</summary>
    /// <param name="stream">The bytes; need not seek.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="options">How to read it; null for <see cref="MentionFileOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One outcome an item. A stream that breaks off gives the items before, and one problem.</returns>
    public static async IAsyncEnumerable<SourceOutcome> ReadAsync(
        Stream stream, string name, MentionFileOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        options ??= MentionFileOptions.Default;

        var (content, problem) = await FileContent.OpenAsync(stream, options, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            yield return Fail(name, problem!);
            yield break;
        }

        var outcomes = content.Format switch
        {
            FileFormat.Xml => new FeedReader(name, options).ReadAsync(content.Window.ToStream(), content.Encoding, cancellationToken),
            FileFormat.Json => new JsonFileReader(name, options).ReadAsync(content.Window, cancellationToken),
            _ => new TableReader(name, options).ReadAsync(content.Window, cancellationToken),
        };
        await foreach (var outcome in outcomes.ConfigureAwait(false)) yield return outcome;
    }

    /// <summary>A file as a source that can be read again and again.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">How to read it; null for <see cref="MentionFileOptions.Default"/>.</param>
    public static IMentionSource AsSource(string path, MentionFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileSource(path, options);
    }

    private static SourceOutcome Fail(string name, string reason) => SourceOutcome.Failed(new SourceProblem(name, "the whole file", reason));

    private sealed class FileSource(string path, MentionFileOptions? options) : IMentionSource
    {
        public IAsyncEnumerable<SourceOutcome> ReadAsync(CancellationToken cancellationToken = default) =>
            MentionFile.ReadAsync(path, options, cancellationToken);
    }
}

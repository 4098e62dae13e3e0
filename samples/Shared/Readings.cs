using System.Runtime.CompilerServices;
using Engagement.Mentions;
using Engagement.Sources;

namespace Engagement.Samples;

/// <summary>The items of all files, one after another, as often as they are asked for: once to learn which are older versions of others, once in earnest.</summary>
internal sealed class Readings(IReadOnlyList<string> files, MentionFileOptions options) : IAsyncDisposable
{
    // What comes through a pipe comes once, so it is put by until the run is over.
    private FileStream? _standardInput;

    /// <summary>Reads everything once for the newest version of each id.</summary>
    public async Task<NewestVersions> NewestVersionsAsync(CancellationToken cancellation)
    {
        var versions = new NewestVersions();
        await foreach (var item in ReadAsync(cancellation))
        {
            if (item.Mention is { } mention) versions.Add(mention);
        }

        return versions;
    }

    public async IAsyncEnumerable<SourceOutcome> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var file in files)
        {
            var items = file == "-"
                ? MentionFile.ReadAsync(await StandardInputAsync(cancellation), "standard input", options, cancellation)
                : MentionFile.ReadAsync(file, options, cancellation);
            await foreach (var item in items) yield return item;
        }
    }

    public ValueTask DisposeAsync() => _standardInput?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Stream> StandardInputAsync(CancellationToken cancellation)
    {
        if (_standardInput is null)
        {
            _standardInput = new FileStream(Path.GetTempFileName(), new FileStreamOptions
            {
                Mode = FileMode.Truncate,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            });
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(_standardInput, cancellation);
        }

        _standardInput.Position = 0;
        return _standardInput;
    }
}

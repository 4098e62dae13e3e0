using Engagement;
using Engagement.Sources;

namespace WeeklyDigest;

/// <summary>The items of all files, one after another.</summary>
internal static class Readings
{
    public static async IAsyncEnumerable<SourceOutcome> ReadAsync(Settings settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var file in settings.Files)
        {
            var items = file == "-"
                ? MentionFile.ReadAsync(Console.OpenStandardInput(), "standard input", settings.Reading, cancellation)
                : MentionFile.ReadAsync(file, settings.Reading, cancellation);
            await foreach (var item in items) yield return item;
        }
    }
}

using System.IO.Compression;
using Engagement;
using NodaTime;

namespace WeeklyDigest;

/// <summary>Gathered digests kept from run to run in one zip file, an entry each.</summary>
internal sealed class DigestHistory
{
    private readonly FileInfo? _file;
    private readonly List<DigestBuilder> _builders;

    private DigestHistory(FileInfo? file, List<DigestBuilder> builders) => (_file, _builders) = (file, builders);

    public static DigestHistory Open(FileInfo? file, TrustProfile profile)
    {
        var builders = new List<DigestBuilder>();
        if (file is not { Exists: true }) return new DigestHistory(file, builders);
        try
        {
            using var archive = ZipFile.OpenRead(file.FullName);
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                builders.Add(DigestBuilder.Load(stream, profile));
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or FormatException or UnauthorizedAccessException)
        {
            throw new WrongArgumentsException($"--history: {file}: {failure.Message}");
        }

        return new DigestHistory(file, builders);
    }

    public DigestWindow? LastWindowOf(Audience audience) => EarlierOf(audience).LastOrDefault()?.Window;

    /// <summary>Lets a builder compare with the earlier windows of its audience.</summary>
    public void AddTo(DigestBuilder builder, Audience audience)
    {
        foreach (var earlier in EarlierOf(audience))
        {
            if (IsBefore(earlier.Window, builder.Window)) builder.AddHistory(earlier);
        }
    }

    /// <summary>Keeps what this run gathered; a window gathered anew replaces what was kept of it.</summary>
    public void Save(IEnumerable<DigestBuilder> gathered)
    {
        if (_file is null) return;
        var kept = _builders.Concat(gathered).GroupBy(builder => builder.Id, StringComparer.Ordinal).Select(group => group.Last());

        // Written beside and moved into place, so that a run that is cut leaves the old file whole.
        var draft = _file.FullName + ".new";
        using (var archive = ZipFile.Open(draft, ZipArchiveMode.Create))
        {
            foreach (var builder in kept.OrderBy(builder => builder.Id, StringComparer.Ordinal))
            {
                using var entry = archive.CreateEntry(builder.Id).Open();
                builder.Save(entry);
            }
        }

        File.Move(draft, _file.FullName, overwrite: true);
    }

    private IEnumerable<DigestBuilder> EarlierOf(Audience audience) => _builders
        .Where(builder => builder.Audience.Scope == audience.Scope && builder.Audience.Key == audience.Key && builder.Audience.Options?.Id == audience.Options?.Id)
        .OrderBy(builder => builder.Window.ToString(), StringComparer.Ordinal);

    private static bool IsBefore(DigestWindow earlier, DigestWindow window) =>
        earlier.Resolve(DateTimeZone.Utc).End <= window.Resolve(DateTimeZone.Utc).Start;
}

using Engagement.Sources;
using NodaTime;

namespace Engagement.Samples;

/// <summary>A report that was asked for: reads the files into the digest it is made of, and writes it.</summary>
internal sealed record ReportRequest
{
    public required TrustProfile Profile { get; init; }

    /// <summary>Whether the profile is the bundled one.</summary>
    public bool IsSample { get; init; }

    public required string Key { get; init; }

    public DigestWindow? Window { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }

    public required DirectoryInfo Out { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public required MentionFileOptions Reading { get; init; }

    /// <summary>The trust's digest of the window, or of all days of the data.</summary>
    public async Task<Digest> ReadAsync(DigestOptions options, ItemCount count, CancellationToken cancellation)
    {
        var reader = FeedbackReader.Create(Profile);
        var builder = Window is { } window ? new DigestBuilder(Profile, Audience.Trust(), window, options) : null;
        var kept = new List<ReadOutcome>();
        await using var readings = new Readings(Files, Reading);
        var versions = await readings.NewestVersionsAsync(cancellation);
        await foreach (var outcome in reader.ReadAllAsync(readings.ReadAsync(cancellation), new ConsoleUrgentSink(), versions, cancellation))
        {
            count.Add(outcome);
            if (builder is null) kept.Add(outcome);
            else builder.Add(outcome);
        }

        builder ??= new DigestBuilder(Profile, Audience.Trust(), DaysOf(kept), options);
        foreach (var outcome in kept) builder.Add(outcome);
        return builder.Build();
    }

    /// <summary>Prints the text, writes the other formats.</summary>
    public void Write(Digest digest, Func<Digest, string, string, DigestBranding?, string> report)
    {
        foreach (var format in Formats)
        {
            var document = report(digest, Key, format, null);
            if (format == "text")
            {
                Console.Write(document);
                continue;
            }

            Out.Create();
            var path = Path.Combine(Out.ToString(), Key + format switch { "markdown" => ".md", "fragment" => ".fragment.html", _ => ".html" });
            File.WriteAllText(path, document);
            Console.Error.WriteLine("wrote " + path);
        }
    }

    private DigestWindow DaysOf(List<ReadOutcome> outcomes)
    {
        var days = outcomes.Select(outcome => outcome.Feedback?.Mention).OfType<Mention>()
            .Select(mention => mention.Published is { } at ? at.InZone(Profile.Zone).Date : mention.PublishedOn)
            .OfType<LocalDate>()
            .ToList();
        if (days.Count == 0) throw new WrongArgumentsException("nothing in the files has a date, so that there is no day to report on");
        return DigestWindow.Between(days.Min(), days.Max().PlusDays(1));
    }
}

using Engagement;
using Engagement.Digests;
using NodaTime.Text;

namespace WeeklyDigest;

/// <summary>One run: files in, digests out.</summary>
internal sealed class DigestRun(Settings settings)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var reader = FeedbackReader.Create(settings.Profile);
        var count = new ItemCount();
        var history = DigestHistory.Open(settings.History, settings.Profile);
        var choice = new WindowChoice(settings);

        // With a window given, mentions pass through one by one; otherwise which windows there are is known only at the end of the data.
        var builders = settings.Window is null ? null : CreateBuilders(choice, [], history);
        var kept = new List<ReadOutcome>();
        await using var readings = new Readings(settings.Files, settings.Reading);
        var versions = await readings.NewestVersionsAsync(cancellation);
        await foreach (var outcome in reader.ReadAllAsync(readings.ReadAsync(cancellation), new ConsoleUrgentSink(), versions, cancellation))
        {
            count.Add(outcome);
            if (builders is null) kept.Add(outcome);
            else Add(builders, outcome);
        }

        if (builders is null)
        {
            builders = CreateBuilders(choice, kept, history);
            foreach (var outcome in kept) Add(builders, outcome);
        }

        Write(builders);
        history.Save(builders.Select(made => made.Builder));
        count.Print();
        return count.SawFault ? ExitCode.SomeInputUnread : ExitCode.Done;
    }

    private List<(Audience Audience, DigestBuilder Builder)> CreateBuilders(WindowChoice choice, IReadOnlyList<ReadOutcome> data, DigestHistory history)
    {
        var builders = new List<(Audience, DigestBuilder)>();
        foreach (var audience in settings.Audiences)
        {
            foreach (var window in choice.Of(audience, data, history.LastWindowOf(audience)))
            {
                var builder = new DigestBuilder(settings.Profile, audience, window, settings.Digest);
                history.AddTo(builder, audience);
                builders.Add((audience, builder));
            }
        }

        return builders;
    }

    private static void Add(List<(Audience Audience, DigestBuilder Builder)> builders, ReadOutcome outcome)
    {
        foreach (var (_, builder) in builders) builder.Add(outcome);
    }

    // One digest is shown; of many, one line each says what was written.
    private void Write(List<(Audience Audience, DigestBuilder Builder)> builders)
    {
        settings.Out.Create();
        foreach (var (audience, builder) in builders)
        {
            var digest = builder.Build();
            if (builders.Count > 1 && !digest.ShouldSend)
            {
                Console.WriteLine($"{DigestFileName.Of(audience, builder.Window)}: nothing in this window, so no digest");
                continue;
            }

            foreach (var format in FormatsFor(audience))
            {
                if (format.Render(digest) is not { } document) continue;
                if (format.Name == "text" && builders.Count == 1)
                {
                    Console.Write(document);
                    continue;
                }

                var path = Path.Combine(settings.Out.ToString(), DigestFileName.Of(audience, builder.Window) + format.Extension);
                File.WriteAllText(path, document);
                if (builders.Count == 1) Console.Error.WriteLine($"wrote {path}, to be sent from {DueOf(audience, builder.Window)}");
            }

            if (builders.Count > 1) Console.WriteLine($"{DigestFileName.Of(audience, builder.Window)}: {Summary(digest)}");
        }
    }

    private IReadOnlyList<DocumentFormat> FormatsFor(Audience audience) =>
        settings.Formats ?? (audience.Options?.Formats is { Count: > 0 } wanted ? [.. wanted.Select(DocumentFormat.Find).OfType<DocumentFormat>()] : DocumentFormat.Default);

    // When a scheduler may send it: the audience's hour, and not in its quiet hours.
    private string DueOf(Audience audience, DigestWindow window)
    {
        var schedule = DigestSchedule.Of(settings.Profile, audience);
        return ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm z", null).Format(schedule.DueAt(window).InZone(schedule.Zone));
    }

    private static string Summary(Digest digest) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{digest.Counts.Mentions} mention{(digest.Counts.Mentions == 1 ? "" : "s")}, {digest.Counts.Positive} positive, {digest.Counts.Negative} negative, {digest.Counts.Mixed} mixed");
}

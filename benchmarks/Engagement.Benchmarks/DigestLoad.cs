using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Engagement.Digests;
using NodaTime;

namespace Engagement.Benchmarks;

/// <summary>The digest under load: many items into one page, very many in flat memory, many saved parts into one.</summary>
internal static class DigestLoad
{
    private static readonly DigestWindow Window = DigestWindow.Month(2026, 11);
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 1, 0, 0);

    /// <summary>100,000 items of feedback into a digest and its HTML, first cold and then warm, on one thread.</summary>
    public static int Digest(int count)
    {
        var profile = EnglishPosts.ReadProfile();
        var reader = FeedbackReader.Create(profile);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading {count:N0} mentions first, which is not counted …"));
        var workspace = new ReadingWorkspace();
        var feedback = Mentions(count, Math.Max(1, count / 4)).Select(mention => reader.Read(mention, workspace)).ToList();
        GC.Collect();
        for (var round = 0; round < 5; round++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            var builder = new DigestBuilder(profile, Audience.Trust(), Window);
            foreach (var item in feedback) builder.Add(item);
            var added = watch.Elapsed;
            var digest = builder.Build();
            var built = watch.Elapsed;
            var html = DigestRenderer.Html.Render(digest);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round == 0 ? "cold" : "warm")}: {watch.Elapsed.TotalSeconds:0.00} s wall, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.00} s CPU (adding {added.TotalSeconds:0.00}, building {(built - added).TotalSeconds:0.00}, HTML {(watch.Elapsed - built).TotalSeconds:0.00} s); {digest.Counts.Mentions:N0} shown, {html.Length:N0} characters of HTML"));
        }

        return 0;
    }

    /// <summary>Streams mentions through reader and builder, one at a time, and tells rate and memory as it goes.</summary>
    /// <param name="count">How many mentions.</param>
    /// <param name="authors">How many authors they have; null for one in twenty mentions, as among people who post now and then.</param>
    public static async Task<int> StreamAsync(long count, long? authors = null)
    {
        var profile = EnglishPosts.ReadProfile();
        var reader = FeedbackReader.Create(profile);
        var builder = new DigestBuilder(profile, Audience.Trust(), Window);
        var (watch, read) = (Stopwatch.StartNew(), 0L);
        var step = Math.Max(1, count / 10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a distinct author takes {BytesOfAuthor(profile, reader):0} bytes of a builder; reader and models take {GC.GetTotalMemory(true) / 1e6:0} MB"));
        await foreach (var outcome in reader.ReadAllAsync(OutcomesAsync(count, authors ?? Math.Max(1, count / 20)), new NobodyOnDuty()))
        {
            builder.Add(outcome);
            if (++read % step != 0) continue;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{read,12:N0} mentions, {read / watch.Elapsed.TotalSeconds:N0} a second ({read / process.TotalProcessorTime.TotalSeconds:N0} a second of CPU), {process.WorkingSet64 / 1e6:0} MB in memory, {GC.GetTotalMemory(true) / 1e6:0} MB of it in use"));
        }

        var streaming = Peak();
        var digest = builder.Build();
        using var saved = new MemoryStream();
        builder.Save(saved);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{digest.Counts.Mentions:N0} shown, {digest.LeftOut.Total:N0} left out, {digest.Reach.Authors:N0} authors, {DigestRenderer.Html.Render(digest).Length:N0} characters of HTML, {saved.Length / 1e6:0.0} MB saved; at most {streaming / 1e6:0} MB in memory while streaming, {Peak() / 1e6:0} MB with building and saving at the end"));
        return digest.LeftOut.Read == count ? 0 : 1;
    }

    /// <summary>Loads and merges saved parts of one digest.</summary>
    public static int Merge(int parts)
    {
        var profile = EnglishPosts.ReadProfile();
        var reader = FeedbackReader.Create(profile);
        var workspace = new ReadingWorkspace();
        const int MentionsOfPart = 100;
        var feedback = Mentions(parts * MentionsOfPart, parts * 25).Select(mention => reader.Read(mention, workspace)).ToList();
        var files = new List<byte[]>();
        var whole = new DigestBuilder(profile, Audience.Trust(), Window);
        foreach (var chunk in feedback.Chunk(MentionsOfPart))
        {
            var part = new DigestBuilder(profile, Audience.Trust(), Window);
            foreach (var item in chunk)
            {
                part.Add(item);
                whole.Add(item);
            }

            using var stream = new MemoryStream();
            part.Save(stream);
            files.Add(stream.ToArray());
        }

        var expected = DigestRenderer.Json.Render(whole.Build());
        for (var round = 0; round < 4; round++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            DigestBuilder? merged = null;
            foreach (var file in files)
            {
                var part = DigestBuilder.Load(new MemoryStream(file), profile);
                if (merged is null) merged = part;
                else merged.Merge(part);
            }

            var digest = merged!.Build();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round == 0 ? "cold" : "warm")}: {files.Count:N0} parts of {files.Average(file => file.Length) / 1e3:0} kB loaded, merged and built in {watch.Elapsed.TotalSeconds:0.00} s wall, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.00} s CPU; {digest.Counts.Mentions:N0} shown"));
            if (DigestRenderer.Json.Render(digest) == expected) continue;
            Console.Error.WriteLine("the merged digest is not the one of a single pass");
            return 1;
        }

        return 0;
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static double BytesOfAuthor(TrustProfile profile, FeedbackReader reader)
    {
        const int Authors = 300_000;
        var feedback = reader.Read(Mentions(1, 1).Single());
        var builder = new DigestBuilder(profile, Audience.Trust(), Window);
        builder.Add(feedback);
        var before = GC.GetTotalMemory(true);
        for (var i = 0; i < Authors; i++)
            builder.Add(feedback with { Mention = feedback.Mention with { Author = new Author { Handle = "one" + i.ToString(CultureInfo.InvariantCulture), Followers = i } } });
        var bytes = (GC.GetTotalMemory(true) - before) / (double)Authors;
        GC.KeepAlive(builder);
        return bytes;
    }

    private static async IAsyncEnumerable<SourceOutcome> OutcomesAsync(long count, long authors, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var mention in Mentions(count, authors))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return SourceOutcome.Read(mention);
        }
    }

    /// <summary>The bundled posts again and again, each time with another ward number and author, spread over the window. Always the same ones.</summary>
    private static IEnumerable<Mention> Mentions(long count, long authors)
    {
        var posts = EnglishPosts.Read();
        var ticks = Duration.FromDays(30).TotalTicks / count;
        for (var i = 0L; i < count; i++)
        {
            var post = posts[(int)(i % posts.Count)];
            var number = i.ToString(CultureInfo.InvariantCulture);
            // Scattered, so that an author comes back after a while and not at once.
            var author = (i * 7_919) % authors;
            yield return post with
            {
                Id = "m" + number,
                Text = $"{post.Text} Bay {i / posts.Count}.",
                Author = new Author { Handle = "author" + author.ToString(CultureInfo.InvariantCulture), Followers = author % 5_000 },
                Published = Start + Duration.FromTicks(i * ticks),
            };
        }
    }

    private sealed class NobodyOnDuty : IUrgentMentionSink
    {
        public ValueTask DeliverAsync(Feedback feedback, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}

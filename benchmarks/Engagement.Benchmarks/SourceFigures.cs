using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Engagement.Sources;

namespace Engagement.Benchmarks;

/// <summary>What reading X v2 JSON lines costs: against System.Text.Json's reader merely walking the same bytes, and in memory at most.</summary>
internal static class SourceFigures
{
    private const int RatioMegabytes = 32;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(long megabytes, TextWriter output)
    {
        // First, while nothing else has touched memory.
        var result = await ReadFlatAsync(megabytes, output);
        await CompareAsync(output);
        return result;
    }

    private static async Task CompareAsync(TextWriter output)
    {
        using var lines = new MemoryStream();
        await using (var posts = new PostStream(RatioMegabytes * 1024L * 1024)) await posts.CopyToAsync(lines);
        var bytes = lines.ToArray();
        var ratios = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            // Processor time of this thread's work, which a busy machine stretches less than the clock.
            var start = Environment.CpuUsage.UserTime;
            Walk(bytes);
            var walked = Environment.CpuUsage.UserTime - start;
            await foreach (var outcome in MentionFile.ReadAsync(new MemoryStream(bytes), "posts.jsonl")) _ = outcome;
            var read = Environment.CpuUsage.UserTime - start - walked;
            if (round > 0) ratios.Add(read / walked);
        }

        ratios.Sort();
        output.WriteLine($"mentions from {RatioMegabytes} MB cost {ratios[Rounds / 2]:N2} times what System.Text.Json's reader takes to walk them (median of {Rounds}, {ratios[0]:N2} to {ratios[^1]:N2})");
    }

    private static void Walk(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(rest[..end]);
            while (reader.Read())
            {
            }

            rest = rest[(end + 1)..];
        }
    }

    private static async Task<int> ReadFlatAsync(long megabytes, TextWriter output)
    {
        var before = Process.GetCurrentProcess().PeakWorkingSet64;
        var clock = Stopwatch.StartNew();
        var (mentions, problems) = (0L, 0L);
        await using var stream = new PostStream(megabytes * 1024 * 1024);
        await foreach (var outcome in MentionFile.ReadAsync(stream, "posts.jsonl"))
        {
            if (outcome.Mention is null) problems++;
            else mentions++;
        }

        var after = Process.GetCurrentProcess();
        after.Refresh();
        output.WriteLine($"read {megabytes:N0} MB of X v2 JSON lines: {mentions:N0} mentions, {problems:N0} problems, {mentions / clock.Elapsed.TotalSeconds:N0} a second");
        output.WriteLine($"peak working set {after.PeakWorkingSet64 / 1048576.0:N0} MB ({before / 1048576.0:N0} MB before), managed heap at the end {GC.GetTotalMemory(false) / 1048576.0:N1} MB");
        return problems == 0 ? 0 : 1;
    }

    /// <summary>The same post under ever new ids, made as it is read.</summary>
    private sealed class PostStream(long length) : Stream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes(
            """{"id":"0000000000000000000","text":"Thank you @LeedsTrust and everybody on ward 7 #nhs https://t.co/abcdefghij","author_id":"12","created_at":"2026-11-09T08:15:30.000Z","lang":"en","public_metrics":{"retweet_count":1,"reply_count":2,"like_count":3,"quote_count":0},"entities":{"urls":[{"start":54,"end":77,"url":"https://t.co/abcdefghij","expanded_url":"https://example.org/a"}],"mentions":[{"start":10,"end":21,"username":"LeedsTrust"}],"hashtags":[{"start":49,"end":53,"tag":"nhs"}]}}""" + "\n");

        private long _left = length;
        private long _number;
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var written = 0;
            while (written < buffer.Length && (_left > 0 || _at > 0))
            {
                if (_at == 0) Number(++_number);
                var count = Math.Min(buffer.Length - written, _line.Length - _at);
                _line.AsSpan(_at, count).CopyTo(buffer[written..]);
                written += count;
                _left -= count;
                _at = (_at + count) % _line.Length;
            }

            return written;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Number(long number)
        {
            var digits = _line.AsSpan(7, 19);
            for (var i = digits.Length - 1; i >= 0; i--, number /= 10) digits[i] = (byte)('0' + (number % 10));
        }
    }
}

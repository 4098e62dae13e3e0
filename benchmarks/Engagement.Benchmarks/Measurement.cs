using System.Diagnostics;
using System.Runtime;

namespace Engagement.Benchmarks;

/// <summary>Speed and allocation of one stage on one thread.</summary>
/// <param name="PostsPerSecond">
/// Posts done in a second of processor time, of every thread of the process: what a clock on the wall shows where nothing else runs, and
/// the same where something does.
/// </param>
/// <param name="BytesPerPost">Managed bytes allocated a post.</param>
internal readonly record struct Measurement(double PostsPerSecond, double BytesPerPost)
{
    // The processor's clock ticks too coarsely to time less.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Still = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Warms up until the compiler has nothing left to do, then runs whole rounds over the posts for about <paramref name="seconds"/>; the
    /// figure is the median slice.
    /// </summary>
    public static Measurement Of<T>(IReadOnlyList<T> posts, Action<T> work, double seconds = 1.0)
    {
        WarmUp(posts, work);
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rates = new List<double>();
        var rounds = 0L;
        var begin = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - begin < TimeSpan.FromSeconds(seconds))
        {
            var start = Environment.CpuUsage.TotalTime;
            var elapsed = TimeSpan.Zero;
            var done = 0;
            for (; elapsed < Slice; elapsed = Environment.CpuUsage.TotalTime - start)
            {
                Round(posts, work);
                done++;
            }

            rates.Add(done * posts.Count / elapsed.TotalSeconds);
            rounds += done;
        }

        // The bookkeeping of this loop allocates a little: what is under half a byte a post is its own.
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / ((double)posts.Count * rounds);
        rates.Sort();
        return new Measurement(rates[rates.Count / 2], bytes < 0.5 ? 0 : bytes);
    }

    private static void WarmUp<T>(IReadOnlyList<T> posts, Action<T> work)
    {
        var whole = Stopwatch.StartNew();
        var still = Stopwatch.StartNew();
        var compiled = JitInfo.GetCompiledMethodCount();
        while (still.Elapsed < Still && whole.Elapsed < LongestWarmUp)
        {
            Round(posts, work);
            var now = JitInfo.GetCompiledMethodCount();
            if (now != compiled) still.Restart();
            compiled = now;
        }
    }

    private static void Round<T>(IReadOnlyList<T> posts, Action<T> work)
    {
        for (var i = 0; i < posts.Count; i++) work(posts[i]);
    }
}

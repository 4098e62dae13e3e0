using System.Diagnostics;

namespace Engagement.Benchmarks;

/// <summary>Speed and allocation of one stage on one thread.</summary>
/// <param name="PostsPerSecond">Posts done in a second.</param>
/// <param name="BytesPerPost">Managed bytes allocated a post.</param>
internal readonly record struct Measurement(double PostsPerSecond, double BytesPerPost)
{
    /// <summary>
    /// Warms up, then runs whole rounds over the posts for about <paramref name="seconds"/>; the figure is the median round.
    /// </summary>
    public static Measurement Of<T>(IReadOnlyList<T> posts, Action<T> work, double seconds = 1.0)
    {
        var warm = Stopwatch.StartNew();
        do Round(posts, work);
        while (warm.Elapsed.TotalSeconds < seconds / 2);

        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rates = new List<double>();
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < seconds)
        {
            var slice = Stopwatch.StartNew();
            Round(posts, work);
            rates.Add(posts.Count / slice.Elapsed.TotalSeconds);
        }

        // The bookkeeping of this loop allocates a little: what is under half a byte a post is its own.
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / ((double)posts.Count * rates.Count);
        rates.Sort();
        return new Measurement(rates[rates.Count / 2], bytes < 0.5 ? 0 : bytes);
    }

    private static void Round<T>(IReadOnlyList<T> posts, Action<T> work)
    {
        for (var i = 0; i < posts.Count; i++) work(posts[i]);
    }
}

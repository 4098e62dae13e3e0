using System.Globalization;

namespace Engagement.Benchmarks;

/// <summary>
/// Shows that reading takes linear time on hostile text: each pattern from 64 KB to 4 MB, and how much longer twice as much takes, in
/// processor time: what another program takes of the machine is none of the reading's.
/// </summary>
internal static class LinearTime
{
    private const int Smallest = 64 * 1024;
    private const int Largest = 4 * 1024 * 1024;
    private const int Rounds = 5;

    // Short texts are read again and again until so much time has gone by: the processor's clock ticks too coarsely for one.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(5);

    /// <summary>Most that twice the text may take, averaged over all doublings.</summary>
    private const double WorstRatio = 2.2;

    private static readonly string[] Patterns =
    [
        "#a·", "a.", "a-", "@", "@a", "a@", "a@b.", "(", "a.com/(", "http://a.co/(", "http://", "http://a-a-a", "www.", ".com", "a.com.", "a.com?!", "a_", "'", "a'",
        "#", "#a", "$A", "1,", "a&", "_", "\u200D", "a\u200D\u200D ", "👩\u200D", "🇬", "a\u0301\u0323", "語a.", "http://語.", "ﷺ", "\uD83D", "\0", "a.-_%+",
    ];

    /// <summary>Prints a line a pattern and platform.</summary>
    /// <returns>0 when no pattern takes more than 2.2 times as long for twice the text, 1 otherwise.</returns>
    public static int Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var worst = 0.0;
        var workspace = new ReadingWorkspace();
        foreach (var platform in new[] { Platform.X, Platform.Mastodon, Platform.Bluesky, Platform.Web })
        {
            foreach (var pattern in Patterns)
            {
                var seconds = new List<double>();
                for (var size = Smallest; size <= Largest; size *= 2)
                {
                    var text = string.Concat(Enumerable.Repeat(pattern, size / pattern.Length));
                    seconds.Add(Fastest(new Mention { Id = "1", Text = text, Platform = platform }, workspace));
                }

                // The first size warms up.
                var ratio = Math.Pow(seconds[^1] / seconds[1], 1.0 / (seconds.Count - 2));
                worst = Math.Max(worst, ratio);
                var name = string.Concat(pattern.Select(c => c is > ' ' and < '\u007F' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{platform,-9} {name,-24} {seconds[^1] * 1000,8:F1} ms for 4 MB, {ratio:F2} a doubling"));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst: {worst:F2} a doubling; allowed {WorstRatio}"));
        return worst <= WorstRatio ? 0 : 1;
    }

    private static double Fastest(Mention mention, ReadingWorkspace workspace)
    {
        var fastest = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var elapsed = TimeSpan.Zero;
            var parses = 0;
            for (; elapsed < Slice; elapsed = Environment.CpuUsage.TotalTime - start)
            {
                MentionParser.Default.Parse(mention, workspace);
                parses++;
            }

            fastest = Math.Min(fastest, elapsed.TotalSeconds / parses);
        }

        return fastest;
    }
}

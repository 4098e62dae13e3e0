using System.Diagnostics;
using System.Globalization;
using Engagement.Queries;

namespace Engagement.Benchmarks;

/// <summary>
/// What <see cref="Quick"/> has no time for: a hundred thousand queries, a set that grows query by query, and queries that share their
/// words with every post. Checks its own answers against single queries, which are answered by other code than a set.
/// </summary>
internal static class Scale
{
    private const int Many = 100_000;
    private const int Added = 10_000;
    private const int ExpectedMatches = 2_935;

    public static int Run(string folder)
    {
        var given = Quick.ReadLines(Path.Combine(folder, "queries.txt"));
        var posts = EnglishPosts.ToMentions(Quick.ReadLines(Path.Combine(folder, "posts.txt")));
        var english = EnglishPosts.Read();
        var report = new QuickReport();

        var few = Quick.Parse(given);
        var set10k = QuerySet.Create(few);
        var match10k = Matching(posts, set10k);
        report.Add("match10k", match10k);

        var many = Quick.Parse([.. given, .. QueryMaker.InTheMannerOf(given, Many - given.Length)]);
        var compile = Stopwatch.StartNew();
        var set100k = QuerySet.Create(many);
        report.AddFigure("build100kCompileMilliseconds", compile.Elapsed.TotalMilliseconds);
        report.Add("match100k", Matching(posts, set100k));
        report.AddFigure("match100kMatches", CountMatches(posts, set100k, Many));
        var ofGiven = CountMatches(posts, set100k, given.Length);
        report.Check(ofGiven == ExpectedMatches, $"among 100,000 the given queries match {ofGiven} pairs; expected {ExpectedMatches}");
        report.Check(AgreesWithSingleQueries(posts, set100k, many), "100,000 queries: the set and single queries differ");

        var grown = set10k;
        var adding = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Added; i++) grown = grown.Add("added " + i.ToString(CultureInfo.InvariantCulture), many[given.Length + i].Query);
        var each = (Environment.CpuUsage.TotalTime - adding).TotalMilliseconds / Added;
        report.AddFigure("addOneTo10kMilliseconds", each);
        report.Check(each < 1, $"adding a query to 10,000 takes {each:F2} ms; expected under 1");
        report.Add("match10kAnd10kAdded", Matching(posts, grown));

        var shared = Quick.Parse([.. QueryMaker.OverPosts([.. english.Select(post => post.Text)], given.Length)]);
        var sharedSet = QuerySet.Create(shared);
        var realistic = Matching(english, sharedSet);
        report.Add("matchShared10k", realistic);
        report.AddFigure("matchShared10kMatches", CountMatches(english, sharedSet, given.Length));
        report.Check(AgreesWithSingleQueries(english, sharedSet, shared), "10,000 queries of shared words: the set and single queries differ");
        report.Check(realistic.PostsPerSecond * 3 >= match10k.PostsPerSecond, "queries of shared words run at under a third of match10k");

        report.Print();
        return report.AllChecksHold ? 0 : 1;
    }

    private static Measurement Matching(List<Mention> posts, QuerySet set)
    {
        var workspace = new ReadingWorkspace();
        return Measurement.Of(posts, post => set.Match(MentionParser.Default.Parse(post, workspace), workspace), 2.0);
    }

    /// <summary>Pairs of a post and one of the first queries that it matches.</summary>
    private static int CountMatches(List<Mention> posts, QuerySet set, int first)
    {
        var workspace = new ReadingWorkspace();
        return posts.Sum(post => set.Match(MentionParser.Default.Parse(post, workspace), workspace).Slice(0, first).Ordinals.Length);
    }

    // Every fiftieth post by every query, one at a time.
    private static bool AgreesWithSingleQueries(List<Mention> posts, QuerySet set, List<KeyedQuery> queries)
    {
        var workspace = new ReadingWorkspace();
        for (var i = 0; i < posts.Count; i += 50)
        {
            var parsed = MentionParser.Default.Parse(posts[i]);
            var singly = Enumerable.Range(0, queries.Count).Where(query => queries[query].Query.Matches(parsed)).ToArray();
            if (!set.Match(parsed, workspace).Ordinals.SequenceEqual(singly)) return false;
        }

        return true;
    }
}

using System.Text;
using System.Text.Json;
using Engagement.Mentions;
using Engagement.Profiles;
using Engagement.Queries;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Triage;

namespace Engagement.Benchmarks;

/// <summary>
/// About two seconds a stage on one thread, from string to answer: every stage's figure includes its own reading of the words, and
/// <c>pipeline10k</c> reads them once. Checks its own answers; prints a table and, last, one JSON line.
/// </summary>
internal static class Quick
{
    private const int ExpectedMatches = 2_935;

    public static int Run(string folder)
    {
        var queryTexts = ReadLines(Path.Combine(folder, "queries.txt"));
        var posts = EnglishPosts.ToMentions(ReadLines(Path.Combine(folder, "posts.txt")));
        var english = EnglishPosts.Read();
        var report = new QuickReport();

        report.Add("entities", Twice(posts, mention => MentionParser.Default.Parse(mention), (mention, workspace) => MentionParser.Default.Parse(mention, workspace)));

        var set1k = Build(queryTexts[..1_000]);
        var set10k = BuildTimed(queryTexts, report);
        report.Add("match1k", Matching(posts, set1k));
        var matches = CountMatches(posts, set10k);
        report.Add("match10k", Matching(posts, set10k), ("matches", matches));
        report.Check(matches == ExpectedMatches, $"10,000 queries match {matches} pairs; expected {ExpectedMatches}");

        var scorer = HybridSentimentScorer.Create();
        report.Add("sentimentScore", Twice(
            english,
            mention => scorer.Score(MentionParser.Default.Parse(mention)),
            (mention, workspace) => scorer.Read(MentionParser.Default.Parse(mention, workspace), workspace)));
        report.Add("sentimentEvidence", Twice(
            english,
            mention => scorer.Score(MentionParser.Default.Parse(mention)),
            (mention, workspace) => scorer.Score(MentionParser.Default.Parse(mention, workspace), workspace)));
        var unsupported = english.Count(mention => scorer.Score(MentionParser.Default.Parse(mention)).Label == SentimentLabel.Unsupported);
        report.Check(unsupported < 0.05 * english.Count, $"{unsupported} of {english.Count} English posts are unsupported; expected under 5 %");

        var star = StarMapper.Create();
        report.Add("star", Twice(
            english,
            mention => Map(star, scorer, MentionParser.Default.Parse(mention)),
            (mention, workspace) => Map(star, scorer, MentionParser.Default.Parse(mention, workspace), workspace)));

        // The stage is given the mention's sentiment: this is what it costs by itself, words read included.
        var felt = english.Select(mention => (Mention: mention, Sentiment: scorer.Score(MentionParser.Default.Parse(mention)))).ToList();
        report.Add("starGivenSentiment", Twice(
            felt,
            post => star.Map(MentionParser.Default.Parse(post.Mention), post.Sentiment),
            (post, workspace) => star.Map(MentionParser.Default.Parse(post.Mention, workspace), post.Sentiment)));

        var urgency = UrgencyAssessor.Create();
        report.Add("triageGivenSentiment", Twice(
            felt,
            post => urgency.Assess(MentionParser.Default.Parse(post.Mention), post.Sentiment),
            (post, workspace) => urgency.Assess(MentionParser.Default.Parse(post.Mention, workspace), post.Sentiment)));

        var lines = english.Select(mention => Encoding.UTF8.GetBytes(MentionJson.Write(mention))).ToList();
        var reader = FeedbackReader.Create(ProfileWith(queryTexts));
        report.Check(lines.All(line => MentionJson.Parse(line).IsMention), "every JSON line reads back as a mention");
        report.Add("pipeline10k", Twice(
            lines,
            line => reader.Read(MentionJson.Parse(line).Mention!),
            (line, workspace) => reader.Read(MentionJson.Parse(line).Mention!, workspace)));
        report.Add("jsonFloor", Measurement.Of(lines, Walk, 2.0));

        report.Print();
        return report.AllChecksHold ? 0 : 1;
    }

    private static object Map(StarMapper star, HybridSentimentScorer scorer, ParsedMention parsed) => star.Map(parsed, scorer.Score(parsed));

    private static object Map(StarMapper star, HybridSentimentScorer scorer, ParsedMention parsed, ReadingWorkspace workspace) => star.Map(parsed, scorer.Score(parsed, workspace));

    private static (Measurement WithResult, Measurement Reused) Twice<TPost>(
        IReadOnlyList<TPost> posts, Action<TPost> withResult, Action<TPost, ReadingWorkspace> reused)
    {
        var workspace = new ReadingWorkspace();
        return (Measurement.Of(posts, withResult), Measurement.Of(posts, post => reused(post, workspace)));
    }

    private static (Measurement WithResult, Measurement Reused) Matching(List<Mention> posts, QuerySet set) => Twice(
        posts,
        mention => set.Match(MentionParser.Default.Parse(mention)),
        (mention, workspace) => set.Match(MentionParser.Default.Parse(mention, workspace), workspace));

    private static int CountMatches(List<Mention> posts, QuerySet set)
    {
        var workspace = new ReadingWorkspace();
        return posts.Sum(mention => set.Match(MentionParser.Default.Parse(mention, workspace), workspace).Ordinals.Length);
    }

    private static QuerySet Build(IReadOnlyList<string> texts) => QuerySet.Create(Parse(texts));

    /// <summary>Queries under their line numbers.</summary>
    internal static List<KeyedQuery> Parse(IReadOnlyList<string> texts) =>
        [.. texts.Select((text, i) => new KeyedQuery((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), Query.Parse(text).GetValueOrThrow()))];

    // Parsing and compiling together, and compiling alone, each the best of a few; the memory is what the set itself keeps alive.
    private static QuerySet BuildTimed(string[] texts, QuickReport report)
    {
        var (whole, compiling, megabytes) = (double.MaxValue, double.MaxValue, 0.0);
        QuerySet set = QuerySet.Empty;
        for (var round = 0; round < 5; round++)
        {
            var begin = Environment.CpuUsage.TotalTime;
            var parsed = Parse(texts);
            var parse = Environment.CpuUsage.TotalTime - begin;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            begin = Environment.CpuUsage.TotalTime;
            set = QuerySet.Create(parsed);
            var compile = Environment.CpuUsage.TotalTime - begin;
            if (round == 0) megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
            GC.KeepAlive(parsed);
            whole = Math.Min(whole, (parse + compile).TotalMilliseconds);
            compiling = Math.Min(compiling, compile.TotalMilliseconds);
        }

        report.AddFigure("build10kMilliseconds", whole);
        report.AddFigure("build10kCompileMilliseconds", compiling);
        report.AddFigure("build10kMegabytes", megabytes);
        return set;
    }

    /// <summary>The sample trust with standing queries.</summary>
    internal static TrustProfile ProfileWith(IReadOnlyList<string> texts) =>
        EnglishPosts.ReadProfile() with { Queries = [.. Parse(texts).Select(query => new StandingQuery(query.Id, query.Id, query.Query))] };

    private static void Walk(byte[] line)
    {
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
        }
    }

    internal static string[] ReadLines(string path) => [.. File.ReadAllLines(path).Where(line => line.Length > 0)];
}

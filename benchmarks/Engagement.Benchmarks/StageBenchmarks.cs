using BenchmarkDotNet.Attributes;
using Engagement.Sentiment;
using Engagement.Star;

namespace Engagement.Benchmarks;

/// <summary>Each stage over the bundled English posts; one operation is one pass over all of them. <c>quick</c> is the fast look at the same.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly ReadingWorkspace _workspace = new();
    private readonly HybridSentimentScorer _scorer = HybridSentimentScorer.Create();
    private readonly StarMapper _star = StarMapper.Create();
    private List<Mention> _posts = [];
    private FeedbackReader _reader = null!;

    /// <summary>Reads the posts and the sample trust.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _posts = EnglishPosts.Read();
        _reader = FeedbackReader.Create(EnglishPosts.ReadProfile());
    }

    /// <summary>Words and entities.</summary>
    [Benchmark]
    public int Parse()
    {
        var tokens = 0;
        foreach (var post in _posts) tokens += MentionParser.Default.Parse(post, _workspace).Text.Count;
        return tokens;
    }

    /// <summary>Label and score.</summary>
    [Benchmark]
    public int Sentiment()
    {
        var labels = 0;
        foreach (var post in _posts) labels += (int)_scorer.Read(MentionParser.Default.Parse(post, _workspace), _workspace).Label;
        return labels;
    }

    /// <summary>Points of the star, sentiment included.</summary>
    [Benchmark]
    public int Star()
    {
        var findings = 0;
        foreach (var post in _posts)
        {
            var parsed = MentionParser.Default.Parse(post, _workspace);
            findings += _star.Map(parsed, _scorer.Score(parsed, _workspace)).Count;
        }

        return findings;
    }

    /// <summary>Everything: a mention, understood.</summary>
    [Benchmark]
    public int Read()
    {
        var routed = 0;
        foreach (var post in _posts) routed += _reader.Read(post, _workspace).Routing.Routes.Count;
        return routed;
    }
}

using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Sources;

namespace Engagement.Samples;

/// <summary>
/// The bundled sample, judged item by item against what a reader wrote down before any program was asked: when kind words come out as
/// something to learn from, or complaints as praise, nobody reads the next digest. The floors are what the shipped model reaches; they
/// may rise and never fall.
/// </summary>
public sealed class SampleLabelsTests
{
    private static readonly Dictionary<SentimentLabel, string> Words = new()
    {
        [SentimentLabel.Positive] = "praise",
        [SentimentLabel.Negative] = "criticism",
        [SentimentLabel.Mixed] = "mixed",
        [SentimentLabel.Neutral] = "neither",
    };

    private static readonly string[] TrulyUrgent = ["x-026", "x-050", "fb-102", "x-130"];

    // Neglect and near harm, told calmly: a manager may want to see them the same day, or not.
    private static readonly string[] PerhapsUrgent = ["x-039", "co-044", "web-028", "fb-115"];

    [Fact]
    public async Task Every_item_that_a_digest_could_show_is_labelled()
    {
        var shown = await ShownAsync();
        shown.Select(IdOf).Except(Labels().Keys).Should().BeEmpty();
        shown.Should().HaveCountGreaterThan(190);
    }

    [Fact]
    public async Task Most_items_feel_as_a_reader_says()
    {
        var wrong = await WrongAsync((wanted, got) => !wanted.Contains(got));
        var items = Labels().Count;
        (items - wrong.Count).Should().BeGreaterThanOrEqualTo(items * 83 / 100, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Hardly_any_praise_of_the_public_comes_out_as_criticism() =>
        (await WrongAsync((wanted, got) => got == "criticism" && wanted is ["praise"], Voice.Public)).Should().HaveCountLessThanOrEqualTo(3);

    [Fact]
    public async Task Hardly_any_criticism_of_the_public_comes_out_as_praise() =>
        (await WrongAsync((wanted, got) => got == "praise" && !wanted.Contains("praise") && !wanted.Contains("neither"), Voice.Public)).Should().HaveCountLessThanOrEqualTo(2);

    [Fact]
    public async Task What_cannot_wait_is_delivered_and_hardly_anything_harmless()
    {
        var sink = new Sink();
        await ReadAsync(sink);
        sink.Ids.Should().Contain(TrulyUrgent);
        sink.Ids.Except(TrulyUrgent).Except(PerhapsUrgent).Should().HaveCountLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_job_advert_is_no_praise()
    {
        var advert = (await ReadAsync(new Sink())).Select(outcome => outcome.Feedback!).Single(feedback => feedback.Mention.Title?.StartsWith("Job:", StringComparison.Ordinal) == true);
        advert.Notice.Should().NotBeNull();
    }

    private static async Task<List<string>> WrongAsync(Func<string[], string, bool> isWrong, Voice? voice = null)
    {
        var labels = Labels();
        var wrong = new List<string>();
        foreach (var feedback in await ShownAsync())
        {
            var got = Words[feedback.Sentiment.Label];
            var wanted = labels[IdOf(feedback)];
            if ((voice is null || feedback.Voice == voice) && feedback.Notice is null && isWrong(wanted, got)) wrong.Add($"{IdOf(feedback)} is {string.Join('|', wanted)}, not {got}: {feedback.Mention.Text}");
        }

        return wrong;
    }

    // Reposts and copies are counted with their originals, other languages as such, and what cannot wait is in no digest.
    private static async Task<List<Feedback>> ShownAsync() =>
    [
        .. (await ReadAsync(new Sink()))
            .Where(outcome => outcome.RepeatOf is null && outcome.Feedback!.Sentiment.Label != SentimentLabel.Unsupported)
            .Select(outcome => outcome.Feedback!)
            .Where(feedback => !TrulyUrgent.Contains(IdOf(feedback))),
    ];

    private static string IdOf(Feedback feedback) => feedback.Mention.Id[(feedback.Mention.Id.LastIndexOf(':') + 1)..];

    private static Dictionary<string, string[]> Labels() =>
        File.ReadLines(SampleProgram.PathOf("tests", "Engagement.Samples.Tests", "Data", "sample-labels.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1].Split('|'));

    private static async Task<List<ReadOutcome>> ReadAsync(Sink sink)
    {
        var folder = SampleProgram.PathOf("samples", "WeeklyDigest", "Sample");
        var reader = FeedbackReader.Create(TrustProfile.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "profile.json"))).GetValueOrThrow());
        var read = new List<ReadOutcome>();
        await foreach (var outcome in reader.ReadAllAsync(FilesAsync(folder), sink)) read.Add(outcome);
        return read;
    }

    private static async IAsyncEnumerable<SourceOutcome> FilesAsync(string folder)
    {
        foreach (var file in new[] { "posts.jsonl", "comments.csv", "alerts.xml" })
        {
            await foreach (var outcome in MentionFile.ReadAsync(Path.Combine(folder, file))) yield return outcome;
        }
    }

    private sealed class Sink : IUrgentMentionSink
    {
        public List<string> Ids { get; } = [];

        public ValueTask DeliverAsync(Feedback feedback, CancellationToken cancellationToken)
        {
            Ids.Add(IdOf(feedback));
            return default;
        }
    }
}

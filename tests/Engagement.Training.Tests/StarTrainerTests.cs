using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Training.Star;

namespace Engagement.Training;

public sealed class StarTrainerTests
{
    private static readonly string[] Lines =
    [
        "a1\tw\tone\tchat\tOur matron listened to every one of us\tleadership+",
        "a2\tw\tone\tchat\tThe matron listened again and sorted it\tleadership+",
        "a3\tw\ttwo\tchat\tNobody asked us about the new rota\tinvolvement-",
        "a4\tw\ttwo\tchat\tNobody asked the porters about the rota either\tinvolvement-",
        "a5\tw\tthree\tchat\tThe car park was full at ten\tnone",
        "a6\tw\tthree\tchat\tThe car park machine took my coin\tnone",
    ];

    [Fact]
    public void Gives_the_same_bytes_for_the_same_texts() => Model().Write().Should().Equal(Model().Write());

    [Fact]
    public void Maps_as_the_learned_weights_say()
    {
        var mapper = StarMapper.Create(null, Model());
        var mention = MentionParser.Default.Parse("Matron listened");
        var findings = mapper.Map(mention, HybridSentimentScorer.Create().Score(mention));

        findings.Should().Contain(finding => finding.Point == StarPoint.Leadership && finding.Direction == StarDirection.Strengthens);
        findings.Should().OnlyContain(finding => finding.Evidence.Count > 0);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("texts.jsonl\t0", "labels.tsv, line 1: expected a file, a line number and labels.")]
    [InlineData("texts.jsonl\tone\tnone", "labels.tsv, line 1: expected a file, a line number and labels.")]
    [InlineData("# labels\ntexts.jsonl\t9\tnone", "labels.tsv, line 2: texts.jsonl has no line 9.")]
    [InlineData("texts.jsonl\t1\tnone", "labels.tsv, line 1: the line of texts.jsonl has no 't'.")]
    [InlineData("texts.jsonl\t0\tcourage+", "labels.tsv, line 1: 'courage+' is not a point with + or -.")]
    public void Says_what_is_wrong_with_labels_of_comments(string labels, string message) =>
        FluentActions.Invoking(() => Comments(labels)).Should().Throw<FormatException>().WithMessage(message);

    [Fact]
    public void Finds_the_text_of_a_label()
    {
        var comment = Comments("texts.jsonl\t0\trole_counts+").Should().ContainSingle().Which;
        comment.Text.Should().Be("Kind staff");
        comment.Labels.Should().Be(1 << StarLabel.Of(StarPoint.RoleCounts, StarDirection.Strengthens));
    }

    private static IReadOnlyList<StarExample> Comments(string labels) => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "texts.jsonl"), "{\"t\":\"Kind staff\"}\n{\"u\":1}\n");
        File.WriteAllText(Path.Combine(folder, "labels.tsv"), labels);
        return StarComments.Read(Path.Combine(folder, "labels.tsv"), folder);
    });

    private static StarModel Model() => InFolder(folder =>
    {
        File.WriteAllLines(Path.Combine(folder, "corpus.tsv"), Lines);
        var texts = StarRows.Of(StarExamples.Read(Path.Combine(folder, "corpus.tsv")));
        var weights = new StarTrainer(new StarTrainingOptions { Fit = 10 }).Train(texts.Rows);
        return StarModel.Create(weights.Baseline, new double[StarLabel.Count], weights.Export(texts));
    });

    private static T InFolder<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("star");
        try
        {
            return work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

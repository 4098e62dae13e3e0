using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Training.Triage;
using Engagement.Triage;

namespace Engagement.Training;

public sealed class TriageTrainerTests
{
    private static readonly TriageTrainingOptions Options = new() { Decay = 0.1, MinimumTexts = 1 };

    private static readonly TriageRow[] Rows =
    [
        Row("threat", 5, "he has a knife in the corridor and he is shouting at the porters"),
        Row("threat", 4, "the man waved a knife at our porters again"),
        Row("data_breach", 4, "a folder of records was left on the number nine bus"),
        Row("data_breach", 3, "somebody left records on the bus this morning"),
        Row("none", 0, "the butter knife in the canteen would not cut toast"),
        Row("none", 0, "missed the bus and the porters laughed with me"),
    ];

    private static readonly TriageRow[] Ordinary = [TriageRow.Of("toast was cold and the canteen was kind"), TriageRow.Of("the porters were lovely")];

    [Fact]
    public void Gives_the_same_bytes_for_the_same_rows() => Weights().Write().Should().Equal(Weights().Write());

    [Fact]
    public void The_shipped_model_is_what_a_trainer_writes()
    {
        using var stream = typeof(UrgencyAssessor).Assembly.GetManifestResourceStream("Engagement.Triage.model.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        LabelWeights.Read("The triage model", bytes).Write().Should().Equal(bytes, "loading loses and adds nothing");
    }

    [Theory]
    [InlineData("a knife in the corridor", UrgencyKind.Threat)]
    [InlineData("records left on the bus", UrgencyKind.DataBreach)]
    public void Finds_what_the_rows_have_taught(string text, UrgencyKind kind)
    {
        var model = new TriageModel(TriageIdeas.Shipped, Weights());
        var mention = MentionParser.Default.Parse(text);
        var findings = new List<UrgencyFinding>();
        model.Explain(mention, findings);

        model.MarginOf(mention).Should().BePositive();
        findings.Should().Contain(finding => finding.Kind == kind);
    }

    [Fact]
    public void Takes_the_same_words_for_harmless_where_the_rows_do() =>
        new TriageModel(TriageIdeas.Shipped, Weights()).MarginOf(MentionParser.Default.Parse("the porters laughed and the toast was cold")).Should().BeNegative();

    [Theory]
    [InlineData("threat\t5", "rows.tsv, line 1: expected kinds, a severity from 0 to 5 and a text, separated by tabs.")]
    [InlineData("threat\t6\ttext", "rows.tsv, line 1: expected kinds, a severity from 0 to 5 and a text, separated by tabs.")]
    [InlineData("# Writer: x\nrage\t4\ttext", "rows.tsv, line 2: 'rage' is not a kind.")]
    public void Says_what_is_wrong_with_rows(string rows, string message) =>
        FluentActions.Invoking(() => Read(rows)).Should().Throw<FormatException>().WithMessage(message);

    [Fact]
    public void Knows_whose_rows_they_are() =>
        Read("none\t0\ta\n# Writer: b\nnone\t0\tb\nnone\t0\tc").Select(example => example.Writer).Should().Equal("rows.tsv", "b", "b");

    private static LabelWeights Weights() => new TriageTrainer(Options).Train(Rows, Ordinary, 0);

    private static TriageRow Row(string kinds, int severity, string text) =>
        TriageRow.Of(new TriageExample(kinds == "none" ? [] : [TriageRuleBook.KindOf(kinds)!.Value], severity, text));

    private static IReadOnlyList<TriageExample> Read(string rows)
    {
        var folder = Directory.CreateTempSubdirectory("engagement");
        try
        {
            var path = Path.Combine(folder.FullName, "rows.tsv");
            File.WriteAllText(path, rows);
            return TriageExamples.Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

namespace Engagement.Samples;

/// <summary>TrainSentiment as a trust's analyst runs it: on a file of labelled comments, whole or broken.</summary>
public sealed class TrainSentimentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_trusts_comments_make_a_model_that_the_workbench_scores_with()
    {
        var model = Path.Combine(_folder.Path, "trust.model");
        var trained = SampleProgram.Run("TrainSentiment", [Comments(), "--out", model]);
        trained.ExitCode.Should().Be(0, trained.Error);
        trained.Output.Should().Contain("said negative").And.Contain("calibration error").And.Contain("SHA-256");

        var scored = SampleProgram.Run("Workbench", ["sentiment", "--scorer", model], "The nurses were kind and wonderful\n");
        scored.ExitCode.Should().Be(0, scored.Error);
        scored.Output.Should().StartWith("positive");

        File.WriteAllBytes(model, File.ReadAllBytes(model)[..^1]);
        var refused = SampleProgram.Run("Workbench", ["sentiment", "--scorer", model], "The nurses were kind\n");
        refused.ExitCode.Should().NotBe(0);
        refused.Error.Should().Contain("truncated");
    }

    [Theory]
    [InlineData("", 2, "is empty: expected a heading line")]
    [InlineData("comment,label\nGood,pos\n", 2, "has no column 'text'; it has comment, label")]
    [InlineData("text,label\nGood,pos\nBad,neg\n", 1, "2 labelled comments are too few to learn from: expected at least 100")]
    [InlineData("text,label\nGood,pos\nBad,neg,more\n", 1, "line 3: 3 values, expected 2")]
    [InlineData("text,label\n\"Two\nlines\",pos\nx,glad\n", 1, "line 4: 'glad' is not a label; expected neg, neu or pos")]
    [InlineData("text,label\nGood,pos\n\"never closed,neg\n", 1, "line 3")]
    public void A_file_that_cannot_be_learned_from_is_refused_with_its_line(string csv, int exitCode, string reason)
    {
        var file = Path.Combine(_folder.Path, "comments.csv");
        File.WriteAllText(file, csv);
        var model = Path.Combine(_folder.Path, "none.model");
        var result = SampleProgram.Run("TrainSentiment", [file, "--out", model]);
        result.Error.Should().Contain(reason);
        result.ExitCode.Should().Be(exitCode);
        File.Exists(model).Should().BeFalse();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private string Comments()
    {
        var stories = File.ReadLines(SampleProgram.PathOf("benchmarks", "Engagement.Accuracy", "Corpora", "sentiment", "stories.tsv"))
            .Where(line => line[0] != '#').Select(line => line.Split('\t'));
        var file = Path.Combine(_folder.Path, "comments.csv");
        File.WriteAllLines(file, stories.Select(cells => $"\"{cells[4].Replace("\"", "\"\"", StringComparison.Ordinal)}\",{cells[3]}").Prepend("text,label"));
        return file;
    }
}

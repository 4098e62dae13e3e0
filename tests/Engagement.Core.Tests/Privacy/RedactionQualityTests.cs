namespace Engagement.Privacy;

public sealed class RedactionQualityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("redaction-own.tsv", 0.98, 0.95)]
    public void Every_kind_is_found_and_little_else(string file, double recall, double precision)
    {
        var mistakes = new List<string>();

        var scores = RedactionRows.Score(RedactionRows.Read(file), mistakes);

        output.WriteLine(RedactionRows.Table(scores));
        foreach (var mistake in mistakes) output.WriteLine(mistake);
        foreach (var (kind, score) in scores)
        {
            score.Recall.Should().BeGreaterThanOrEqualTo(recall, $"recall of {kind} in {file}");
            score.Precision.Should().BeGreaterThanOrEqualTo(precision, $"precision of {kind} in {file}");
        }
    }
}

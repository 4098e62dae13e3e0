using System.Globalization;
using Engagement.Queries;
using Engagement.Sentiment;

namespace Engagement.Triage;

public sealed class UrgencyAssessorTests
{
    [Fact]
    public void Finds_what_cannot_wait_in_its_own_rows()
    {
        var rows = TriageRows.Read("triage-own.tsv");
        foreach (var wrong in rows.Wrong()) TestContext.Current.TestOutputHelper?.WriteLine(wrong);
        rows.Rows.Should().HaveCountGreaterThanOrEqualTo(160);
        rows.GraveRecall().Should().BeGreaterThanOrEqualTo(0.95);
        rows.Precision().Should().BeGreaterThanOrEqualTo(0.90);
    }

    [Fact]
    public void Finds_what_cannot_wait_in_rows_by_another_author()
    {
        var rows = TriageRows.Read("triage-independent.tsv");
        var log = TestContext.Current.TestOutputHelper;
        foreach (var wrong in rows.Wrong()) log?.WriteLine(wrong);
        foreach (var kind in Enum.GetValues<UrgencyKind>())
        {
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: recall of severity 4-5 {rows.GraveRecall(kind):.00}, precision {rows.Precision(kind):.00}"));
        }

        log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all: recall of severity 4-5 {rows.GraveRecall():.00}, precision {rows.Precision():.00}"));
        rows.Rows.Should().HaveCountGreaterThanOrEqualTo(200);
        rows.GraveRecall().Should().BeGreaterThanOrEqualTo(0.95);
        rows.Precision().Should().BeGreaterThanOrEqualTo(0.80);
    }
}

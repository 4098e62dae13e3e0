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
}

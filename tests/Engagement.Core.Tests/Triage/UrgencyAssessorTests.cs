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

    /// <summary>
    /// Rows by two authors who had not seen the rules. At first sight, before anything was changed for them, the rules then shipped found .29
    /// and .41 of severity 4-5. Rules and learned weights have been mended on the first set, which is also learned from; the
    /// third, the other half of the second author's rows, was kept from all who worked on rules and weights: .82 and .91 at its only measurement.
    /// All are learned from now, so the floors guard against loss and promise nothing of other texts; those by left-out writers stand with the corpus.
    /// </summary>
    [Theory]
    [InlineData("triage-independent.tsv", 0.95, 0.80)]
    [InlineData("triage-second.tsv", 0.80, 0.80)]
    [InlineData("triage-unseen.tsv", 0.80, 0.85)]
    public void Finds_what_cannot_wait_in_rows_by_other_authors(string file, double recall, double precision)
    {
        var rows = TriageRows.Read(file);
        var log = TestContext.Current.TestOutputHelper;
        foreach (var wrong in rows.Wrong()) log?.WriteLine(wrong);
        foreach (var kind in Enum.GetValues<UrgencyKind>())
        {
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: recall of severity 4-5 {rows.GraveRecall(kind):.00}, precision {rows.Precision(kind):.00}"));
        }

        log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all: recall of severity 4-5 {rows.GraveRecall():.00}, precision {rows.Precision():.00}"));
        rows.Rows.Should().HaveCountGreaterThanOrEqualTo(200);
        rows.GraveRecall().Should().BeGreaterThanOrEqualTo(recall);
        rows.Precision().Should().BeGreaterThanOrEqualTo(precision);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("")]
    [InlineData("‹D800› ‹DFFF›")]
    [InlineData("Lovely day on the ward")]
    public void Finds_nothing_in_other_texts(string text) => TriageRows.Assess(LoneSurrogates.In(text)).Should().Be(Urgency.None);

    [Fact]
    public void Judges_by_the_worst_statement()
    {
        var urgency = TriageRows.Assess("Suicide prevention training was good today. I want to die.");
        urgency.Severity.Should().Be(5);
        urgency.Findings[0].Kind.Should().Be(UrgencyKind.SelfHarm);
        urgency.Findings.Should().BeInDescendingOrder(finding => finding.Severity);
    }

    [Fact]
    public void Lets_a_trust_add_and_switch_off_rules()
    {
        var rule = new TriageRule("tern-leak", UrgencyKind.PatientSafety, 4, Query.Parse("\"gas leak\"").GetValueOrThrow());
        var mention = MentionParser.Default.Parse("There is a gas leak on Tern ward");
        var sentiment = HybridSentimentScorer.Create().Score(mention);

        UrgencyAssessor.Create(new TriageOverrides { Rules = [rule] }).Assess(mention, sentiment).Severity.Should().Be(4);
        FluentActions.Invoking(() => UrgencyAssessor.Create(new TriageOverrides { DisabledRules = ["no-such-rule"], Rules = [rule with { Severity = 9 }] }))
            .Should().Throw<ArgumentException>().WithMessage("*no-such-rule*tern-leak*");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("a\tboredom\t4\tyawn", "Triage.test, line 1: 'boredom' is not a kind.")]
    [InlineData("a\tthreat\t6\tyawn", "Triage.test, line 1: the severity '6'*")]
    [InlineData("a\tany\t3\tyawn", "Triage.test, line 1: only a rule of severity 0 or 1*")]
    public void Says_what_is_wrong_with_a_rule_file(string text, string message) =>
        FluentActions.Invoking(() => TriageRuleBook.Read(RuleTable.Read("Triage.test", text, 4))).Should().Throw<InvalidDataException>().WithMessage(message);
}

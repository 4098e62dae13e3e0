using Engagement.Learning;
using Engagement.Mentions;
using Engagement.Queries;
using Engagement.Sentiment;

namespace Engagement.Triage;

public sealed class TriageModelTests
{
    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();
    private static readonly UrgencyAssessor WithoutModel = UrgencyAssessor.Create(new TriageOverrides { DisabledRules = [TriageModel.Id] });

    /// <summary>Wordings of these situations that stand neither in the rules nor in the rows that were learned from.</summary>
    [Theory]
    [InlineData("There's a spreadsheet on your website with every patient's name and results, you only have to click", UrgencyKind.DataBreach)]
    [InlineData("Grandad has bruises on both wrists and says the night carer ties him to the bed", UrgencyKind.Safeguarding)]
    [InlineData("My brother has locked himself in the garage with a bottle of vodka and his tablets and he won't answer", UrgencyKind.SelfHarm)]
    public void Finds_wordings_that_no_rule_knows(string text, UrgencyKind kind)
    {
        var urgency = TriageRows.Assess(text);
        urgency.IsUrgent.Should().BeTrue();
        var finding = urgency.Findings.Should().Contain(found => found.RuleId == TriageModel.Id && found.Kind == kind).Which;
        finding.Evidence.Should().NotBeEmpty();
        finding.Evidence.Should().OnlyContain(part => part.Field == MentionField.Text && part.Span.Start < part.Span.End && part.Span.End <= text.Length);
    }

    [Fact]
    public void Can_be_switched_off_by_its_id()
    {
        var mention = MentionParser.Default.Parse("Tell that doctor I know which nursery his kids go to, he'll see me at the gates tonight");
        UrgencyAssessor.Create().Assess(mention, Scorer.Score(mention)).Findings.Should().Contain(finding => finding.RuleId == TriageModel.Id);
        WithoutModel.Assess(mention, Scorer.Score(mention)).Findings.Should().NotContain(finding => finding.RuleId == TriageModel.Id);
    }

    [Fact]
    public void Keeps_its_id_from_rules_of_a_trust() => FluentActions
        .Invoking(() => UrgencyAssessor.Create(new TriageOverrides { Rules = [new TriageRule(TriageModel.Id, UrgencyKind.Threat, 4, Query.Parse("knife").GetValueOrThrow())] }))
        .Should().Throw<ArgumentException>().WithMessage("*kept for the learned part*");

    [Fact]
    public void Makes_a_concern_of_what_only_a_shipped_rule_finds_in_a_harmless_text()
    {
        var mention = MentionParser.Default.Parse("Parking machine swallowed my card, lovely girl on the desk sorted it and even rang my husband");
        WithoutModel.Assess(mention, Scorer.Score(mention)).IsUrgent.Should().BeTrue();
        UrgencyAssessor.Create().Assess(mention, Scorer.Score(mention)).Severity.Should().Be(2);

        var own = new TriageRule("card", UrgencyKind.PatientSafety, 4, Query.Parse("\"swallowed my card\"").GetValueOrThrow());
        UrgencyAssessor.Create(new TriageOverrides { Rules = [own] }).Assess(mention, Scorer.Score(mention)).Severity.Should().Be(4, "a rule of the trust is never doubted");
    }

    [Fact]
    public void Finds_the_one_grave_statement_of_a_long_text()
    {
        var story = string.Join(' ', Enumerable.Repeat("The tea was hot and the nurses were kind to all of us on the ward.", 30));
        TriageRows.Assess(story).IsUrgent.Should().BeFalse();
        TriageRows.Assess(story + " I want to kill myself tonight.").Severity.Should().Be(5);
    }

    [Fact]
    public void Looks_at_a_text_without_allocating()
    {
        var mention = MentionParser.Default.Parse("Lovely staff on the ward, but my husband waited eleven hours on a trolley with chest pain and nobody came. Thank you all the same.");
        var model = TriageModel.Shipped!;
        model.MarginOf(mention);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0.0;
        for (var i = 0; i < 100; i++) sum += model.MarginOf(mention);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        sum.Should().NotBe(0);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("‹D800› knife ‹DFFF›")]
    [InlineData("....!?!?;;;;\n\n\n")]
    [InlineData("#knife #knife 😱😱 @nurse https://example.org/knife")]
    public void Takes_any_text(string text) => FluentActions.Invoking(() => TriageRows.Assess(string.Concat(Enumerable.Repeat(LoneSurrogates.In(text), 20_000)))).Should().NotThrow();

    [Fact]
    public void Reads_what_it_wrote_and_refuses_what_it_did_not()
    {
        var weights = LabelWeights.Create([-3, 4], [0, 1], new Dictionary<ulong, sbyte[]> { [7] = [5, 0], [9] = [0, -6], [ulong.MaxValue] = [1, 2] });
        var bytes = weights.Write();
        var again = LabelWeights.Read("Test", bytes);
        again.Of(7).ToArray().Should().Equal(5, 0);
        again.Row(again.NumberOf(9))[1].Should().Be(-6);
        again.Of(8).ToArray().Should().BeEmpty();
        again.NumberOf(8).Should().BeNegative();
        again.Write().Should().Equal(bytes);
        for (var length = 0; length < bytes.Length; length++) FluentActions.Invoking(() => LabelWeights.Read("Test", bytes.AsSpan(0, length))).Should().Throw<InvalidDataException>();
        FluentActions.Invoking(() => LabelWeights.Read("Test", [.. bytes, 0])).Should().Throw<InvalidDataException>().WithMessage("*after its end*");
        bytes[4] = 9;
        FluentActions.Invoking(() => LabelWeights.Read("Test", bytes)).Should().Throw<InvalidDataException>().WithMessage("*version 9*");
    }

    [Theory]
    [InlineData("no tab here")]
    [InlineData("\tword")]
    public void Says_what_is_wrong_with_a_file_of_ideas(string line) =>
        FluentActions.Invoking(() => TriageIdeas.Read("Test", [line])).Should().Throw<InvalidDataException>().WithMessage("Test: *");
}

using Engagement.Sentiment;

namespace Engagement.Triage;

public sealed class ReplyAdvisorTests
{
    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();
    private static readonly UrgencyAssessor Assessor = UrgencyAssessor.Create();

    [Theory]
    [InlineData("The nurses were lovely, thank you", ReplyAction.None)]
    [InlineData("Clinic opens at nine", ReplyAction.None)]
    [InlineData("Parking is an absolute disgrace and the machine is always broken", ReplyAction.ReplyPublicly)]
    [InlineData("Terrible signs again. Why is there still no ramp at the main door?", ReplyAction.ReplyPublicly)]
    [InlineData("Appalling. My mum was left on a trolley for ten hours and ignored", ReplyAction.MoveToPrivate)]
    [InlineData("Awful hospital run by idiots, the lot of you", ReplyAction.DoNotReply)]
    [InlineData("I want to die and nobody answers the crisis line", ReplyAction.MoveToPrivate)]
    [InlineData("My solicitor will be in touch about what you did", ReplyAction.DoNotReply)]
    [InlineData("if that doctor comes near my mother again I will kill him", ReplyAction.DoNotReply)]
    public void Says_whether_a_reply_would_help(string text, ReplyAction expected)
    {
        var mention = MentionParser.Default.Parse(text);
        var sentiment = Scorer.Score(mention);
        var advice = ReplyAdvisor.Advise(mention, sentiment, Assessor.Assess(mention, sentiment));
        advice.Action.Should().Be(expected);
        advice.Reason.Should().EndWith(".");
    }

    [Fact]
    public void Advises_nothing_on_a_repeat()
    {
        var mention = MentionParser.Default.Parse(new Mention { Id = "1", Text = "Awful parking, what a disgrace", RepostOf = "0" });
        ReplyAdvisor.Advise(mention, Scorer.Score(mention), Urgency.None).Action.Should().Be(ReplyAction.DoNotReply);
    }
}

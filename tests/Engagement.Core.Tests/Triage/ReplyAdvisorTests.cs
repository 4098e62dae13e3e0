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

    [Theory]
    [InlineData("You bastards left my mum on the floor for an hour and nobody came", ReplyAction.MoveToPrivate, "my mum|mum|left my mum")]
    [InlineData("Rude receptionist spoke to my grandma like dirt, disgusting", ReplyAction.MoveToPrivate, "grandma")]
    [InlineData("She was discharged with no letter, awful service", ReplyAction.MoveToPrivate, "She was discharged")]
    [InlineData("Terrible. My operation was cancelled again", ReplyAction.MoveToPrivate, "My operation")]
    [InlineData("Terrible. Me dad 79 on a trolley since dinner time", ReplyAction.MoveToPrivate, "Me dad|dad")]
    [InlineData("MRI cancelled for the third time, absolutely awful", ReplyAction.MoveToPrivate, "MRI cancelled")]
    [InlineData("Awful, me operation was called off this morning", ReplyAction.MoveToPrivate, "me operation")]
    [InlineData("Horrible. Scan cancelled again and no reason given", ReplyAction.MoveToPrivate, "Scan cancelled")]
    [InlineData("They cancelled my MRI again, disgraceful", ReplyAction.MoveToPrivate, "cancelled my|my MRI")]
    [InlineData("They lost my samples, awful", ReplyAction.MoveToPrivate, "my samples")]
    [InlineData("Lost my patience with this awful car park", ReplyAction.ReplyPublicly, null)]
    [InlineData("The clinic dismissed me and I left in tears, horrible", ReplyAction.MoveToPrivate, "dismissed me")]
    [InlineData("Nurse Karen was vile and rude", ReplyAction.MoveToPrivate, "Nurse Karen")]
    [InlineData("Dr. Bell is the rudest man alive, awful", ReplyAction.MoveToPrivate, "Dr. Bell")]
    [InlineData("Our complaint still has no answer after six weeks, terrible", ReplyAction.MoveToPrivate, "Our complaint")]
    [InlineData("Disgraceful, the tories have wrecked this hospital", ReplyAction.DoNotReply, "tories")]
    [InlineData("The strikes are a disgrace and so selfish", ReplyAction.DoNotReply, "strikes")]
    [InlineData("Worst hospital ever, staff are morons and the place is filthy", ReplyAction.DoNotReply, "morons")]
    [InlineData("Your website is useless. Is the walk in centre closed on bank holidays?", ReplyAction.ReplyPublicly, "?")]
    [InlineData("Disgusting toilets on level 2, filthy again", ReplyAction.ReplyPublicly, null)]
    [InlineData("The nurse call lights are broken and it is awful", ReplyAction.ReplyPublicly, null)]
    [InlineData("Doctors queue for the same broken lift, terrible", ReplyAction.ReplyPublicly, null)]
    public void Says_so_by_words_of_the_text(string text, ReplyAction expected, string? words)
    {
        var mention = MentionParser.Default.Parse(text);
        var advice = ReplyAdvisor.Advise(mention, Scorer.Score(mention), Urgency.None);

        advice.Action.Should().Be(expected);
        if (words is not null) words.Split('|').Should().Contain(advice.Evidence[0].Span.Of(text).ToString());
    }

    [Fact]
    public void Never_repeats_what_was_said()
    {
        var reasons = TriageRows.Read("triage-second.tsv").Rows.Select(row =>
        {
            var mention = MentionParser.Default.Parse(row.Text);
            return ReplyAdvisor.Advise(mention, Scorer.Score(mention), row.Found).Reason;
        });
        reasons.Distinct().Should().HaveCountLessThan(16, "a reason is one of a few sentences of the library's own");
    }

    [Fact]
    public void Advises_nothing_on_a_repeat()
    {
        var mention = MentionParser.Default.Parse(new Mention { Id = "1", Text = "Awful parking, what a disgrace", RepostOf = "0" });
        ReplyAdvisor.Advise(mention, Scorer.Score(mention), Urgency.None).Action.Should().Be(ReplyAction.DoNotReply);
    }
}

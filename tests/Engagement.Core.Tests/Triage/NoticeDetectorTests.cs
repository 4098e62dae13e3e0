using Engagement.Queries;
using Engagement.Sentiment;

namespace Engagement.Triage;

public class NoticeDetectorTests
{
    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();

    [Theory]
    [InlineData("Job: Staff Nurse, Care of the Elderly, Ward 4", "Come and join a friendly ward with a choir. Full and part time posts, preceptorship offered.")]
    [InlineData("Healthcare Support Worker vacancies", "Permanent, 37.5 hours a week, Band 2. Apply by 3 December.")]
    [InlineData(null, "We are recruiting! Two midwives for our lovely birth centre. Closing date 12 December, apply online.")]
    [InlineData(null, "Exciting opportunity for a band 6 physiotherapist in a supportive and award-winning team.")]
    [InlineData(null, "Band 5 theatre nurse, permanent, full time. Interviews in January. Great team, great kit.")]
    [InlineData(null, "Come and join our wonderful catering team. Part time posts, no weekends, apply at reception.")]
    public void A_job_on_offer_is_an_advert_however_kind_its_words(string? title, string text) =>
        Detect(text, title)!.Kind.Should().Be(NoticeKind.JobAdvert);

    [Theory]
    [InlineData("Coffee morning for carers in the main atrium on Tuesday, everyone welcome, cake provided.")]
    [InlineData("The annual members meeting will be held in the Guildhall on 4 December at 6pm.")]
    [InlineData("Christmas concert by the hospital choir. Doors open 6.30, free entry, book your place at the main desk.")]
    [InlineData("Open day at the new endoscopy unit this Saturday, come along and meet the team.")]
    public void An_invitation_is_an_announcement(string text) => Detect(text)!.Kind.Should().Be(NoticeKind.Event);

    [Theory]
    [InlineData("Fantastic job by the whole team in A&E last night.")]
    [InlineData("She has the hardest post in the building and does the job with a smile.")]
    [InlineData("I got the band 6 permanent post!! So happy")]
    [InlineData("My husband saw the vacancy, applied, and they could not have been kinder at the interview.")]
    [InlineData("Went to the open day on Saturday and the midwives were lovely with us, thank you.")]
    [InlineData("I was told everyone is welcome on Tuesdays and everyone was.")]
    [InlineData("The nurse let my son join the team for the day. Made his year.")]
    [InlineData("Great care, full time smiles from part time staff.")]
    public void What_somebody_lived_through_is_no_notice(string text) => Detect(text).Should().BeNull();

    [Theory]
    [InlineData("Band 6 vacancy still not filled, permanent shambles, the night staff are on their knees")]
    [InlineData("Open day this Saturday and nobody answered the door. Absolute disgrace.")]
    public void A_complaint_is_no_notice_whatever_its_words(string text) => Detect(text).Should().BeNull();

    [Fact]
    public void A_notice_shows_the_words_it_rests_on()
    {
        const string text = "We are recruiting porters. Closing date Friday.";
        var notice = Detect(text)!;
        notice.Evidence.Should().NotBeEmpty();
        notice.Evidence.Select(words => text[words.Span.Start..words.Span.End]).Should().Contain(words => words.Contains("recruiting", StringComparison.Ordinal) || words.Contains("Closing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trust_adds_replaces_and_switches_off_rules()
    {
        const string text = "Knitting circle, third floor, bring a friend";
        var own = NoticeDetector.Create(new NoticeOverrides { Rules = [new NoticeRule("own-knitting", NoticeKind.Event, Query.Parse("\"knitting circle\"").GetValueOrThrow())] });
        Detect(text).Should().BeNull();
        Detect(text, null, own)!.RuleId.Should().Be("own-knitting");

        const string advert = "We are hiring porters.";
        Detect(advert)!.RuleId.Should().Be("job-hiring");
        Detect(advert, null, NoticeDetector.Create(new NoticeOverrides { DisabledRules = ["job-hiring"] })).Should().BeNull();
        var replaced = NoticeDetector.Create(new NoticeOverrides { Rules = [new NoticeRule("job-hiring", NoticeKind.Event, Query.Parse("hiring").GetValueOrThrow())] });
        Detect(advert, null, replaced)!.Kind.Should().Be(NoticeKind.Event);
    }

    [Fact]
    public void Broken_overrides_are_refused_with_every_fault()
    {
        var query = Query.Parse("x").GetValueOrThrow();
        var overrides = new NoticeOverrides
        {
            Rules = [new NoticeRule("a", NoticeKind.Event, query), new NoticeRule("a", NoticeKind.Event, query), new NoticeRule("", (NoticeKind)9, query)],
            DisabledRules = ["no-such-rule"],
        };
        FluentActions.Invoking(() => NoticeDetector.Create(overrides)).Should().Throw<ArgumentException>()
            .Which.Message.Should().Contain("no-such-rule").And.Contain("'a' is given twice").And.Contain("empty id").And.Contain("names no kind");
    }

    private static Notice? Detect(string text, string? title = null, NoticeDetector? detector = null)
    {
        var mention = MentionParser.Default.Parse(new Mention { Id = "1", Platform = Platform.Web, Title = title, Text = text });
        return (detector ?? NoticeDetector.Create()).Detect(mention, Scorer.Score(mention));
    }
}

using System.Xml;
using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Sentiment;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Rendering;

/// <summary>The smaller documents: e-mail, card, reports, and what people hand in.</summary>
public sealed class DocumentTests
{
    private static readonly string[] Chat = ["chat"];

    [Fact]
    public void An_email_carries_the_values_of_one_click_unsubscribing()
    {
        var branding = new DigestBranding { UnsubscribeAddress = "https://fellside.example/stop?id=7" };
        var email = DigestEmail.Of(Build([Make("1"), Make("2", author: "b")]), "fellside.example", branding, "stop@fellside.example");
        email.Subject.Should().Be("2 thank-yous for Fellside NHS Trust, 9 to 15 November 2026");
        var headers = email.Headers.ToDictionary();
        headers["List-Unsubscribe"].Should().Be("<https://fellside.example/stop?id=7>, <mailto:stop@fellside.example?subject=unsubscribe>");
        headers["List-Unsubscribe-Post"].Should().Be("List-Unsubscribe=One-Click");
        headers["Message-ID"].Should().MatchRegex("^<fellside_trust_2026-11-09_2026-11-16\\.[0-9a-f]{16}@fellside\\.example>$");
        DigestEmail.Of(Build([]), "fellside.example").Headers.Should().NotContain(header => header.Key.StartsWith("List-"));
    }

    [Fact]
    public void No_value_of_an_email_can_add_a_header()
    {
        var profile = Profile with { Trust = Profile.Trust with { Id = "a\r\nBcc: x", Name = "Fell\r\nBcc: all@example.org\u2028side" } };
        var email = DigestEmail.Of(Build([Make("1")], profile: profile), "fellside.example");
        email.Headers.Select(header => header.Value).Append(email.Subject).Should().OnlyContain(value => !value.Any(char.IsControl) && !value.Contains('\u2028'));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("fell side.example", null)]
    [InlineData("fellside.example>\r\nBcc: x", null)]
    [InlineData("", null)]
    [InlineData("fellside.example", "stop@fellside.example>,<x")]
    [InlineData("fellside.example", "nobody")]
    public void A_sender_that_is_none_is_refused(string domain, string? mailbox)
    {
        var act = () => DigestEmail.Of(Build([]), domain, null, mailbox);
        act.Should().Throw<ArgumentException>();
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("The staff were kind.")]
    [InlineData("</text><script>alert(1)</script> & \"quotes\"")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 so kind to all of us")]
    public void A_praise_card_is_a_picture_with_its_words_and_nothing_else(string text)
    {
        var digest = Build([Make("1", text, people: ["dembe"])]);
        var card = new XmlDocument();
        card.LoadXml(PraiseCard.Render(digest.Praise[0], digest));
        card.DocumentElement!.SelectNodes("//*")!.Cast<XmlNode>().Select(node => node.LocalName).Distinct().Should().BeEquivalentTo("svg", "title", "desc", "rect", "text");
        card.DocumentElement.InnerText.Should().Contain("Thank you, Dembe");
        string.Concat(card.GetElementsByTagName("text").Cast<XmlNode>().Skip(1).Select(node => node.InnerText + " ")).Should().Contain(text);
    }

    [Fact]
    public void A_very_long_word_stays_on_its_card()
    {
        var digest = Build([Make("1", new string('x', 5_000))]);
        var card = new XmlDocument();
        card.LoadXml(PraiseCard.Render(digest.Praise[0], digest));
        var lines = card.GetElementsByTagName("text").Cast<XmlElement>().ToList();
        lines.Should().OnlyContain(line => int.Parse(line.GetAttribute("y")) > 0 && int.Parse(line.GetAttribute("y")) < 675);
        lines.Should().OnlyContain(line => line.InnerText.Length * int.Parse(line.GetAttribute("font-size")) * 0.52 <= 1_130);
    }

    [Fact]
    public void A_chat_report_threads_answers_and_ends_with_the_transcript()
    {
        var digest = Build(
        [
            Make("q", "Q1 What helps? #FellChat", SentimentLabel.Neutral, At(11, 20), Voice.Trust, "host", campaigns: Chat),
            Make("a", "A1 Tea. #FellChat", at: At(11, 20, 5), author: "ann", campaigns: Chat, likes: 3),
        ]);
        var report = DigestReport.Chat(digest, "chat");
        report.Should().Contain("QUESTION 1").And.Contain("TRANSCRIPT").And.Contain("  - ann: Tea.\n").And.Contain("8:05pm, ann: A1 Tea. #FellChat").And.Contain("Posts an hour: 2").And.Contain("Posts a person: 1").And.Contain("ask before you quote");
        foreach (var format in DigestReport.Formats) DigestReport.Chat(digest, "chat", format).Should().NotBeEmpty();
        var act = () => DigestReport.Chat(digest, "other");
        act.Should().Throw<ArgumentException>().WithMessage("*'other'*there is chat*");
        act = () => DigestReport.Chat(digest, "chat", "pdf");
        act.Should().Throw<ArgumentException>().WithMessage("*'pdf'*html*");
    }

    [Fact]
    public void A_chat_report_numbers_critical_voices_and_names_who_asked()
    {
        var digest = Build(
        [
            Make("q", "Q1 What goes wrong? #FellChat", SentimentLabel.Negative, At(11, 20), Voice.Trust, "host", campaigns: Chat),
            Make("a", "A1 Nobody listens. #FellChat", SentimentLabel.Negative, At(11, 20, 5), author: "ann", campaigns: Chat),
            Make("b", "A1 The rota. #FellChat", SentimentLabel.Negative, At(11, 20, 6), author: "ben", campaigns: Chat),
            Make("c", "A1 And the lift. #FellChat", SentimentLabel.Negative, At(11, 20, 7), author: "ann", campaigns: Chat),
            Make("d", "A1 We mended it. #FellChat", SentimentLabel.Positive, At(11, 20, 8), author: "cat", campaigns: Chat),
        ]);
        var report = DigestReport.Chat(digest, "chat");
        report.Should().Contain("8pm, host: Q1 What goes wrong?").And.Contain("cat: We mended it.")
            .And.Contain("Participant 1: Nobody listens.").And.Contain("Participant 2: The rota.").And.Contain("Participant 1: And the lift.")
            .And.NotContain("ann").And.NotContain("ben");
        report.Should().Contain("THANK YOU FOR TAKING PART\n=========================\ncat and host.");
    }

    [Fact]
    public void A_campaign_report_collects_pledges_apart_from_other_posts()
    {
        var digest = Build(
        [
            Make("1", "I pledge to ask the library first.", author: "a", campaigns: ["heroes"]),
            Make("2", "The library is lovely.", author: "b", campaigns: ["heroes"]),
        ]);
        digest.Campaigns.Single().Pledges.Should().Be(1);
        digest.Campaigns.Single().Pledged.Select(item => item.Id).Should().Equal("1");
        digest.Campaigns.Single().Quotes.Select(item => item.Id).Should().Equal("2");
        DigestReport.Campaign(digest, "heroes").Should().Contain("1 post made a pledge.").And.Contain("    A pledge\n");
    }

    [Fact]
    public void A_campaign_report_names_its_peak_day_and_keeps_kinds_of_reach_apart()
    {
        var options = new DigestOptions { Supporters = [new CampaignSupporter("heroes", "college", 630_000)] };
        var digest = Build(
        [
            Make("1", at: At(9), author: "a", followers: 10, campaigns: ["heroes"]),
            Make("2", "Well done all", at: At(12), author: "b", followers: 20, campaigns: ["heroes"]),
            Make("3", "Lovely", at: At(12), author: "c", followers: 30, campaigns: ["heroes"]),
        ],
            options: options);
        var report = DigestReport.Campaign(digest, "heroes", "markdown");
        report.Should().Contain("3 posts by 3 accounts, most of them (2) on Thursday 12 November.")
            .And.Contain("| Reach | 60 |").And.Contain("| Potential reach | 630,000 |").And.Contain("never added to the reach");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("{\"mention\":\"x-1\",\"state\":\"approved\",\"by\":\"comms\",\"at\":\"2026-11-12T09:00:00Z\"}", null)]
    [InlineData("{\"mention\":\"x-1\",\"state\":\"1\",\"at\":\"2026-11-12T09:00:00Z\"}", "\"state\" is approved, rejected or awaiting")]
    [InlineData("{\"mention\":\"x-1\",\"state\":\"rejected\",\"at\":\"yesterday\"}", "\"at\" is a time such as 2026-11-12T09:00:00Z")]
    [InlineData("{\"state\":\"rejected\"}", "\"mention\" is missing: the id of the mention decided on")]
    [InlineData("[]", "expected one JSON object a line")]
    [InlineData("{\"mention\":", "not JSON from character 12 on")]
    [InlineData("‹D800›", "not JSON")]
    public void A_decision_is_read_or_its_fault_named(string line, string? problem)
    {
        DigestInputs.TryParseApproval(LoneSurrogates.In(line), out var decision, out var why).Should().Be(problem is null);
        (decision is null).Should().Be(problem is not null);
        if (problem is null) why.Should().BeNull();
        else why.Should().StartWith(problem);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("{\"campaign\":\"c\",\"handle\":\"college\",\"followers\":630000}", null)]
    [InlineData("{\"handle\":\"college\",\"followers\":1}", "\"campaign\" is missing: the key of a campaign of the profile")]
    [InlineData("{\"campaign\":\"c\",\"followers\":1}", "\"handle\" is missing: the account that supports it")]
    [InlineData("{\"campaign\":\"c\",\"handle\":\"h\",\"followers\":-1}", "\"followers\" is a whole number, 0 or more")]
    [InlineData("{\"campaign\":\"c\",\"handle\":\"h\",\"followers\":\"many\"}", "\"followers\" is a whole number, 0 or more")]
    [InlineData("{\"campaign\":\"c\",\"handle\":\"h\",\"followers\":1e30}", "\"followers\" is a whole number, 0 or more")]
    public void A_supporter_is_read_or_its_fault_named(string line, string? problem)
    {
        DigestInputs.TryParseSupporter(line, out var supporter, out var why).Should().Be(problem is null);
        why.Should().Be(problem);
        if (problem is null) supporter.Should().Be(new CampaignSupporter("c", "college", 630_000));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("{\"campaign\":\"c\",\"question\":\"What is safe?\",\"agreedToBeNamed\":[\"ann\"]}", null)]
    [InlineData("{\"question\":\"What is safe?\"}", "\"campaign\" is missing: the key of a campaign of the profile")]
    [InlineData("{\"campaign\":\"c\"}", "\"question\" is missing: what was asked")]
    [InlineData("{\"campaign\":\"c\",\"question\":\"What?\",\"agreedToBeNamed\":\"ann\"}", "\"agreedToBeNamed\" is a list of handles")]
    [InlineData("{\"campaign\":\"c\",\"question\":\"What?\",\"agreedToBeNamed\":[1]}", "\"agreedToBeNamed\" is a list of handles")]
    [InlineData("{\"campaign\":\"c\",\"question\":\"What?\",\"agreedToBeNamed\":[\"\\ud800\"]}", "\"agreedToBeNamed\" is a list of handles")]
    public void A_theme_is_read_or_its_fault_named(string line, string? problem)
    {
        DigestInputs.TryParseTheme(line, out var theme, out var why).Should().Be(problem is null);
        why.Should().Be(problem);
        if (problem is null) theme!.AgreedToBeNamed.Should().Equal("ann");
    }

    [Fact]
    public void Steps_and_achievements_are_read_with_what_may_be_missing_missing()
    {
        DigestInputs.TryParseImprovement("{\"concern\":\"tea\",\"stage\":\"Made\",\"on\":\"2026-11-12\",\"note\":\"Flasks\"}", out var step, out _).Should().BeTrue();
        step.Should().Be(new ImprovementStep { Concern = "tea", Stage = ImprovementStage.Made, On = new NodaTime.LocalDate(2026, 11, 12), Note = "Flasks" });
        DigestInputs.TryParseAchievement("{\"kind\":\"award\",\"who\":\"Ward 7\",\"what\":\"county award\",\"on\":\"2026-11-12\",\"team\":\"ward-7\"}", out var achievement, out _).Should().BeTrue();
        achievement!.Team.Should().Be("ward-7");
        DigestInputs.TryParseImprovement("{\"concern\":\"tea\",\"stage\":\"made\",\"on\":\"12/11/2026\"}", out _, out var problem).Should().BeFalse();
        problem.Should().Be("\"on\" is a day such as 2026-11-12");
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Engagement.Samples;

/// <summary>The two report programs, run as programs on their bundled data and on a user's own files.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_bundled_chat_is_told_with_its_questions_answers_figures_and_transcript()
    {
        var run = Run("ChatReport");

        run.ExitCode.Should().Be(0, run.Error);
        run.ErrorLines[^1].Should().Be("read 48 items: 48 mentions, 0 repeats, 0 problems");
        run.Output.Should().Contain("48 posts by 22 people").And.Contain("Posts an hour:").And.Contain("Posts a person: 2.2");
        foreach (var heading in (string[])["BEST-LIKED ANSWERS", "QUESTION 1", "QUESTION 4", "THANK YOU FOR TAKING PART", "TRANSCRIPT"]) run.Output.Should().Contain(heading);
        run.Output.Should().Contain("Please ask before you quote anybody elsewhere.");
        var page = Page("care-social.html");
        page.QuerySelectorAll("h1").Single().Text().Should().Contain("#CareSocial");
        var questions = page.QuerySelectorAll("h2").Where(heading => heading.Text().StartsWith("Question", StringComparison.Ordinal)).ToList();
        questions.Should().HaveCount(4);
        questions.Select(AnswersOf).Should().OnlyContain(answers => answers >= 7, "eight or nine people answered each");
    }

    [Fact]
    public void The_bundled_campaign_is_told_with_its_peak_day_platforms_pledges_and_kinds_of_reach()
    {
        var run = Run("CampaignReport", "--format", "text,html,markdown");

        run.ExitCode.Should().Be(0, run.Error);
        run.ErrorLines.Should().NotContain(line => line.StartsWith("URGENT", StringComparison.Ordinal));
        run.Output.Should().Contain("2 to 22 February 2026").And.Contain("238 posts by 134 accounts, the most (104) on Tuesday 3 February.").And.Contain("A pledge");
        var text = string.Join(' ', run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        text.Should().Contain("Reach: 1,005,619 —").And.Contain("Potential reach: 630,000 — followers of 6 supporters, whether or not they posted; never added to the reach");
        text.Should().NotContain("1,635,619", "what could have been reached is never added to what was");
        text.Should().Contain("Bluesky").And.Contain("Mastodon").And.Contain("30 posts made a pledge.");
        Page("million-choices.html").QuerySelectorAll("caption").Select(caption => caption.Text()).Should().Contain(["Posts a day (days without posts left out)", "Posts by place"]);
        File.ReadAllText(Path.Combine(_folder.Path, "million-choices.md")).Should().Contain("| Potential reach | 630,000 |");
    }

    [Fact]
    public void A_users_own_files_are_reported_on()
    {
        var profile = _folder.Write("profile.json", """
            { "version": 1, "trust": { "id": "t", "name": "T", "timeZone": "Europe/London" }, "chats": [{ "id": "ours", "name": "Our chat", "hashtag": "OurChat" }], "campaigns": [{ "id": "caps", "name": "Caps", "hashtag": "Caps" }] }
            """);
        var posts = _folder.Write("posts.csv", "id,platform,handle,text,published\n1,x,ann,Q1 What helps? #OurChat,2026-06-03T19:00:00Z\n2,x,ben,A1 Tea helps. #OurChat #Caps,2026-06-03T19:05:00Z\n");

        var chat = Run("ChatReport", "--profile", profile, posts);
        chat.ExitCode.Should().Be(0, chat.Error);
        chat.Output.Should().Contain("OUR CHAT (#OURCHAT)").And.Contain("Wednesday 3 June 2026").And.Contain("2 posts by 2 people");
        var campaign = Run("CampaignReport", "--profile", profile, "--campaign", "caps", posts);
        campaign.ExitCode.Should().Be(0, campaign.Error);
        campaign.Output.Should().Contain("1 post by 1 account");
        var empty = Run("CampaignReport", "--profile", profile, "--window", "2026-07", posts);
        empty.Output.Should().BeEmpty();
        empty.Error.Should().Contain("nobody posted for the campaign \"caps\" in July 2026");
    }

    [Theory]
    [InlineData("ChatReport", "--chat: the profile has no \"other\"; it has care-social", "--chat", "other")]
    [InlineData("CampaignReport", "--campaign: the profile has no \"other\"; it has million-choices", "--campaign", "other")]
    [InlineData("ChatReport", "--format: \"pdf\" is not known; known are html, fragment, text, markdown", "--format", "pdf")]
    [InlineData("CampaignReport", "--window: 'soon' is not a window", "--window", "soon")]
    [InlineData("CampaignReport", "none.jsonl: there is no such file", "none.jsonl")]
    [InlineData("CampaignReport", "none.jsonl: ", "--supporters", "none.jsonl")]
    [InlineData("ChatReport", "--colour: there is no such file", "--colour")]
    public void Wrong_arguments_end_with_their_message_and_code_2(string program, string message, params string[] arguments)
    {
        var run = Run(program, arguments);

        run.ExitCode.Should().Be(2, run.Error);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
    }

    private static int AnswersOf(IElement heading)
    {
        var next = heading.NextElementSibling;
        while (next is not null && next.LocalName is not ("ul" or "h2")) next = next.NextElementSibling;
        return next is { LocalName: "ul" } ? next.Children.Length : 0;
    }

    private IDocument Page(string name) => new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(_folder.Path, name)));

    private SampleResult Run(string program, params string[] arguments) => SampleProgram.Run(program, [.. arguments, "--out", _folder.Path]);
}

using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Triage;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Rendering;

/// <summary>What a reader with two minutes finds on the page, and what does not stand in the way.</summary>
public sealed class PageTests
{
    private static readonly ReplyAdvice Publicly = new(ReplyAction.ReplyPublicly, "It is about the service: say what happens next.", []);
    private static readonly ReplyAdvice Survey = new(ReplyAction.DoNotReply, "It is an anonymous survey answer.", []);

    [Fact]
    public void A_post_is_quoted_once_however_many_sections_it_belongs_to()
    {
        var text = Text(Build(
        [
            Make("1", "Dembe taught me to walk again and was kind.", star: [(StarPoint.RoleCounts, StarDirection.Strengthens, "Dembe"), (StarPoint.Development, StarDirection.Strengthens, "taught")]),
            Make("2", "A clean ward, and safe.", author: "b", star: [(StarPoint.RoleCounts, StarDirection.Strengthens, "clean")]),
            Make("3", "Our nurses passed their course.", voice: Voice.Staff, author: "c", star: [(StarPoint.RoleCounts, StarDirection.Strengthens, "nurses")]),
        ]));

        Count(text, "“Dembe taught me to walk again and was kind.” —").Should().Be(1);
        Count(text, "“Our nurses passed their course.”").Should().Be(1, "a colleague's post that shows the star is not told again");
        text.Should().Contain("Going well: “Dembe taught me to walk again and was kind.” (from a post quoted above)", "each count keeps the sentence that shows it");
    }

    [Fact]
    public void A_sentence_that_shows_two_points_is_quoted_for_the_first()
    {
        var text = Text(Build([Make("1", "Matron came herself and made it safe.", star: [(StarPoint.Leadership, StarDirection.Strengthens, "Matron"), (StarPoint.HealthyAndSafe, StarDirection.Strengthens, "safe")])]));

        text.Should().Contain("Management and leadership ------------------------- - Going well: “Matron came herself and made it safe.” (from a post quoted above)")
            .And.Contain("Going well: the words quoted under Management and leadership");
    }

    [Fact]
    public void The_surest_sentence_is_the_evidence_and_what_is_unsure_is_counted_and_not_quoted()
    {
        var (sure, fair, unsure) = ("Matron listened to all of us.", "My manager gave me time to learn.", "The chairs were bought by the Friends.");
        var digest = Build(
        [
            Make("1", fair, voice: Voice.Staff, author: "a", star: [(StarPoint.Leadership, StarDirection.Strengthens, "manager")], confidence: 0.7),
            Make("2", sure, voice: Voice.Staff, author: "b", star: [(StarPoint.Leadership, StarDirection.Strengthens, "Matron")], confidence: 0.95),
            Make("3", unsure, voice: Voice.Staff, author: "c", star: [(StarPoint.Involvement, StarDirection.Weakens, "chairs")], label: SentimentLabel.Neutral, confidence: 0.59),
        ]);
        var text = Text(digest);

        text.Should().Contain("Going well: “Matron listened").And.NotContain("Going well: “My manager").And.NotContain("Could be better: “");
        text.Should().Contain("A say in decisions: could be better 1").And.Contain("Counted, but told by no sentence plain enough to quote: A say in decisions.");
        DigestRenderer.Json.Render(digest).Should().Contain("\"confidence\": 0.59", "every count opens to its evidence");
    }

    [Fact]
    public void Only_what_stands_above_is_said_to_be_quoted_above()
    {
        var text = Text(Build(
        [
            Make("1", "My manager gave me a day a week to learn.", voice: Voice.Staff, author: "a", star: [(StarPoint.Leadership, StarDirection.Strengthens, "manager"), (StarPoint.Development, StarDirection.Strengthens, "learn")], confidence: 0.95),
            Make("2", "Congratulations, now in training.", voice: Voice.Staff, author: "b", star: [(StarPoint.Development, StarDirection.Strengthens, "training")], confidence: 0.7),
        ]));

        text.Should().Contain("Learning and development ------------------------ - Going well: “Congratulations, now in training.” (b on X, 10 November)");
    }

    [Fact]
    public void Criticism_is_no_example_of_what_goes_well()
    {
        var text = Text(Build(
        [
            Critical("1", "Sent away on my only break.", Publicly, (StarPoint.HealthyAndSafe, StarDirection.Strengthens, "break")),
            Make("2", "A quiet room for breaks.", voice: Voice.Staff, author: "b", star: [(StarPoint.HealthyAndSafe, StarDirection.Strengthens, "breaks")], confidence: 0.7),
        ]));

        text.Should().Contain("Going well: “A quiet room for breaks.”").And.NotContain("Going well: “Sent away");
    }

    [Fact]
    public void A_sentence_that_stands_above_is_pointed_at_and_not_told_again()
    {
        const string Long = "The night sister sat with my mother until four in the morning and told her about the sheep on the fell behind the house.";
        var text = Text(Build([Make("1", Long, star: [(StarPoint.RoleCounts, StarDirection.Strengthens, "sister")])]));

        Count(text, "behind the house").Should().Be(1);
        text.Should().Contain("Going well: “The night sister sat with my mother until four in the morning").And.Contain("…” (from a post quoted above)");
    }

    [Fact]
    public void What_is_said_of_replies_is_said_once()
    {
        var text = Text(Build(
        [
            Critical("1", "The wait was long.", Publicly),
            Critical("2", "The tea was cold.", Publicly),
            Critical("3", "No chairs.", Survey),
            Critical("4", "No signs.", Survey),
        ]));

        Count(text, "etter not to reply").Should().Be(1);
        Count(text, "It is an anonymous").Should().Be(0);
        Count(text, "Each is an anonymous survey answer.").Should().Be(1);
        Count(text, "say what happens next").Should().Be(1);
    }

    [Fact]
    public void Names_of_people_and_places_of_the_trust_are_no_topic()
    {
        var digest = Build([.. Enumerable.Range(0, 12).Select(i => Make($"m{i}", $"Dembe Raistrick warmed the blankets at Fellside, number {i}.", author: $"a{i}"))]);

        digest.Words.Select(word => word.Name).Should().Contain("blankets").And.NotContain(["dembe", "raistrick", "fellside"]);
    }

    [Fact]
    public void One_post_has_no_chart_and_no_shares_and_a_month_of_empty_days_no_rows_for_them()
    {
        var one = Text(Build([Make("1")]));
        one.Should().NotContain("#").And.NotContain("LISTENING FIGURES").And.Contain("mentioned the trust once this week: it was positive.");

        var month = Text(Build([.. Enumerable.Range(0, 12).Select(i => Make($"m{i}", $"Thank you, number {i}.", author: $"a{i}", at: At(9 + (i % 2))))], window: DigestWindow.Month(2026, 11)));
        month.Should().Contain("(days without posts left out)").And.Contain("Monday 9 November 6").And.NotContain("Sunday 1 November");
    }

    [Fact]
    public void Where_no_author_and_no_time_is_known_nothing_is_said_of_them()
    {
        var feedback = Enumerable.Range(0, 8).Select(i =>
        {
            var made = Make($"s{i}", $"The driver was kind, number {i}.", author: null, platform: Platform.Survey);
            return made with { Mention = made.Mention with { Published = null, PublishedOn = new(2026, 11, 10) } };
        });
        var text = Text(Build(feedback));

        text.Should().Contain("Sentiment (warm to critical): 8 to 0").And.NotContain("Strength").And.NotContain("Passion").And.NotContain("Reach (");
        text.Should().Contain("(survey, 10 November)");
    }

    [Fact]
    public void Advice_that_many_share_is_given_once()
    {
        var text = Text(Build(
        [
            Critical("1", "The wait was long.", Publicly),
            Critical("2", "The lights were on all night.", Publicly),
            Critical("3", "Cold tea.", Survey),
        ]));

        Count(text, "say what happens next").Should().Be(1);
        text.Should().Contain("2 posts: reply where others can see it. Each is about the service: say");
        text.Should().Contain("Better not to reply. It is an anonymous survey answer.");
        Count(text, "picked").Should().Be(1).And.Be(Count(text, "Nobody seems to have picked them up yet."), "that nobody has answered is said once for all");
    }

    [Fact]
    public void What_is_answered_is_told_from_what_still_waits()
    {
        var text = Text(Build(
        [
            Critical("1", "The wait was long.", Publicly),
            Critical("2", "The lights were on all night.", Publicly),
            Make("3", "Sorry to hear it.", SentimentLabel.Neutral, voice: Voice.Trust, author: "trust", replyTo: "1"),
        ]));

        text.Should().Contain("Somebody has picked up 1; 1 still waits for an answer.");
        Count(text, "Somebody has picked this up").Should().Be(1);
    }

    [Fact]
    public void There_is_a_way_to_what_is_not_quoted()
    {
        var digest = Build(
        [
            .. Enumerable.Range(0, 30).Select(i => Make($"p{i}", $"Thank you number {i}, you were all so kind to us.", author: $"a{i}")),
            .. Enumerable.Range(0, 30).Select(i => Critical($"c{i}", $"The wait in queue {i} was far too long for anybody.", Publicly)),
        ]);

        digest.Praise.Should().HaveCount(6);
        digest.MorePraise.Should().HaveCount(24);
        digest.Learn.Should().HaveCount(6);
        digest.MoreToLearn.Should().HaveCount(24);
        var text = Text(digest);
        text.Should().Contain("More praise, in brief").And.Contain("More to learn from, in brief");
        Count(text, "18 more stand in the spreadsheet form (CSV) of this digest.").Should().Be(2);
        var csv = DigestRenderer.Csv.Render(digest);
        for (var i = 0; i < 30; i++) csv.Should().Contain($"Thank you number {i},").And.Contain($"queue {i} ");
    }

    [Theory]
    [InlineData(DigestTone.Balanced, true)]
    [InlineData(DigestTone.Improve, false)]
    public void Tone_decides_what_comes_first(DigestTone tone, bool praiseFirst)
    {
        var text = Text(Build([Make("1"), Critical("2", "The wait was long.", Publicly)], Toned(tone)));

        (text.IndexOf("PRAISE TO PASS ON", StringComparison.Ordinal) < text.IndexOf("WHAT WE CAN LEARN", StringComparison.Ordinal)).Should().Be(praiseFirst);
    }

    [Fact]
    public void A_digest_that_celebrates_counts_criticism_and_quotes_none_in_any_form()
    {
        var digest = Build(
            [
                Make("1"),
                Critical("2", "The wait was dreadful.", Publicly, (StarPoint.HealthyAndSafe, StarDirection.Weakens, "dreadful"), (StarPoint.Leadership, StarDirection.Strengthens, "dreadful")),
            ],
            Toned(DigestTone.Celebrate));

        digest.Counts.Negative.Should().Be(1);
        digest.Star.Sum(point => point.Weakened).Should().Be(1);
        foreach (var format in DigestRenderer.Formats) DigestRenderer.Create(format).Render(digest).Should().NotContain("dreadful", format);
        Text(digest).Should().Contain("1 critical post is counted here and not quoted.");
    }

    [Fact]
    public void Only_the_sections_that_are_wanted_are_there_and_always_what_was_left_out()
    {
        var wanted = Audience.Of(new AudienceOptions { Id = "t", Scope = AudienceScope.Trust, Sections = ["praise"] });
        var text = Text(Build([Make("1"), Critical("2", "The wait was long.", Publicly)], wanted));

        text.Should().Contain("PRAISE TO PASS ON").And.Contain("WHAT IS NOT IN THIS DIGEST").And.Contain("mentioned the trust twice");
        text.Should().NotContain("WHAT WE CAN LEARN").And.NotContain("LISTENING FIGURES").And.NotContain("STAR");
    }

    [Fact]
    public void Every_section_key_a_profile_may_name_is_a_section_of_the_page()
    {
        DigestSections.All.Should().OnlyHaveUniqueItems();
        var document = DigestDocument.Of(FullDigest(quote: "Thank you all so much.", more: 1), new DigestBranding());

        document.Sections.Select(section => section.Key).Should().BeSubsetOf(DigestSections.All);
        DigestSections.All.Except(document.Sections.Select(section => section.Key)).Should().BeSubsetOf([DigestSections.Peaks], "all but peaks, which need a history, are in a full digest");
    }

    [Theory]
    [InlineData("&\"")]
    [InlineData("👩‍👩‍👧‍👦 ")]
    [InlineData("the ward was kind and the tea was warm ")]
    [InlineData("医院")]
    public void A_page_stays_under_what_mail_programs_cut_off_with_everything_at_its_limits(string words)
    {
        var quote = string.Concat(Enumerable.Repeat(words, 4_000 / words.Length));
        var digest = FullDigest(quote, more: 60);
        var pages = new[] { DigestRenderer.Html.Render(digest), DigestRenderer.HtmlFragment.Render(digest) };

        foreach (var page in pages)
        {
            Encoding.UTF8.GetByteCount(page).Should().BeLessThanOrEqualTo(100_000);
            var body = new HtmlParser().ParseDocument(page).Body!.Text();
            body.Should().Contain("This page was shortened").And.Contain("What we can learn").And.Contain("What is not in this digest");
        }

        DigestRenderer.Json.Render(digest).Length.Should().BeGreaterThan(100_000, "what the page leaves out is not lost");
    }

    [Fact]
    public void A_page_that_is_short_enough_is_left_as_it_is() =>
        DigestRenderer.Html.Render(Build([Make("1")])).Should().NotContain("This page was shortened");

    /// <summary>A digest with something in every section, and with as much of it as options allow.</summary>
    internal static Digest FullDigest(string quote, int more)
    {
        var link = "https://fellside.example/" + new string('a', 1_900);
        var profile = Profile with
        {
            Trust = Profile.Trust with { Name = "Fellside NHS Trust" },
            Campaigns = [.. Enumerable.Range(0, more).Select(i => new Campaign($"c{i}", "Campaign " + quote, $"Campaign{i}", null, null))],
            Chats = [.. Enumerable.Range(0, more).Select(i => new Chat($"h{i}", "Chat " + quote, $"Chat{i}"))],
            Audiences = [new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust, RankAuthors = true }],
        };
        var options = new DigestOptions
        {
            Praise = Math.Min(50, more),
            Opportunities = Math.Min(50, more),
            QuoteLength = 2_000,
            Improvements = [.. Enumerable.Range(0, more).Select(i => new ImprovementStep { Concern = $"k{i}", Stage = ImprovementStage.Made, On = new(2026, 11, 10), Note = quote })],
            Achievements = [.. Enumerable.Range(0, more).Select(i => new Achievement { Kind = AchievementKind.Award, Who = "Ward 7", What = quote + i, On = new(2026, 11, 10) })],
            Themes = [.. Enumerable.Range(0, more).Select(i => new CampaignTheme { Campaign = $"c{i}", Question = quote, Summary = quote })],
            Supporters = [.. Enumerable.Range(0, more).Select(i => new CampaignSupporter($"c{i}", "college", 630_000))],
        };
        var feedback = new List<Feedback>();
        for (var i = 0; i < more * 3; i++)
        {
            var star = Enum.GetValues<StarPoint>().SelectMany(point => new[] { (point, StarDirection.Strengthens, "Thank"), (point, StarDirection.Weakens, "Thank") }).ToArray();
            var campaigns = new[] { $"c{i % more}", $"h{i % more}" };
            string[] tags = [$"Tag{i}"], links = [$"{link}/{i}"];
            feedback.Add(Make($"p{i}", $"Thank you {i}. Q{1 + (i % 9)} {quote}", title: quote, author: $"author {i}", link: link, links: links, hashtags: tags, followers: 9, likes: i, star: star, campaigns: campaigns, people: ["dembe"], teams: ["ward-7"]));
            feedback.Add(Make($"n{i}", $"Thank nobody {i}. {quote}", SentimentLabel.Negative, title: quote, author: $"author {i}", star: star, campaigns: campaigns, teams: ["ward-7"], reply: new ReplyAdvice(ReplyAction.ReplyPublicly, $"It is number {i}.", [])));
            feedback.Add(Make($"s{i}", $"Thank us all {i}. We won an award. {quote}", voice: Voice.Staff, author: $"colleague {i}", link: link, star: star, campaigns: campaigns));
        }

        return Build(feedback, options: options, profile: profile);
    }

    private static Feedback Critical(string id, string text, ReplyAdvice reply, params (StarPoint, StarDirection, string)[] star) =>
        Make(id, text, SentimentLabel.Negative, author: "critic " + id, reply: reply, star: star);

    private static Audience Toned(DigestTone tone) => Audience.Of(new AudienceOptions { Id = "t", Scope = AudienceScope.Trust, Tone = tone });

    // As it reads, wherever the lines break.
    private static string Text(Digest digest) => string.Join(' ', DigestRenderer.Text.Render(digest).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}

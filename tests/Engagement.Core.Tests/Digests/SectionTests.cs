using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Digests;

public sealed class SectionTests
{
    [Fact]
    public void The_best_liked_posts_of_a_chat_are_of_its_own_hours()
    {
        string[] chat = ["chat"];
        var digest = Build(
        [
            Make("a1", "A1: Time and tea. #FellChat", at: At(11, 20, 7), author: "ann", campaigns: chat, likes: 4),
            Make("a2", "A1 A chair by the bed #FellChat", at: At(11, 20, 9), author: "bob", campaigns: chat, likes: 2),
            Make("after", "A1 Still talking #FellChat", at: At(11, 21, 2), author: "cat", campaigns: chat, likes: 3),
            Make("friday", "What a chat that was #FellChat", at: At(13, 9, 0), author: "dan", campaigns: chat, likes: 90),
        ]);

        digest.Chats.Single().Quotes.Select(quote => quote.Id).Should().Equal("a1", "after", "a2");
    }

    [Fact]
    public void A_chat_threads_answers_under_their_questions()
    {
        string[] chat = ["chat"];
        var digest = Build(
        [
            Make("q1", "Q1 What helps you listen? #FellChat", SentimentLabel.Neutral, At(11, 20, 5), Voice.Trust, "host", campaigns: chat),
            Make("q1again", "Q1 again: what helps you listen? #FellChat", SentimentLabel.Neutral, At(11, 20, 9), Voice.Trust, "host", campaigns: chat),
            Make("a1", "A1: Time and tea. #FellChat", at: At(11, 20, 7), author: "ann", campaigns: chat, likes: 4),
            Make("late", "A1 A chair by the bed #FellChat", at: At(11, 21, 7), author: "bob", campaigns: chat, likes: 9),
            Make("reply", "Agreed! #FellChat", at: At(11, 21, 8), author: "cat", campaigns: chat, replyTo: "late"),
            Make("a2", "A2 Sleep. #FellChat", at: At(11, 21, 9), author: "dan", campaigns: chat),
            Make("aside", "Hello all #FellChat", at: At(11, 20, 1), author: "eve", campaigns: chat),
        ]);
        var figures = digest.Chats.Single();
        (figures.Posts, figures.Participants, figures.Hours, figures.BusiestHour).Should().Be((7, 6, 2, 4));
        figures.Questions.Select(question => question.Number).Should().Equal(1, 2);
        figures.Questions[0].Question!.Id.Should().Be("q1");
        figures.Questions[0].Answers.Select(answer => answer.Id).Should().Equal("a1", "late", "reply");
        figures.Questions[1].Question.Should().BeNull("it was not read");
        figures.Transcript.Select(post => post.Id).Should().Equal("aside", "q1", "a1", "q1again", "late", "reply", "a2");
        figures.Quotes.Select(quote => quote.Id).Should().Equal("late", "a1");
    }

    [Fact]
    public void A_campaign_keeps_reach_and_potential_reach_apart()
    {
        string[] heroes = ["heroes"];
        var options = new DigestOptions
        {
            Supporters = [new CampaignSupporter("heroes", "college", 500_000), new CampaignSupporter("heroes", "College", 400_000), new CampaignSupporter("heroes", "union", 130_000), new CampaignSupporter("other", "x", 1)],
            Themes = [new CampaignTheme { Campaign = "heroes", Question = "Who made your day?", AgreedToBeNamed = ["ann", "nobody"] }],
        };
        var builder = new DigestBuilder(Profile, Audience.Trust(), Week, options);
        builder.Add(Make("1", "I pledge to listen", at: At(9), author: "ann", followers: 100, campaigns: heroes));
        builder.Add(Make("2", "We love this", at: At(10), author: "bob", followers: 50, campaigns: heroes));
        builder.Add(Make("3", "More of it", at: At(10), author: "ann", followers: 100, campaigns: heroes));
        builder.Add(new ReadOutcome { Feedback = Make("4", "I pledge to listen", at: At(10), author: "cat", followers: null, campaigns: heroes), RepeatOf = "1" });
        var figures = builder.Build().Campaigns.Single();
        (figures.Posts, figures.Participants, figures.Pledges).Should().Be((4, 3, 1));
        (figures.Impressions, figures.Reach, figures.ParticipantsUnknown).Should().Be((250, 150, 1));
        (figures.Supporters, figures.PotentialReach).Should().Be((2, 630_000));
        figures.PeakDay.Should().Be(new DigestCount("2026-11-10", 3));
        figures.Thanked.Should().Equal("ann");
    }

    [Fact]
    public void Another_version_of_a_post_reaches_nobody_and_a_copy_does()
    {
        Digest With(RepeatKind kind)
        {
            var builder = new DigestBuilder(Profile, Audience.Trust(), Week);
            builder.Add(Make("1", "We love this", at: At(9), author: "ann", followers: 100));
            builder.Add(new ReadOutcome { Feedback = Make("1", "We love that", at: At(9), author: "ann", followers: 100), RepeatOf = "1", RepeatKind = kind });
            return builder.Build();
        }

        var (version, copy) = (With(RepeatKind.Version), With(RepeatKind.Copy));
        (version.LeftOut.Repeats, version.Reach.Impressions).Should().Be((1, 100));
        (copy.LeftOut.Repeats, copy.Reach.Impressions).Should().Be((1, 200));
        version.Revision.Should().NotBe(copy.Revision, "they are two digests");
    }

    [Fact]
    public void An_hour_is_a_peak_only_against_enough_earlier_weeks_and_names_what_drove_it()
    {
        List<Feedback> Posts(int weeks)
        {
            var posts = new List<Feedback>();
            var number = 0;
            for (var week = 1; week <= weeks; week++)
            {
                for (var i = 0; i < 2; i++) posts.Add(Make($"h{number}", at: new LocalDateTime(2026, 11, 11, 20, 0).PlusWeeks(-week).InZoneStrictly(London).ToInstant(), author: $"a{number++}"));
            }

            for (var i = 0; i < 12; i++) posts.Add(Make($"p{i}", "Snow closed the bridge and staff walked in", at: At(11, 20, i), author: $"b{i}"));
            for (var i = 0; i < 5; i++) posts.Add(Make($"q{i}", at: At(12, 9 + i), author: $"c{i}"));
            return posts;
        }

        Build(Posts(3)).Peaks.Should().BeEquivalentTo(new PeakFigures { WeeksOfHistory = 3 });
        var peaks = Build(Posts(5)).Peaks;
        peaks.WeeksOfHistory.Should().Be(5);
        var hour = peaks.Peaks.Single(peak => !peak.IsDay);
        hour.Start.Should().Be(new LocalDateTime(2026, 11, 11, 20, 0));
        // Median 2, no deviation: the scale is the square root of 2; (12 - 2) / 1.4142 = 7.07.
        (hour.Mentions, hour.Usual, hour.RobustZ).Should().Be((12, 2, 707));
        hour.Words.Should().Contain(["snow", "bridge"]);
        hour.Posts.Should().OnlyContain(post => post.Text.Contains("Snow"));
        peaks.Peaks.Should().Contain(peak => peak.IsDay && peak.Start.Date == new LocalDate(2026, 11, 11));
    }

    [Fact]
    public void The_loop_counts_concerns_that_led_to_a_change_by_the_end_of_the_window()
    {
        ImprovementStep Step(string concern, ImprovementStage stage, int month, int day, string? note = null, string? team = null) =>
            new() { Concern = concern, Stage = stage, On = new LocalDate(2026, month, day), Note = note, Team = team };
        var options = new DigestOptions
        {
            Improvements =
            [
                Step("tea", ImprovementStage.Made, 11, 10, "Flasks on every trolley", "ward-7"),
                Step("tea", ImprovementStage.Raised, 10, 1, "Cold tea", "ward-7"),
                Step("noise", ImprovementStage.Raised, 11, 2, "Noise at night", "bay-b"),
                Step("noise", ImprovementStage.Made, 11, 20, "Soft shoes"),
                Step("parking", ImprovementStage.Confirmed, 10, 5, "Parking", "maternity"),
            ],
        };
        var loop = Build([], Audience.Team("ward-7"), options: options).Loop!;
        (loop.Raised, loop.Changed, loop.Confirmed).Should().Be((2, 1, 0));
        loop.Concerns.Select(concern => (concern.Name, concern.Stage, concern.Moved)).Should().Equal(("Cold tea", ImprovementStage.Made, true), ("Noise at night", ImprovementStage.Raised, false));
        loop.Concerns[0].Note.Should().Be("Flasks on every trolley");
        (Build([], options: options).Loop!.Raised, Build([], Audience.Person("dembe"), options: options).Loop).Should().Be((3, null));
    }

    [Theory]
    [InlineData("won the regional nursing award")]
    [InlineData("🏆 award for 👩‍👩‍👧‍👦 family care")]
    [InlineData("a very long story of how the whole team, over many years and through floods, snow and three moves of building, kept every clinic open, learned sign language, wrote a book of songs with the children, and in the end was asked to tell it all in London before an audience of four thousand people who stood up and sang")]
    public void Ready_texts_fit_every_platform_as_it_counts(string what)
    {
        var options = new DigestOptions { Achievements = [new Achievement { Kind = AchievementKind.Award, Who = "Bluebell Ward", What = what, On = new LocalDate(2026, 11, 12) }] };
        var posts = Build([], options: options).Celebrate.Single().Posts;
        posts.Select(post => post.Platform).Should().Equal(Platform.X, Platform.Bluesky, Platform.Mastodon);
        posts.Should().OnlyContain(post => post.Length <= post.Most && post.Text.StartsWith("Congratulations, Bluebell Ward: "));
        XLength.Of(posts[0].Text).IsValid.Should().BeTrue();
        PostLength.FitsBluesky(posts[1].Text).Should().BeTrue();
        PostLength.FitsMastodon(posts[2].Text).Should().BeTrue();
    }

    [Fact]
    public void Colleagues_news_is_found_by_its_words_and_shown_once()
    {
        var digest = Build(
        [
            Make("1", "So proud: our porter Len retires after 30 years of service.", voice: Voice.Staff, author: "helenaroxburn"),
            Make("2", "Our team won the county award!", label: SentimentLabel.Negative, voice: Voice.Staff, author: "b"),
            Make("3", "Lovely day.", voice: Voice.Staff, author: "c"),
        ]);
        digest.Celebrate.Single().Found!.Id.Should().Be("1");
        digest.Celebrate.Single().Kind.Should().Be(AchievementKind.Thanks, "the first words of note are 'so proud'");
        digest.Colleagues.Select(item => item.Id).Should().Equal("3");
    }

    [Fact]
    public void Leaders_come_before_colleagues()
    {
        var digest = Build([Make("1", voice: Voice.Staff, author: "DembeR", likes: 90), Make("2", voice: Voice.Staff, author: "helenaroxburn")]);
        digest.Colleagues.Select(item => item.Id).Should().Equal("2", "1");
    }

    [Fact]
    public void Authors_are_listed_only_where_the_audience_may_see_it()
    {
        Feedback[] feedback = [Make("1", author: "ann"), Make("2", author: "ann"), Make("3", author: "bob")];
        Build(feedback).Authors.Should().BeEmpty();
        var ranked = Audience.Of(new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust, RankAuthors = true });
        Build(feedback, ranked).Authors.Should().Equal(new DigestCount("ann", 2), new DigestCount("bob", 1));
    }
}

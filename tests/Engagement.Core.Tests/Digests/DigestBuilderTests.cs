using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Privacy;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Text;
using Engagement.Triage;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Digests;

public sealed class DigestBuilderTests
{
    [Fact]
    public void The_trust_sees_everything_a_team_what_is_routed_to_it_or_its_parts_a_person_what_names_them()
    {
        Feedback[] feedback =
        [
            Make("1", teams: ["ward-7"]),
            Make("2", teams: ["bay-b"], author: "b"),
            Make("3", teams: ["maternity"], author: "c"),
            Make("4", people: ["dembe"], author: "d"),
            Make("5", author: "e"),
        ];
        Build(feedback).Counts.Mentions.Should().Be(5);
        Build(feedback, Audience.Team("ward-7")).Counts.Mentions.Should().Be(2);
        Build(feedback, Audience.Team("bay-b")).Counts.Mentions.Should().Be(1);
        Build(feedback, Audience.Person("dembe")).Counts.Mentions.Should().Be(1);
        Build(feedback, Audience.Team("ward-7")).LeftOut.Elsewhere.Should().Be(3);
    }

    [Fact]
    public void A_team_that_the_profile_does_not_have_is_named_with_those_it_has()
    {
        var act = () => new DigestBuilder(Profile, Audience.Team("ward-8"), Week);
        act.Should().Throw<ArgumentException>().WithMessage("*no team 'ward-8'*ward-7, bay-b, maternity*");
    }

    [Fact]
    public void Two_audiences_of_one_team_have_digests_of_their_own_ids()
    {
        var profile = Profile with
        {
            Audiences =
            [
                new AudienceOptions { Id = "board", Scope = AudienceScope.Trust },
                new AudienceOptions { Id = "trust", Scope = AudienceScope.Trust, RankAuthors = true },
                new AudienceOptions { Id = "ward-7-board", Scope = AudienceScope.Team, Of = "ward-7" },
            ],
        };
        string IdOf(Audience audience) => new DigestBuilder(profile, audience, Week).Id;

        IdOf(Audience.Trust()).Should().Be("fellside_trust_2026-11-09_2026-11-16", "the plain audience is the one that bears its name");
        IdOf(Audience.Of(profile.Audiences[0])).Should().Be("fellside_trust_board_2026-11-09_2026-11-16");
        IdOf(Audience.Of(profile.Audiences[2])).Should().Be("fellside_team-ward-7_ward-7-board_2026-11-09_2026-11-16");
    }

    [Fact]
    public void A_window_holds_its_first_instant_and_not_its_last()
    {
        var week = Week.Resolve(London);
        Feedback[] feedback =
        [
            Make("start", at: week.Start),
            Make("last", at: week.End - Duration.FromNanoseconds(100)),
            Make("end", at: week.End),
            Make("before", at: week.Start - Duration.FromNanoseconds(100)),
        ];
        var digest = Build(feedback);
        digest.Counts.Mentions.Should().Be(2);
        digest.LeftOut.OutsideWindow.Should().Be(2);
        digest.Previous!.Mentions.Should().Be(1);
    }

    [Fact]
    public void What_was_read_is_shown_or_left_out_with_one_reason_each()
    {
        var builder = new DigestBuilder(Profile, Audience.Team("ward-7"), Week, new DigestOptions
        {
            Approval = ApprovalPolicy.HoldNegative,
            Approvals = [new ApprovalDecision("rejected", ApprovalState.Rejected, "comms", At(11)), new ApprovalDecision("approved", ApprovalState.Approved, "comms", At(11))],
        });
        string[] ward = ["ward-7"];
        builder.Add(Make("shown", teams: ward));
        builder.Add(Make("elsewhere"));
        builder.Add(Make("urgent", teams: ward, severity: 4));
        builder.Add(new ReadOutcome { Feedback = Make("undelivered", teams: ward, severity: 5), UndeliveredBecause = new InvalidOperationException() });
        builder.Add(Make("held", teams: ward, label: SentimentLabel.Negative));
        builder.Add(Make("approved", teams: ward, label: SentimentLabel.Negative));
        builder.Add(Make("rejected", teams: ward));
        builder.Add(Make("outside", teams: ward, at: At(20)));
        var undated = Make("undated", teams: ward);
        builder.Add(undated with { Mention = undated.Mention with { Published = null } });
        builder.Add(undated with { Mention = undated.Mention with { DateIsDoubtful = true } });
        var notice = new Notice(NoticeKind.JobAdvert, "job-hiring", []);
        builder.Add(Make("advert", teams: ward) with { Notice = notice });
        builder.Add(Make("staff-advert", teams: ward, voice: Voice.Staff) with { Notice = notice });
        builder.Add(new ReadOutcome { Feedback = Make("repeat", teams: ward), RepeatOf = "shown" });
        builder.Add(new ReadOutcome { Problem = new SourceProblem("file", "line 3", "broken") });
        var digest = builder.Build();

        digest.LeftOut.Should().BeEquivalentTo(new LeftOut
        {
            Read = 14,
            Elsewhere = 1,
            Urgent = 2,
            Undelivered = 1,
            AwaitingApproval = 1,
            Rejected = 1,
            OutsideWindow = 1,
            Undated = 1,
            Doubtful = 1,
            Notices = 1,
            Repeats = 1,
            Problems = 1,
            Awaiting = ["held"],
        });
        digest.Counts.Mentions.Should().Be(3, "what a team makes known itself is its news");
        (digest.Counts.Mentions + digest.LeftOut.Total).Should().Be(digest.LeftOut.Read);
        digest.Praise.Single().Times.Should().Be(2, "the repeat counts with its original");
    }

    [Fact]
    public void A_mention_with_only_a_date_is_in_its_day_and_in_no_figure_by_the_hour()
    {
        var feedback = Make("1");
        feedback = feedback with { Mention = feedback.Mention with { Published = null, PublishedOn = new LocalDate(2026, 11, 15) } };
        var digest = Build([feedback]);
        digest.Counts.Mentions.Should().Be(1);
        digest.Days.Single(day => day.Name == "2026-11-15").Count.Should().Be(1);
        digest.Listening.LastDay.Should().Be(0);
        digest.Listening.LastMention.Should().BeNull();
        digest.Praise.Single().At.Should().BeNull();
        digest.Praise.Single().On.Should().Be(new LocalDate(2026, 11, 15));
    }

    [Fact]
    public void Only_the_public_praises_and_criticizes()
    {
        var digest = Build(
        [
            Make("public", author: "a"),
            Make("staff", voice: Voice.Staff, author: "b"),
            Make("trust", voice: Voice.Trust, author: "c"),
            Make("press", voice: Voice.Press, author: "d", label: SentimentLabel.Negative),
            Make("grumble", voice: Voice.Staff, author: "e", label: SentimentLabel.Negative),
        ]);
        digest.Praise.Should().ContainSingle().Which.Id.Should().Be("public");
        digest.Learn.Should().BeEmpty();
        digest.Colleagues.Select(item => item.Id).Should().BeEquivalentTo("staff", "trust", "press");
        digest.Counts.Mentions.Should().Be(5);
        digest.Voices.Select(figures => figures.Counts.Mentions).Should().Equal(1, 2, 1, 1);
    }

    [Fact]
    public void An_author_is_heard_once_in_praise_with_the_better_of_two()
    {
        var digest = Build(
        [
            Make("short", "Kind.", author: "mavis"),
            Make("long", "Sister sat with my dad all night and told him about the football until he slept.", author: "Mavis"),
            Make("other", author: "frank"),
        ]);
        digest.Praise.Select(item => item.Id).Should().Equal("long", "other");
    }

    [Fact]
    public void The_same_words_said_by_several_are_one_piece_of_praise_with_their_number()
    {
        var digest = Build(
        [
            Make("1", author: "a", repeatKey: "k"),
            Make("2", "The staff were kind!", author: "b", repeatKey: "k"),
            Make("3", author: "c"),
            Make("4", "They were lovely to us.", author: "d", repeatKey: "other"),
        ]);
        digest.Praise.Select(item => (item.Id, item.Times)).Should().BeEquivalentTo([("1", 3), ("4", 1L)]);
    }

    [Fact]
    public void A_bare_nothing_is_quoted_only_where_there_is_nothing_else()
    {
        Build([Make("1", "Nothing", author: "a"), Make("2", "They explained every step.", author: "b")]).Praise.Select(item => item.Id).Should().Equal("2");
        Build([Make("1", "Nothing", author: "a")]).Praise.Select(item => item.Id).Should().Equal("1");
    }

    [Fact]
    public void The_same_answer_of_many_is_one_thing_to_learn_from()
    {
        var digest = Build(Enumerable.Range(0, 30).Select(i => Make($"m{i}", "Waiting time", SentimentLabel.Negative, author: null, platform: Platform.Survey)));
        digest.Learn.Single().Mentions.Should().Be(30);
        digest.Learn.Single().Others.Should().BeEmpty("the same words add nothing");
    }

    [Fact]
    public void One_event_is_one_thing_to_learn_from()
    {
        var digest = Build(
        [
            Make("1", "The discharge lounge was freezing.", SentimentLabel.Negative, author: "a"),
            Make("2", "Same here, no blankets at all.", SentimentLabel.Negative, author: "b", replyTo: "1"),
            Make("3", "Freezing lounge again", SentimentLabel.Mixed, author: "c", links: ["https://gazette.example/news/lounge"]),
            Make("4", "Read this about the lounge", SentimentLabel.Negative, author: "d", links: ["https://gazette.example/news/lounge"], quoteOf: "2"),
            Make("5", "Parking is a disgrace.", SentimentLabel.Negative, author: "e", links: ["https://gazette.example/"]),
            Make("6", "Rude on the phone.", SentimentLabel.Negative, author: "f", links: ["https://gazette.example/"]),
        ]);
        digest.Learn.Should().HaveCount(3);
        digest.Learn[0].Mentions.Should().Be(4);
        digest.Learn.Skip(1).Should().OnlyContain(event_ => event_.Mentions == 1, "a shared front page makes no event");
    }

    [Fact]
    public void Criticism_names_neither_staff_nor_author_and_links_to_nobody()
    {
        var digest = Build(
        [
            Make(
                "https://x.example/mavis/1",
                "Dembe Raistrick was rude. @DembeR laughed. Dembe did not even look up.",
                SentimentLabel.Negative,
                author: "mavis",
                people: ["dembe"],
                link: "https://x.example/mavis/1"),
        ]);
        var item = digest.Learn.Single().Item;
        item.Text.Should().Be("[member of staff] was rude. [member of staff] laughed. [member of staff] did not even look up.");
        item.Author.Should().BeNull();
        item.Link.Should().BeNull();
        item.People.Should().BeEmpty();
        item.Id.Should().StartWith("ref-").And.NotContain("mavis");
    }

    [Theory]
    [InlineData("Dr Raistrick never came.", "[member of staff] never came.")]
    [InlineData("Nurse Raistrick and mr. raistrick", "[member of staff] and [member of staff]")]
    [InlineData("A Raistrick Road address", "A Raistrick Road address")]
    public void In_criticism_a_title_and_a_surname_are_a_name_too(string text, string expected) =>
        Build([Make("1", text, SentimentLabel.Negative)]).Learn.Single().Item.Text.Should().Be(expected);

    [Fact]
    public void Praise_keeps_first_names()
    {
        var item = Build([Make("1", "Dembe Raistrick made my dad laugh.", people: ["dembe"])]).Praise.Single();
        item.People.Should().Equal("Dembe");
        item.Text.Should().Be("Dembe made my dad laugh.");
    }

    [Theory]
    [InlineData("Sister Mary Jones", "Sister Mary Jones")]
    [InlineData("Dr Patel", "Dr Patel")]
    [InlineData("Len Skidbarrow", "Len")]
    [InlineData("Oonagh", "Oonagh")]
    public void A_first_name_is_the_first_unless_it_is_a_title(string name, string expected) => StaffNames.FirstName(name).Should().Be(expected);

    [Fact]
    public void What_is_redacted_is_shown_nowhere()
    {
        const string Original = "Call me on 01632 960001. The nurses were lovely and kind.";
        const string Shown = "Call me on [phone number]. The nurses were lovely and kind.";
        var digest = Build(
        [
            Make(
                "1",
                Shown,
                original: Original,
                redactions: [new Redaction(RedactionKind.Phone, new TextSpan(11, 23))],
                star: [(StarPoint.RoleCounts, StarDirection.Strengthens, "lovely")]),
        ]);
        digest.Redacted.Should().Be(1);
        digest.Praise.Single().Text.Should().Be(Shown);
        digest.Star.Single(point => point.Point == StarPoint.RoleCounts).StrengthenedBy.Single().Text
            .Should().Be("The nurses were lovely and kind.", "the sentence is found in the shown text, where gaps have other lengths");
        digest.Words.Should().NotContain(word => word.Name == "phone");
    }

    [Fact]
    public void The_star_counts_public_and_staff_and_tells_what_was_silent()
    {
        var praise = (StarPoint.Leadership, StarDirection.Strengthens, "kind");
        var digest = Build(
        [
            Make("1", star: [praise, praise], author: "a"),
            Make("2", star: [praise], voice: Voice.Staff, author: "b"),
            Make("3", star: [praise], voice: Voice.Trust, author: "c"),
            Make("4", star: [(StarPoint.Leadership, StarDirection.Weakens, "kind")], label: SentimentLabel.Negative, author: "d"),
        ]);
        var leadership = digest.Star.Single(point => point.Point == StarPoint.Leadership);
        leadership.Strengthened.Should().Be(2);
        leadership.Weakened.Should().Be(1);
        leadership.WeakenedBy.Single().Author.Should().BeNull();
        leadership.WeakenedBy.Single().Confidence.Should().Be(0.8);
        digest.Star.Count(point => point.IsSilent).Should().Be(4);
    }

    [Fact]
    public void Listening_figures_state_what_they_are_shares_of()
    {
        var digest = Build(
        [
            Make("1", at: At(9, 12), author: "a", followers: 100, teams: ["ward-7"]),
            Make("2", at: At(9, 13), author: "a", followers: 120, teams: ["ward-7"]),
            Make("3", at: At(15, 12), author: "b", followers: null, label: SentimentLabel.Negative, teams: ["ward-7"]),
            Make("4", at: At(15, 13), author: null, teams: ["ward-7"]),
            Make("5", at: At(15, 14), author: "z"),
        ],
            Audience.Team("ward-7"));
        var figures = digest.Listening;
        (figures.LastDay, figures.ReadInWindow).Should().Be((2, 5));
        (figures.Positive, figures.Negative).Should().Be((3, 1));
        (figures.ByReturningAuthors, figures.Authors, figures.WithAuthor).Should().Be((2, 2, 3));
        figures.LastMention.Should().Be(At(15, 13));
        figures.MinutesBetween.Should().Be(((6 * 24) + 1) * 60 / 3);
        digest.Reach.Should().BeEquivalentTo(new ReachFigures { Posts = 4, PostsUnknown = 2, Impressions = 220, Authors = 2, AuthorsUnknown = 1, Reach = 120 });
    }

    [Fact]
    public void An_empty_window_is_all_noughts_and_not_to_be_sent_unless_wanted()
    {
        var digest = Build([]);
        digest.ShouldSend.Should().BeFalse();
        digest.Counts.Mentions.Should().Be(0);
        digest.Previous.Should().BeNull();
        digest.Listening.MinutesBetween.Should().BeNull();
        var wanted = Audience.Of(new AudienceOptions { Id = "all", Scope = AudienceScope.Trust, SendWhenEmpty = true });
        Build([], wanted).ShouldSend.Should().BeTrue();
    }

    [Fact]
    public void An_urgent_mention_is_nowhere_in_the_digest()
    {
        var digest = Build([Make("1", "I will hurt myself tonight", SentimentLabel.Negative, severity: 5, hashtags: ["help"])]);
        digest.Counts.Mentions.Should().Be(0);
        digest.Learn.Should().BeEmpty();
        digest.Hashtags.Should().BeEmpty();
        digest.Words.Should().BeEmpty();
        digest.LeftOut.Urgent.Should().Be(1);
    }

    [Theory]
    [InlineData(19, 10, false)]
    [InlineData(20, 10, true)]
    public void A_share_is_given_only_of_enough(int of, int positive, bool given)
    {
        var feedback = Enumerable.Range(0, of).Select(i => Make($"m{i}", label: i < positive ? SentimentLabel.Positive : SentimentLabel.Negative, author: $"a{i}"));
        (Build(feedback).PositiveShare is not null).Should().Be(given);
    }

    [Theory]
    // Worked by hand from Wilson's formula, z = 1.96.
    [InlineData(10, 20, 50, 30, 70)]
    [InlineData(0, 20, 0, 0, 16)]
    [InlineData(90, 100, 90, 83, 94)]
    public void A_share_comes_with_its_uncertainty(long count, long of, int percent, int low, int high) =>
        ShareEstimate.Make(count, of).Should().Be(new ShareEstimate(count, of, percent, low, high));

    [Fact]
    public void The_latest_decision_holds_and_of_two_at_once_the_more_cautious()
    {
        DigestOptions With(params ApprovalDecision[] decisions) => new() { Approvals = decisions };
        ApprovalDecision Decide(ApprovalState state, int day) => new("1", state, "comms", At(day));
        Build([Make("1")], options: With(Decide(ApprovalState.Rejected, 10), Decide(ApprovalState.Approved, 11))).Counts.Mentions.Should().Be(1);
        Build([Make("1")], options: With(Decide(ApprovalState.Approved, 11), Decide(ApprovalState.Rejected, 10))).Counts.Mentions.Should().Be(1);
        Build([Make("1")], options: With(Decide(ApprovalState.Approved, 11), Decide(ApprovalState.Rejected, 11))).LeftOut.Rejected.Should().Be(1);
    }

    [Theory]
    [InlineData(ApprovalPolicy.ShowAll, new[] { "praise", "named", "mixed", "critical" })]
    [InlineData(ApprovalPolicy.HoldNegative, new[] { "praise", "named" })]
    [InlineData(ApprovalPolicy.HoldNamedPeople, new[] { "praise", "mixed", "critical" })]
    [InlineData(ApprovalPolicy.HoldAll, new string[0])]
    public void A_policy_holds_what_it_says_and_a_decision_overrules_it(ApprovalPolicy policy, string[] shown)
    {
        Feedback[] feedback =
        [
            Make("praise", author: "a"),
            Make("named", people: ["dembe"], author: "b"),
            Make("mixed", label: SentimentLabel.Mixed, author: "c"),
            Make("critical", label: SentimentLabel.Negative, author: "d"),
        ];

        var digest = Build(feedback, options: new DigestOptions { Approval = policy });

        digest.LeftOut.Awaiting.Should().BeEquivalentTo(feedback.Select(item => item.Mention.Id).Except(shown));
        digest.Counts.Mentions.Should().Be(shown.Length);
        var decided = new DigestOptions { Approval = policy, Approvals = [.. feedback.Select(item => new ApprovalDecision(item.Mention.Id, ApprovalState.Approved, "comms", At(12)))] };
        Build(feedback, options: decided).Counts.Mentions.Should().Be(4);
    }

    [Fact]
    public void The_last_24_hours_are_hours_that_passed_also_where_the_clock_was_put_back()
    {
        // On Sunday 25 October 2026 London's day has 25 hours: the last 24 of them begin at 1 in winter time.
        var window = DigestWindow.Week(2026, 10, 19);
        var end = window.Resolve(London).End;

        var digest = Build([Make("in", at: end - Duration.FromHours(24)), Make("out", at: end - Duration.FromHours(24) - Duration.FromNanoseconds(100))], window: window);

        (digest.Counts.Mentions, digest.Listening.LastDay).Should().Be((2, 1));
        new LocalDateTime(2026, 10, 25, 0, 30).InZoneStrictly(London).ToInstant().Should().BeLessThan(end - Duration.FromHours(24), "the first hour of the day is not among the last 24");
    }

    [Fact]
    public void Praise_that_tells_whom_and_what_comes_first_and_one_team_does_not_take_every_place()
    {
        const string Told = "They sat with my mum, explained every tablet and rang me the same evening, as they had said they would.";
        var digest = Build(
            [
                Make("vague", "This is a great hospital!", author: "a"),
                Make("told", Told, author: "b"),
                Make("team 1", Told + " One.", author: "c", teams: ["ward-7"]),
                Make("team 2", Told + " Two.", author: "d", teams: ["ward-7"]),
                Make("team 3", Told + " Three.", author: "e", teams: ["ward-7"]),
                Make("other", Told + " Four.", author: "f", teams: ["maternity"]),
                Make("person", Told + " Five.", author: "g", people: ["dembe"]),
            ],
            options: new DigestOptions { Praise = 4 });

        digest.Praise.Select(item => item.Id).Should().Equal("person", "other", "team 1", "team 2");
        digest.MorePraise.Select(item => item.Id).Should().Equal("team 3", "told", "vague");
    }

    [Fact]
    public void An_answer_from_the_trust_picks_a_concern_up()
    {
        Feedback[] feedback = [Make("1", label: SentimentLabel.Negative), Make("2", "Sorry to hear that.", SentimentLabel.Neutral, voice: Voice.Trust, author: "t", replyTo: "1")];
        Build(feedback).Learn.Single().PickedUp.Should().BeTrue();
        Build(feedback.Take(1)).Learn.Single().PickedUp.Should().BeFalse();
    }

    [Fact]
    public void The_id_stays_when_the_profile_is_edited_and_the_revision_does_not()
    {
        Feedback[] feedback = [Make("1")];
        var before = Build(feedback);
        var after = Build(feedback, profile: Profile with { Trust = Profile.Trust with { Name = "Fellside and Moor NHS Trust" } });
        after.Id.Should().Be(before.Id).And.Be("fellside_trust_2026-11-09_2026-11-16");
        after.Revision.Should().NotBe(before.Revision);
        Build([Make("1", "Other words.")]).Revision.Should().NotBe(before.Revision);
        Build(feedback).Revision.Should().Be(before.Revision);
    }
}

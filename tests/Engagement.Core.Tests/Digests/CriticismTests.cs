using Engagement.Mentions;
using Engagement.Organizations;
using Engagement.Profiles;
using Engagement.Sentiment;
using Engagement.Triage;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Digests;

/// <summary>What a manager finds first under what can be learned: what is plainly criticism, said by several, telling what happened and where.</summary>
public sealed class CriticismTests
{
    [Fact]
    public void What_the_scorer_doubts_is_no_full_quotation_while_something_is_plainly_criticism()
    {
        var digest = Build(
        [
            Doubtful("praise", "The porter raced me down the corridor. Nearly died laughing.", author: "a"),
            Doubtful("answer", "You cheated on the last bend, thank you!", author: "b", replyTo: "praise"),
            Clear("scan", "My scan was put off for the third time.", author: "c"),
        ]);

        digest.Learn.Select(found => (found.Item.Id, found.IsClear)).Should().Equal(("scan", true));
        digest.MoreToLearn.Select(found => (found.Item.Id, found.IsClear)).Should().Equal(("praise", false));
        digest.FurtherOpportunities.Should().Be(1);
        var page = DigestRenderer.Text.Render(digest);
        page.Should().NotContain("laughing").And.Contain("1 more stands in the spreadsheet form");
        DigestRenderer.Csv.Render(digest).Should().Contain("laughing", "nothing is lost");
    }

    [Fact]
    public void Where_nothing_is_plain_what_there_is_is_shown() =>
        Build([Doubtful("1", "Bit slow, bit lovely.", author: "a")]).Learn.Single().Item.Id.Should().Be("1");

    [Fact]
    public void What_many_say_is_plain_even_where_each_is_doubtful()
    {
        var answers = Enumerable.Range(0, 10).Select(i => Doubtful($"m{i}", "Parking, I suppose", author: null)).Append(Clear("one", "Nobody came when I rang.", author: "a"));

        var digest = Build(answers);

        digest.Learn.Select(found => (found.Mentions, found.IsClear)).Should().Equal((10, true), (1, true));
    }

    [Theory]
    [InlineData("Nothing.")]
    [InlineData("No comment")]
    [InlineData("Everything!")]
    public void An_answer_without_a_word_of_note_is_no_reading_however_many_give_it(string answer)
    {
        var answers = Enumerable.Range(0, 9).Select(i => Make($"m{i}", answer, SentimentLabel.Negative, author: null, platform: Platform.Survey));

        var digest = Build([.. answers, Clear("one", "Waiting time", author: null)]);

        digest.Learn.Select(found => found.Item.Text).Should().Equal("Waiting time");
        digest.MoreToLearn.Select(found => (found.Item.Text, found.Mentions)).Should().Equal((answer, 9));
        digest.Counts.Negative.Should().Be(10);
    }

    [Fact]
    public void An_excerpt_of_what_stands_under_praise_is_not_plainly_criticism()
    {
        const string Excerpt = "I have kept a tally of small kindnesses because I was afraid to remember only the waiting";

        var digest = Build([Make("whole", Excerpt + ". There were forty-three of them.", author: "a"), Clear("excerpt", Excerpt, author: null), Clear("tea", "The tea is cold.", author: "b")]);

        digest.Learn.Select(found => found.Item.Id).Should().Equal("tea");
        digest.MoreToLearn.Single().IsClear.Should().BeFalse();
    }

    [Fact]
    public void An_event_that_tells_of_somebodys_own_care_is_answered_in_private_whichever_post_comes_first()
    {
        string[] story = ["https://press.example/news/corridor"];
        var service = Make("a", "The corridor was full and cold all night.", SentimentLabel.Negative, author: "a", links: story) with { Reply = new ReplyAdvice(ReplyAction.ReplyPublicly, "About the service.", []) };
        var care = Make("b", "Dad waited there for nine hours.", SentimentLabel.Negative, author: "b", links: story) with { Reply = new ReplyAdvice(ReplyAction.MoveToPrivate, "Own care.", []) };

        Build([service, care]).Learn.Select(found => (found.Mentions, found.Reply)).Should().Equal((2, ReplyAction.MoveToPrivate));
    }

    [Fact]
    public void What_several_people_say_comes_before_what_one_says_often()
    {
        var digest = Build(
        [
            Clear("a1", "The lift is broken again.", author: "ann"),
            Clear("a2", "Still broken, the lift.", author: "ann", replyTo: "a1"),
            Clear("a3", "Day four of no lift.", author: "ann", replyTo: "a2"),
            Clear("b1", "Cold tea.", author: "bob"),
            Clear("b2", "Ours was cold too.", author: "cat", replyTo: "b1"),
        ]);

        digest.Learn.Select(found => found.Mentions).Should().Equal(2, 3);
    }

    [Fact]
    public void A_repeat_is_another_person()
    {
        var builder = new DigestBuilder(Profile, Audience.Trust(), Week);
        builder.Add(Clear("long", "We waited four hours in the corridor of the emergency department and nobody told us why.", author: "a", teams: ["ward-7"]));
        builder.Add(Clear("short", "The tea is cold, every day.", author: "b"));
        builder.Add(new ReadOutcome { Feedback = Clear("again", "The tea is cold, every day.", author: "c"), RepeatOf = "short" });

        builder.Build().Learn.Select(found => found.Item.Id).Should().Equal("short", "long");
    }

    [Fact]
    public void An_event_is_told_by_a_plain_post_of_it_and_a_kind_answer_is_no_part_of_the_criticism()
    {
        var digest = Build(
        [
            Doubtful("long", "I was on Ward 7 for a week and there is a lot to tell of it, some of it good, and the nurses work hard.", author: "a", teams: ["ward-7"]),
            Clear("plain", "Nobody washed him for a week.", author: "b", replyTo: "long"),
            Doubtful("kind", "So sorry to hear it, you are both so brave and they were lovely to me.", author: "c", replyTo: "plain"),
            Clear("other", "Same with my dad.", author: "d", replyTo: "plain"),
        ]);

        var found = digest.Learn.Single();
        found.Item.Id.Should().Be("plain");
        found.Others.Should().Equal("Same with my dad.");
        found.Mentions.Should().Be(4);
    }

    [Fact]
    public void What_happened_and_where_leads_not_whom_it_is_about_and_the_newer_of_two()
    {
        var digest = Build(
        [
            Clear("old", "The bay was cold all night long.", author: "a", teams: ["ward-7"], at: At(9)),
            Clear("new", "The hall was cold all night long.", author: "b", teams: ["ward-7"], at: At(14)),
            Clear("whom", "A nurse was cold to us all night.", author: "c", people: ["dembe"], at: At(9)),
            Clear("nowhere", "It was cold all the night through.", author: "d", at: At(14)),
        ]);

        digest.Learn.Select(found => found.Item.Id).Should().Equal("new", "old", "whom", "nowhere");
    }

    [Fact]
    public void The_sentence_that_weighs_most_is_the_gist_without_the_names_of_staff()
    {
        const string Text = "Dembe Raistrick was on that day. The tea was stone cold, Dembe Raistrick said the urn is broken. We liked the view.";
        var item = Build([Clear("1", Text, author: "a", people: ["dembe"], worse: ["stone cold"])]).Learn.Single().Item;

        item.Gist.Should().Be("The tea was stone cold, [member of staff] said the urn is broken.");
        Build([Clear("1", "The tea was stone cold.", author: "a", worse: ["stone cold"])]).Learn.Single().Item.Gist.Should().BeNull("the text is that sentence");
        Build([Make("1", "The tea was stone cold.", worse: ["stone cold"])]).Praise.Single().Gist.Should().BeNull("it is no criticism");
    }

    private static Feedback Clear(
        string id, string text, string? author, string[]? teams = null, string[]? people = null, string? replyTo = null, Instant? at = null, string[]? worse = null) =>
        Make(id, text, SentimentLabel.Negative, at, author: author, teams: teams, people: people, replyTo: replyTo, negative: 0.8, worse: worse);

    private static Feedback Doubtful(string id, string text, string? author, string[]? teams = null, string? replyTo = null) =>
        Make(id, text, SentimentLabel.Negative, author: author, teams: teams, replyTo: replyTo, negative: 0.5);
}

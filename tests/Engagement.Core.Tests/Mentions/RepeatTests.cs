using NodaTime;

namespace Engagement.Mentions;

/// <summary>What is a repeat, what is not, and that nothing is lost in folding.</summary>
public sealed class RepeatTests
{
    private const string Praise = "Thank you to the lovely staff on ward 7";

    [Theory]
    [InlineData("Thank you to the lovely staff on ward 7!!")]
    [InlineData("THANK YOU to the lovely staff on Ward 7 https://example.org/a")]
    [InlineData("RT @somebody: Thank you to the lovely staff on ward 7")]
    [InlineData("rt@somebody Thank you to the lovely staff on ward 7 https://t.co/abc")]
    [InlineData("@LeedsTrust thank you to the lovely staff on ward 7")]
    [InlineData("“Thank you… to the lovely staff, on ward 7.”")]
    [InlineData("Thank you to the lovely staff\n\non ward 7 example.org/b")]
    public void A_copy_has_the_same_key(string copy) => KeyOf(copy).Should().Be(KeyOf(Praise)).And.NotBeNull();

    [Theory]
    [InlineData("Thank you to the lovely staff on ward 8")]
    [InlineData("Thank you to the staff on ward 7 lovely")]
    [InlineData("No thank you to the lovely staff on ward 7")]
    [InlineData("Thank you to the lovely staff on ward 7 today")]
    [InlineData("Thank you to the lovely staff on ward 7 👎")]
    [InlineData("Thank you to the lovely staff on ward 7 #not")]
    [InlineData("MT Thank you to the lovely staff on ward 7")]
    public void A_rewording_has_another_key(string other) => KeyOf(other).Should().NotBe(KeyOf(Praise)).And.NotBeNull();

    [Theory]
    [InlineData("Nothing")]
    [InlineData("The staff were all lovely")]
    [InlineData("@a @b @c https://example.org/1 https://example.org/2 thanks all")]
    public void A_short_text_has_no_key(string text) => KeyOf(text).Should().BeNull();

    [Fact]
    public void An_answer_to_a_survey_has_no_key() => KeyOf(Praise, Platform.Survey).Should().BeNull();

    [Fact]
    public void The_title_belongs_to_the_key()
    {
        var parser = MentionParser.Default;
        var one = RepeatKey.Of(parser.Parse(new Mention { Id = "1", Title = "Thank you", Text = Praise }));
        one.Should().NotBe(RepeatKey.Of(parser.Parse(new Mention { Id = "2", Title = "No thanks", Text = Praise })));
        one.Should().NotBe(RepeatKey.Of(parser.Parse(new Mention { Id = "3", Text = "Thank you " + Praise })));
    }

    [Fact]
    public void The_same_id_keeps_the_newest_version()
    {
        var old = Post("1", "First wording of what was said here") with { Published = Instant.FromUtc(2026, 11, 9, 8, 0) };
        var edited = old with { Text = "Second wording", Published = Instant.FromUtc(2026, 11, 9, 9, 0) };
        RepeatFolding.Fold([old, edited]).Should().Equal(new FoldedMention(edited, 1, 0, 0, 0));
        RepeatFolding.Fold([edited, old]).Should().Equal(new FoldedMention(edited, 1, 0, 0, 0));
        var readAgain = old with { Counts = new MentionCounts { Likes = 7 } };
        RepeatFolding.Fold([old, readAgain]).Should().Equal(new FoldedMention(readAgain, 1, 0, 0, 0));
    }

    [Fact]
    public void The_same_id_on_another_platform_is_another_mention() =>
        RepeatFolding.Fold([Post("1", "One"), Post("1", "Two") with { Platform = Platform.Mastodon }]).Should().HaveCount(2);

    [Fact]
    public void A_repost_counts_to_its_original_whichever_is_read_first()
    {
        var original = Post("1", "Well done");
        var repost = Post("2", "RT @x: Well done") with { RepostOf = "1" };
        var another = Post("3", "") with { RepostOf = "1" };
        RepeatFolding.Fold([original, repost, another]).Should().Equal(new FoldedMention(original, 0, 2, 0, 0));
        RepeatFolding.Fold([repost, another, original]).Should().Equal(new FoldedMention(original, 0, 2, 0, 0));
        RepeatFolding.Fold([repost, original, another]).Should().Equal(new FoldedMention(original, 0, 2, 0, 0));
        RepeatFolding.Fold([repost, another]).Should().Equal(new FoldedMention(repost, 0, 1, 0, 0));
    }

    [Fact]
    public void An_original_that_comes_after_its_repost_is_told_apart_and_has_versions_and_copies()
    {
        var folder = new RepeatFolder();
        var original = Post("1", Praise) with { Published = Instant.FromUtc(2026, 11, 9, 8, 0) };
        Mention[] mentions = [Post("2", "RT @x: Thank you to the…") with { RepostOf = "1" }, original, original with { Published = Instant.FromUtc(2026, 11, 9, 9, 0) }, Post("3", Praise), Post("2", "x")];
        mentions.Select(mention => folder.Add(Parse(mention))).Select(verdict => (verdict.Kind, verdict.OriginalId, verdict.OriginalIndex, verdict.IsNewerVersion)).Should().Equal(
            (RepeatKind.First, null, -1, false), (RepeatKind.Original, "2", 0, false), (RepeatKind.Version, "2", 0, true), (RepeatKind.Copy, "2", 0, false), (RepeatKind.Version, "2", 0, true));
    }

    [Fact]
    public void Where_the_source_was_read_before_an_original_stands_for_its_reposts_wherever_they_come()
    {
        var original = Post("1", Praise);
        var repost = Post("2", "RT @x: " + Praise) with { RepostOf = "1" };
        var another = Post("3", "") with { RepostOf = "1" };
        VerdictsOf(repost, another, original).Should().Equal((RepeatKind.Repost, "1"), (RepeatKind.Repost, "1"), (RepeatKind.First, null));
        VerdictsOf(repost, original, another).Should().Equal((RepeatKind.Repost, "1"), (RepeatKind.First, null), (RepeatKind.Repost, "1"));
        VerdictsOf(repost, another).Should().Equal((RepeatKind.First, null), (RepeatKind.Repost, "2"));
        VerdictsOf(repost, original, repost, original).Should().Equal((RepeatKind.Version, "2"), (RepeatKind.Version, "1"), (RepeatKind.Repost, "1"), (RepeatKind.First, null));
    }

    [Fact]
    public void A_repost_counts_to_its_original_exactly_within_the_horizon_in_any_order()
    {
        var random = new Random(17);
        foreach (var horizon in new[] { 1, 3, 20, 10_000 })
        {
            var ids = Enumerable.Range(0, 400).OrderBy(_ => random.Next()).ToList();
            var mentions = ids.Select(id => Post($"{id}", $"{id}") with { RepostOf = id >= 150 ? $"{id % 200}" : null }).ToList();
            var versions = new NewestVersions(horizon);
            foreach (var mention in mentions) versions.Add(mention);
            var folder = new RepeatFolder(horizon, versions);
            for (var i = 0; i < mentions.Count; i++)
            {
                var verdict = folder.Add(Parse(mentions[i]));
                var original = mentions.FindIndex(mention => mention.Id == mentions[i].RepostOf);
                if (mentions[i].RepostOf is null) verdict.Kind.Should().Be(RepeatKind.First);
                else if (original >= 0 && Math.Abs(original - i) <= horizon && mentions[original].RepostOf is null) (verdict.Kind, verdict.OriginalId).Should().Be((RepeatKind.Repost, mentions[i].RepostOf), "{0} of {1}", i, horizon);
                folder.RememberedCount.Should().BeLessThanOrEqualTo(horizon + 1);
            }
        }
    }

    [Fact]
    public void A_quote_counts_to_its_original_and_is_a_mention_too()
    {
        var original = Post("1", Praise);
        var quote = Post("2", Praise) with { QuoteOf = "1" };
        RepeatFolding.Fold([original, quote]).Should().Equal(new FoldedMention(original, 0, 0, 0, 1), new FoldedMention(quote, 0, 0, 0, 0));
        RepeatFolding.Fold([quote, original]).Should().Equal(new FoldedMention(quote, 0, 0, 0, 0), new FoldedMention(original, 0, 0, 0, 1));
        RepeatFolding.Fold([quote, Post("3", "x"), original], horizon: 1).Last().Quotes.Should().Be(0, "the quote is forgotten by then");
        new RepeatFolder().Add(MentionParser.Default.Parse(quote)).Should().Be(new RepeatVerdict(RepeatKind.Quote, "1", false));
    }

    [Fact]
    public void Copies_fold_and_survey_answers_do_not()
    {
        var copies = Enumerable.Range(0, 3).Select(i => Post($"{i}", $"{Praise} https://example.org/{i}")).ToList();
        RepeatFolding.Fold(copies).Should().Equal(new FoldedMention(copies[0], 0, 0, 2, 0));
        var answers = copies.Select(copy => copy with { Platform = Platform.Survey }).ToList();
        RepeatFolding.Fold(answers).Select(folded => folded.Mention).Should().Equal(answers);
    }

    [Fact]
    public void A_repeat_is_known_exactly_within_the_horizon()
    {
        foreach (var horizon in new[] { 1, 2, 5, 100 })
        {
            for (var between = 0; between < 8; between++)
            {
                var folder = new RepeatFolder(horizon);
                folder.Add(Parse(Post("a", "x")));
                for (var i = 0; i < between; i++) folder.Add(Parse(Post($"between {i}", "y")));
                folder.Add(Parse(Post("a", "x"))).IsRepeat.Should().Be(between < horizon, $"{between} between, horizon {horizon}");
            }
        }
    }

    [Fact]
    public void Memory_stays_within_the_horizon_and_every_mention_is_counted()
    {
        var folder = new RepeatFolder(horizon: 50);
        var random = new Random(7);
        long firsts = 0;
        var most = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var verdict = folder.Add(Parse(Post($"{random.Next(400)}", "x") with { RepostOf = random.Next(3) == 0 ? $"{random.Next(400)}" : null }));
            if (!verdict.IsRepeat) firsts++;
            most = Math.Max(most, folder.RememberedCount);
        }

        most.Should().BeInRange(30, 50);
        (firsts + folder.RepeatCount).Should().Be(folder.ReadCount).And.Be(5_000);
    }

    [Fact]
    public void What_is_folded_adds_up_to_what_was_read()
    {
        var random = new Random(11);
        var mentions = Enumerable.Range(0, 3_000).Select(_ => Post($"{random.Next(900)}", $"{Praise} {random.Next(300)}") with
        {
            RepostOf = random.Next(5) == 0 ? $"{random.Next(900)}" : null,
            QuoteOf = random.Next(9) == 0 ? $"{random.Next(900)}" : null,
        }).ToList();
        foreach (var horizon in new[] { 10, 500, 10_000 }) RepeatFolding.Fold(mentions, horizon).Sum(folded => 1 + folded.Repeats).Should().Be(3_000);
    }

    [Fact]
    public void A_folder_that_knows_the_newest_versions_lets_only_them_stand()
    {
        var first = Post("1", Praise) with { Published = Instant.FromUtc(2026, 11, 9, 8, 0) };
        var edited = Post("1", "The sister was kind and patient with my father, thank you all") with { Published = Instant.FromUtc(2026, 11, 9, 9, 0) };
        var late = Post("1", Praise + " late") with { Published = Instant.FromUtc(2026, 11, 9, 7, 0) };
        var repost = Post("2", "RT @x: " + Praise) with { RepostOf = "1" };
        var copyOfOld = Post("3", Praise);
        VerdictsOf(first, repost, edited, late).Should().Equal((RepeatKind.Version, "1"), (RepeatKind.Repost, "1"), (RepeatKind.First, null), (RepeatKind.Version, "1"));
        VerdictsOf(copyOfOld, first, edited).Should().Equal((RepeatKind.First, null), (RepeatKind.Version, "1"), (RepeatKind.First, null));
        VerdictsOf(copyOfOld, edited, first).Should().Equal((RepeatKind.First, null), (RepeatKind.First, null), (RepeatKind.Version, "1"));
        VerdictsOf(Post("1", "a"), Post("1", "b"), Post("1", "c")).Should().Equal((RepeatKind.Version, "1"), (RepeatKind.Version, "1"), (RepeatKind.First, null));
    }

    [Fact]
    public void Of_every_id_the_newest_version_within_the_horizon_stands_and_no_other()
    {
        var random = new Random(13);
        foreach (var horizon in new[] { 1, 7, 50, 10_000 })
        {
            var mentions = Enumerable.Range(0, 2_000).Select(i => Post($"{random.Next(300)}", $"{i}") with { Published = random.Next(4) == 0 ? null : Instant.FromUnixTimeSeconds(random.Next(50)) }).ToList();
            var versions = new NewestVersions(horizon);
            foreach (var mention in mentions) versions.Add(mention);
            var folder = new RepeatFolder(horizon, versions);
            var firsts = new List<Mention>();
            foreach (var mention in mentions)
            {
                if (!folder.Add(Parse(mention)).IsRepeat) firsts.Add(mention);
            }

            (firsts.Count + folder.RepeatCount).Should().Be(2_000);
            if (horizon < mentions.Count) continue;
            foreach (var group in mentions.GroupBy(mention => mention.Id))
            {
                Mention? newest = null;
                Instant? published = null;
                foreach (var mention in group)
                {
                    if (mention.Published < published) continue;
                    newest = mention;
                    published = mention.Published ?? published;
                }

                firsts.Where(mention => mention.Id == group.Key).Should().Equal([newest!]);
            }
        }
    }

    private static IEnumerable<(RepeatKind Kind, string? Of)> VerdictsOf(params Mention[] mentions)
    {
        var versions = new NewestVersions();
        foreach (var mention in mentions) versions.Add(mention);
        var folder = new RepeatFolder(100, versions);
        return mentions.Select(mention => folder.Add(Parse(mention))).Select(verdict => (verdict.Kind, verdict.OriginalId)).ToList();
    }

    private static Mention Post(string id, string text) => new() { Id = id, Text = text, Platform = Platform.X };

    private static ParsedMention Parse(Mention mention) => MentionParser.Default.Parse(mention);

    private static string? KeyOf(string text, Platform platform = Platform.X) => RepeatKey.Of(MentionParser.Default.Parse(text, platform));
}

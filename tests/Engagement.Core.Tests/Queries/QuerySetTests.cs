using Engagement.Mentions;
using Engagement.Queries.Oracle;
using Engagement.Text;
using NodaTime;

namespace Engagement.Queries;

public sealed class QuerySetTests
{
    private static KeyedQuery Keyed(string id, string text) => new(id, Query.Parse(text).GetValueOrThrow());

    [Fact]
    public void Results_come_in_the_order_of_registration_with_their_words()
    {
        var set = QuerySet.Create([Keyed("b", "ward"), Keyed("a", "clinic"), Keyed("c", "\"ward seven\"")]);
        var matches = set.Match(MentionParser.Default.Parse(new Mention { Id = "1", Title = "Ward", Text = "on ward seven" }));
        matches.Select(match => match.Id).Should().Equal("b", "c");
        matches[0].Evidence.Should().Equal(new Evidence(MentionField.Title, new TextSpan(0, 4)), new Evidence(MentionField.Text, new TextSpan(3, 7)));
        matches[1].Evidence.Should().Equal(new Evidence(MentionField.Text, new TextSpan(3, 13)));
    }

    [Fact]
    public void A_slice_counts_from_nought_and_keeps_its_evidence()
    {
        var set = QuerySet.Create([Keyed("0", "ward"), Keyed("1", "clinic"), Keyed("2", "seven"), Keyed("3", "bed"), Keyed("4", "ward seven")]);
        var hits = set.Match(MentionParser.Default.Parse("ward seven"), new ReadingWorkspace());
        hits.Ordinals.ToArray().Should().Equal(0, 2, 4);
        hits.Slice(1, 3).Ordinals.ToArray().Should().Equal(1);
        hits.Slice(1, 3).EvidenceOf(1).Should().Equal(new Evidence(MentionField.Text, new TextSpan(5, 10)));
        hits.Slice(1, 4).Slice(2, 2).Ordinals.ToArray().Should().Equal(1);
        hits.Slice(3, 0).Ordinals.ToArray().Should().BeEmpty();
        default(QueryHits).Ordinals.ToArray().Should().BeEmpty();
    }

    [Fact]
    public void Ids_are_unique()
    {
        var twice = () => QuerySet.Create([Keyed("a", "ward"), Keyed("a", "bed")]);
        twice.Should().Throw<ArgumentException>().WithMessage("*“a”*");
        var again = () => QuerySet.Create([Keyed("a", "ward")]).Add("a", Query.Parse("bed").GetValueOrThrow());
        again.Should().Throw<ArgumentException>().WithMessage("*“a”*");
    }

    [Fact]
    public void A_set_that_was_added_to_and_removed_from_answers_like_one_made_at_once()
    {
        var random = new Random(41);
        var maker = new ModelMaker(random);
        var left = new List<KeyedQuery>();
        var set = QuerySet.Empty;
        for (var i = 0; i < 400; i++)
        {
            if (left.Count > 0 && random.Next(3) == 0)
            {
                var gone = random.Next(left.Count);
                set = set.Remove(left[gone].Id);
                left.RemoveAt(gone);
                continue;
            }

            var keyed = new KeyedQuery($"q{i}", Query.Parse(maker.Query().Render(random)).GetValueOrThrow());
            left.Add(keyed);
            set = set.Add(keyed.Id, keyed.Query);
        }

        var whole = QuerySet.Create(left);
        set.Count.Should().Be(left.Count);
        set.Remove("nobody").Should().BeSameAs(set);
        Enumerable.Range(0, set.Count).Select(set.IdOf).Should().Equal(left.Select(keyed => keyed.Id));
        var workspace = new ReadingWorkspace();
        for (var i = 0; i < 200; i++)
        {
            var mention = MentionParser.Default.Parse(maker.Post().ToMention(random, DateTimeZone.Utc));
            set.Match(mention, workspace).Ordinals.ToArray().Should().Equal(whole.Match(mention, new ReadingWorkspace()).Ordinals.ToArray());
        }
    }

    [Fact]
    public void A_match_with_a_warm_workspace_allocates_nothing()
    {
        var random = new Random(43);
        var maker = new ModelMaker(random);
        var set = QuerySet.Create(Enumerable.Range(0, 200).Select(i => new KeyedQuery($"{i}", Query.Parse(maker.Query().Render(random)).GetValueOrThrow())));
        var mentions = Enumerable.Range(0, 50).Select(_ => maker.Post().ToMention(random, DateTimeZone.Utc)).ToArray();
        var workspace = new ReadingWorkspace();
        var warm = Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run().Should().Be(warm);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(2_000, "the assertion itself is all that allocates");

        int Run()
        {
            var count = 0;
            foreach (var mention in mentions) count += set.Match(MentionParser.Default.Parse(mention, workspace), workspace).Ordinals.Length;
            return count;
        }
    }

    [Fact]
    public void Many_threads_may_share_a_set()
    {
        var random = new Random(47);
        var maker = new ModelMaker(random);
        var set = QuerySet.Create(Enumerable.Range(0, 100).Select(i => new KeyedQuery($"{i}", Query.Parse(maker.Query().Render(random)).GetValueOrThrow())));
        var mentions = Enumerable.Range(0, 100).Select(_ => MentionParser.Default.Parse(maker.Post().ToMention(random, DateTimeZone.Utc))).ToArray();
        var expected = mentions.Select(mention => string.Join(',', set.Match(mention, new ReadingWorkspace()).Ordinals.ToArray())).ToArray();
        Parallel.For(0, 8, _ =>
        {
            var workspace = new ReadingWorkspace();
            for (var i = 0; i < mentions.Length; i++) string.Join(',', set.Match(mentions[i], workspace).Ordinals.ToArray()).Should().Be(expected[i]);
        });
    }

    [Fact]
    public void Threads_that_add_and_remove_leave_each_others_sets_alone()
    {
        var mention = MentionParser.Default.Parse("ward seven bed clinic");
        var start = QuerySet.Create(Enumerable.Range(0, 50).Select(i => Keyed($"{i}", i % 2 == 0 ? "ward" : "theatre")));
        var errors = new System.Collections.Concurrent.ConcurrentQueue<string>();
        Parallel.For(0, 8, thread =>
        {
            var set = start;
            var workspace = new ReadingWorkspace();
            for (var i = 0; i < 200; i++)
            {
                set = set.Add($"{thread}-{i}", Query.Parse(i % 2 == 0 ? "bed" : "lift").GetValueOrThrow());
                if (i % 3 == 0) set = set.Remove($"{thread}-{i / 2}");
                var own = Enumerable.Range(0, set.Count).Select(set.IdOf).Where(id => id.Contains('-')).ToArray();
                if (own.Any(id => !id.StartsWith($"{thread}-", StringComparison.Ordinal))) errors.Enqueue("another thread's query");
                var expected = 25 + own.Count(id => int.Parse(id[(id.IndexOf('-') + 1)..]) % 2 == 0);
                if (set.Match(mention, workspace).Ordinals.Length != expected) errors.Enqueue($"{expected} expected");
            }
        });
        errors.Should().BeEmpty();
        start.Count.Should().Be(50);
        start.Match(mention).Count.Should().Be(25);
    }

    [Theory]
    [InlineData("a a a b", "\"a a a b\"~0")]
    [InlineData("a", "\"a a a a a a a a c\"~1000")]
    [InlineData("a b", "(a OR b) NEAR/1000 c")]
    public void A_megabyte_of_the_same_words_is_answered(string unit, string query)
    {
        var text = string.Concat(Enumerable.Repeat(unit + " ", 200_000 / unit.Length));
        var mention = MentionParser.Default.Parse(text);
        var set = QuerySet.Create([Keyed("q", query)]);
        set.Match(mention, new ReadingWorkspace()).Ordinals.Length.Should().Be(unit == "a a a b" ? 1 : 0);
    }
}

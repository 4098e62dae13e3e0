using System.Globalization;
using Engagement.Queries.Oracle;
using NodaTime;

namespace Engagement.Queries;

public sealed class QuerySetOracleTests
{
    /// <summary>Every operator and field, as the made queries write them.</summary>
    private static readonly string[] Language =
    [
        " AND ", " && ", " OR ", " || ", "NOT ", "-", "!", "(", "\"", "*", "?", "case:", "~", " NEAR/", " ONEAR/", "#", "@", "$", "title:", "bio:", "place:",
        "from:", "from:\"", "to:", "site:", "url:", "lang:", "platform:", "since:", "until:", "likes:", "shares:", "replies:", "followers:", ":>=", ":>", ":<=", ":<", "..",
        "is:reply", "is:repost", "is:quote", "is:original", "has:link", "has:media", "has:question", "has:emoji", "😀",
    ];

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_set_agrees_with_the_naive_evaluator_on_60_000_random_pairs(int seed)
    {
        var random = new Random(seed);
        var maker = new ModelMaker(random);
        var options = QueryOptions.Default with { Zone = London };
        var workspace = new ReadingWorkspace();
        var matched = 0;
        var pairs = 0;
        var unused = Language.ToHashSet();
        for (var round = 0; round < 10; round++)
        {
            var models = Enumerable.Range(0, 100).Select(_ => maker.Query()).ToArray();
            var texts = models.Select(model => model.Render(random)).ToArray();
            unused.RemoveWhere(mark => texts.Any(text => text.Contains(mark, StringComparison.Ordinal)));
            var queries = texts.Select(text => Query.Parse(text, options).GetValueOrThrow()).ToArray();
            var set = QuerySet.Create(queries.Select((query, i) => new KeyedQuery($"{i}", query)));
            for (var p = 0; p < 60; p++)
            {
                var post = maker.Post();
                var mention = MentionParser.Default.Parse(post.ToMention(random, London));
                var expected = Enumerable.Range(0, models.Length).Where(i => models[i].Holds(post)).ToArray();
                var actual = set.Match(mention, workspace).Ordinals.ToArray();
                var wrong = expected.Except(actual).Concat(actual.Except(expected)).ToArray();
                wrong.Should().BeEmpty(
                    "of {0} on “{1}” / title “{2}”", string.Join(" | ", wrong.Select(i => texts[i])), mention.Mention.Text, mention.Mention.Title);
                actual.Should().BeInAscendingOrder();
                if (p % 10 == 0)
                {
                    queries.Select(query => query.Matches(mention)).Should().Equal(models.Select(model => model.Holds(post)), "a single query answers as the set does");
                    foreach (var (id, evidence) in set.Match(mention))
                    {
                        var query = queries[int.Parse(id, CultureInfo.InvariantCulture)];
                        evidence.Should().Equal(query.EvidenceIn(mention), "the set shows the same words for “{0}” on “{1}”", query, mention.Mention.Text);
                    }
                }

                matched += actual.Length;
                pairs += models.Length;
            }
        }

        pairs.Should().Be(60_000);
        unused.Should().BeEmpty("every operator and field is in the mix");
        matched.Should().BeInRange(pairs / 20, pairs * 3 / 4, "a test in which nothing or everything matches shows nothing");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void The_canonical_form_parses_back_to_an_equal_query(int seed)
    {
        var random = new Random(seed);
        var maker = new ModelMaker(random);
        var options = QueryOptions.Default with { Zone = London };
        for (var i = 0; i < 5_000; i++)
        {
            var query = Query.Parse(maker.Query().Render(random), options).GetValueOrThrow();
            var again = Query.Parse(query.ToString(), options);
            again.GetValueOrThrow().Should().Be(query, "that is what “{0}” means", query);
            again.Query!.ToString().Should().Be(query.ToString());
        }
    }

    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    public void Queries_that_are_described_alike_find_alike(int seed)
    {
        var random = new Random(seed);
        var maker = new ModelMaker(random);
        var posts = Enumerable.Range(0, 60).Select(_ => MentionParser.Default.Parse(maker.Post().ToMention(random, London))).ToArray();
        var said = new Dictionary<string, Query>();
        for (var i = 0; i < 6_000; i++)
        {
            var query = Query.Parse(maker.Query().Render(random), QueryOptions.Default with { Zone = London }).GetValueOrThrow();
            if (said.TryAdd(query.Describe(), query) || said[query.Describe()].Equals(query)) continue;
            posts.Where(query.Matches).Should().Equal(posts.Where(said[query.Describe()].Matches), "“{0}” says both “{1}” and “{2}”", query.Describe(), query, said[query.Describe()]);
        }

        said.Count.Should().BeGreaterThan(3_000);
    }
}

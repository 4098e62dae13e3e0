namespace Engagement.Conformance.Queries;

public sealed class GivenDataTests
{
    [Fact]
    public void Ten_thousand_queries_match_2935_pairs_of_the_given_posts()
    {
        var queries = File.ReadAllLines(SharedData.PathOrSkip("queries/queries.txt"));
        var posts = File.ReadAllLines(SharedData.PathOrSkip("queries/posts.txt"));
        var set = QuerySet.Create(queries.Select((text, i) => new Engagement.Queries.KeyedQuery($"{i}", Query.Parse(text).GetValueOrThrow())));
        var workspace = new ReadingWorkspace();
        var count = 0;
        foreach (var post in posts) count += set.Match(MentionParser.Default.Parse(post), workspace).Ordinals.Length;
        count.Should().Be(2935);
    }
}

using Engagement.Architecture;
using NodaTime.Text;

namespace Engagement.Queries;

/// <summary>Runs every example of the language in the README and in the guide.</summary>
public sealed class LanguageGuideTests
{
    public static TheoryData<string, bool, string> Examples()
    {
        var data = new TheoryData<string, bool, string>();
        var isExample = false;
        var query = "";
        string[] pages = [Repository.PathOf("README.md"), Repository.PathOf("src", "Engagement.Core", "Queries", "LANGUAGE.md")];
        foreach (var line in pages.SelectMany(File.ReadLines))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isExample = line == "```query";
            else if (isExample && line.StartsWith("  + ", StringComparison.Ordinal)) data.Add(query, true, line[4..]);
            else if (isExample && line.StartsWith("  - ", StringComparison.Ordinal)) data.Add(query, false, line[4..]);
            else if (isExample) query = line;
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_finds_what_it_says(string query, bool finds, string post)
    {
        var parsed = Query.Parse(query).GetValueOrThrow();
        var mention = MentionParser.Default.Parse(Read(post));
        parsed.Matches(mention).Should().Be(finds);
        QuerySet.Create([new KeyedQuery("q", parsed)]).Match(mention).Count.Should().Be(finds ? 1 : 0);
    }

    [Fact]
    public void There_are_many_examples() => Examples().Count.Should().BeGreaterThan(80);

    private static Mention Read(string post)
    {
        if (!post.StartsWith('[')) return new Mention { Id = "1", Text = post };
        var end = post.IndexOf(']');
        var facts = post[1..end].Split("; ").Select(fact => fact.Split('=', 2)).ToDictionary(fact => fact[0], fact => fact[1]);
        return new Mention
        {
            Id = "1",
            Text = post[(end + 1)..].Trim(),
            Title = facts.GetValueOrDefault("title"),
            Link = facts.GetValueOrDefault("link"),
            Platform = facts.TryGetValue("platform", out var platform) ? Enum.Parse<Platform>(platform) : Platform.Other,
            PublishedOn = facts.TryGetValue("on", out var day) ? LocalDatePattern.Iso.Parse(day).Value : null,
            Author = facts.TryGetValue("from", out var handle) ? new Author { Handle = handle } : null,
            Counts = facts.TryGetValue("likes", out var likes) ? new MentionCounts { Likes = long.Parse(likes) } : null,
        };
    }
}

using System.Text.RegularExpressions;

namespace Engagement.Conformance.Queries;

/// <summary>PostgreSQL's text search: the matches and counts of its own tests, put into our syntax.</summary>
public sealed class PostgreSqlTests
{
    [Fact]
    public void Matches_are_those_of_PostgreSQL()
    {
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in ThirdPartyTable.Read("postgres_match.jsonl"))
        {
            var theirs = Regex.Match(row.GetProperty("query").GetString()!, "^'(.*)'").Groups[1].Value;
            var mention = TsVector.Read(VectorOf(row.GetProperty("doc").GetString()!), theirs);
            if (Find(theirs, tally) is not { } query) continue;
            query.Matches(mention).Should().Be(row.GetProperty("match").GetBoolean(), "of “{0}”", theirs);
        }

        tally.Select(row => $"{row.Value} {row.Key}").Should().Equal(
            "12 not to be said in our language: NOT has no place in a phrase of ours",
            "2 not to be said in our language: a phrase of ours lies within one part of a post, theirs may begin in one and end in another",
            "4 not to be said in our language: two words of ours are never at one place",
            "58 the same");
    }

    [Fact]
    public void Counts_over_their_table_are_those_of_PostgreSQL()
    {
        var lines = File.ReadAllLines(SharedData.PathOrSkip("queries/third-party/postgres_tsearch.data"));
        var workspace = new ReadingWorkspace();
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in ThirdPartyTable.Read("postgres_tsearch_counts.jsonl"))
        {
            var theirs = row.GetProperty("query").GetString()!;
            if (Find(theirs, tally) is not { } query) continue;
            var set = QuerySet.Create([new Engagement.Queries.KeyedQuery("q", query)]);
            var count = lines.Count(line => set.Match(TsVector.Read(line.Split('\t')[^1], theirs), workspace).Ordinals.Length > 0);
            count.Should().Be(row.GetProperty("count").GetInt32(), "of “{0}”", theirs);
        }

        tally.Select(row => $"{row.Value} {row.Key}").Should().Equal(
            "4 not to be said in our language: NOT has no place in a phrase of ours",
            "20 the same");
    }

    private static Query? Find(string theirs, SortedDictionary<string, int> tally)
    {
        try
        {
            var (text, bare) = TsQuery.Translate(theirs, weight => TsVector.PartOf(weight, theirs));

            // What only says what to leave out we refuse; beside something that posts have, it means the same to both.
            if (bare.StartsWith("NOT ", StringComparison.Ordinal)) Query.Parse(bare).Success.Should().BeFalse("“{0}” would match almost everything", bare);
            var query = Query.Parse(text).GetValueOrThrow();
            Count("the same");
            return query;
        }
        catch (NotSayableException reason)
        {
            Count("not to be said in our language: " + reason.Message);
            return null;
        }

        void Count(string what) => tally[what] = tally.GetValueOrDefault(what) + 1;
    }

    private static string VectorOf(string doc)
    {
        var simple = Regex.Match(doc, @"^to_tsvector\('simple', '(.*)'\)$");
        return simple.Success ? TsVector.OfText(simple.Groups[1].Value) : Regex.Match(doc, "^'(.*)'::tsvector$").Groups[1].Value;
    }
}

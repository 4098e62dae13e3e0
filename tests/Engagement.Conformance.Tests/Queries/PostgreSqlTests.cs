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
            var found = query.Query.Matches(mention);
            Holds(query.Bound, found ? 1 : 0, row.GetProperty("match").GetBoolean() ? 1 : 0, theirs);
        }

        tally.Select(row => $"{row.Value} {row.Key}").Should().Equal(
            "12 not to be said in our language: NOT has no place in a phrase of ours",
            "2 not to be said in our language: a phrase of ours lies within one part of a post, theirs may begin in one and end in another",
            "4 not to be said in our language: two words of ours are never at one place",
            "1 ours among theirs: at most so far apart, not exactly",
            "50 the same",
            "7 theirs among ours: at most so far apart, not exactly");
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
            var set = QuerySet.Create([new Engagement.Queries.KeyedQuery("q", query.Query)]);
            var count = lines.Count(line => set.Match(TsVector.Read(line.Split('\t')[^1], theirs), workspace).Ordinals.Length > 0);
            Holds(query.Bound, count, row.GetProperty("count").GetInt32(), theirs);
        }

        tally.Select(row => $"{row.Value} {row.Key}").Should().Equal(
            "4 not to be said in our language: NOT has no place in a phrase of ours",
            "1 ours among theirs: at most so far apart, not exactly",
            "18 the same",
            "1 theirs among ours: at most so far apart, not exactly");
    }

    private static (Query Query, TsBound Bound)? Find(string theirs, SortedDictionary<string, int> tally)
    {
        try
        {
            var (text, bare, bound) = TsQuery.Translate(theirs, weight => TsVector.PartOf(weight, theirs));

            // What only says what to leave out we refuse; beside something that posts have, it means the same to both.
            if (bare.StartsWith("NOT ", StringComparison.Ordinal)) Query.Parse(bare).Success.Should().BeFalse("“{0}” would match almost everything", bare);
            Count(bound switch { TsBound.Same => "the same", TsBound.Wider => "theirs among ours: at most so far apart, not exactly", _ => "ours among theirs: at most so far apart, not exactly" });
            return (Query.Parse(text).GetValueOrThrow(), bound);
        }
        catch (NotSayableException reason)
        {
            Count("not to be said in our language: " + reason.Message);
            return null;
        }

        void Count(string what) => tally[what] = tally.GetValueOrDefault(what) + 1;
    }

    private static void Holds(TsBound bound, int ours, int theirs, string query)
    {
        if (bound == TsBound.Same) ours.Should().Be(theirs, "of “{0}”", query);
        else if (bound == TsBound.Wider) ours.Should().BeGreaterThanOrEqualTo(theirs, "of “{0}”", query);
        else ours.Should().BeLessThanOrEqualTo(theirs, "of “{0}”", query);
    }

    private static string VectorOf(string doc)
    {
        var simple = Regex.Match(doc, @"^to_tsvector\('simple', '(.*)'\)$");
        return simple.Success ? TsVector.OfText(simple.Groups[1].Value) : Regex.Match(doc, "^'(.*)'::tsvector$").Groups[1].Value;
    }
}

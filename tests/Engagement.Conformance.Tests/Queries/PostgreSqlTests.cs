using System.Text.RegularExpressions;

namespace Engagement.Conformance.Queries;

/// <summary>PostgreSQL's text search: the matches and counts of its own tests, put into our syntax.</summary>
public sealed class PostgreSqlTests
{
    private static readonly (string Reason, Func<string, bool> Applies)[] Differences =
    [
        ("we have no weights", query => Regex.IsMatch(query, @":\*?[A-D]")),
        ("we refuse what only says what to leave out", query => Regex.IsMatch(query, @"^!!?[a-z_]+$|^!\([^()]*\)$")),
        ("NOT has no place in a phrase of ours", query => query.Contains('!') && query.Contains('<')),
        ("a distance of ours is at most so much, never exactly so much", query => Regex.IsMatch(query, @"<(0|[2-9])>")),
        ("a prefix of ours has at least two letters", query => Regex.IsMatch(query, @"\b\w:\*")),
        ("both words at one place: a token of ours is one word", query => Regex.IsMatch(query, @"<->.*&|&.*<->")),
    ];

    [Fact]
    public void Matches_are_those_of_PostgreSQL()
    {
        var agreed = 0;
        var differences = 0;
        foreach (var row in ThirdPartyTable.Read("postgres_match.jsonl"))
        {
            var theirs = Regex.Match(row.GetProperty("query").GetString()!, "^'(.*)'").Groups[1].Value;
            if (ReasonOf(theirs) is not null)
            {
                differences++;
                continue;
            }

            var doc = TextOf(row.GetProperty("doc").GetString()!);
            ThirdPartyTable.Finds(Translate(theirs), doc).Should().Be(row.GetProperty("match").GetBoolean(), "of “{0}” on “{1}”", theirs, doc);
            agreed++;
        }

        (agreed, differences).Should().Be((30, 46), "every difference has a reason above");
    }

    [Fact]
    public void Counts_over_their_table_are_those_of_PostgreSQL()
    {
        var path = SharedData.PathOrSkip("queries/third-party/postgres_tsearch.data");
        var texts = File.ReadAllLines(path).Select(line => line.Split('\t')[^1]).Select(text => MentionParser.Default.Parse(Regex.Replace(text, @":\d+[A-D]?(,\d+[A-D]?)*", ""))).ToArray();
        var workspace = new ReadingWorkspace();
        var agreed = new List<string>();
        foreach (var row in ThirdPartyTable.Read("postgres_tsearch_counts.jsonl"))
        {
            var theirs = row.GetProperty("query").GetString()!;
            if (ReasonOf(theirs) is not null) continue;
            var set = QuerySet.Create([new Engagement.Queries.KeyedQuery("q", Query.Parse(Translate(theirs)).GetValueOrThrow())]);
            var count = 0;
            foreach (var text in texts) count += set.Match(text, workspace).Ordinals.Length;
            count.Should().Be(row.GetProperty("count").GetInt32(), "of “{0}”", theirs);
            agreed.Add(theirs);
        }

        agreed.Should().Equal("wr|qh", "wr&qh", "eq&yt", "eq|yt", "(eq&yt)|(wr&qh)", "(eq|yt)&(wr|qh)", "no_such_lexeme", "pl <-> yh", "yh <-> pl");
    }

    private static string? ReasonOf(string query) => Differences.FirstOrDefault(difference => difference.Applies(query)).Reason;

    private static string Translate(string query)
    {
        var text = query.Replace("<1>", "<->").Replace(":*", "*").Replace("&", " AND ").Replace("|", " OR ").Replace("!", " NOT ");
        text = Regex.Replace(text, @"\((\w+) <-> (\w+)\)", "$1 <-> $2");

        // a <-> b <-> c is a phrase; a <-> (b | …) joins by ONEAR/0.
        text = Regex.Replace(text, @"\b(\w+\*?) <-> (\w+\*?) <-> (\w+\*?)", "\"$1 $2 $3\"");
        text = Regex.Replace(text, @"(?<![\w)] )\b(\w+\*?) <-> (\w+\*?)\b(?! <->)", "\"$1 $2\"");
        return text.Replace("<->", "ONEAR/0");
    }

    private static string TextOf(string doc)
    {
        var simple = Regex.Match(doc, @"^to_tsvector\('simple', '(.*)'\)$");
        if (simple.Success) return simple.Groups[1].Value;
        var entries = Regex.Match(doc, "^'(.*)'::tsvector$").Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var placed = entries.Select(entry => entry.Split(':')).ToArray();
        if (placed.Any(entry => entry.Length == 1)) return string.Join(' ', placed.Select(entry => entry[0]));
        var words = Enumerable.Repeat("filler", placed.Max(entry => int.Parse(Regex.Match(entry[1], @"^\d+").Value))).ToArray();
        foreach (var entry in placed) words[int.Parse(Regex.Match(entry[1], @"^\d+").Value) - 1] = entry[0];
        return string.Join(' ', words);
    }
}

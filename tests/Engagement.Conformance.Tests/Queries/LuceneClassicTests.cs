namespace Engagement.Conformance.Queries;

/// <summary>
/// Lucene's classic parser: what it is given and the tree that it prints, which is in its own syntax again. To us both must be the same query; weights and
/// similar spellings, which we name as lost, are lost on both sides.
/// </summary>
public sealed class LuceneClassicTests
{
    /// <summary>Queries whose tree is no reading of them in this syntax, each with its reason.</summary>
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["3"] = "their analyser of this row drops numbers",
        ["term 1.0 1 2"] = "their analyser of this row drops numbers",
        ["term term1 term2"] = "their analyser of this row drops numbers",
        [@"a\:b:c"] = "the tree is printed without its escapes",
        [@"a\\b:c"] = "the tree is printed without its escapes",
        [@"a \""b c\"" d"] = "the tree is printed without its escapes",
        [@"""a \""b c\"" d"""] = "the tree is printed without its escapes",
        [@"c\:\\temp\\\~foo.txt"] = "the tree is printed without its escapes",
        [@"""a \\(b\"" c"""] = "the tree is printed without its escapes",
        [@"(""a\\"") or (""b"")"] = "the tree is printed without its escapes",
        [@"foo:"""""] = "an analyser of this row keeps an empty word",
        ["\"some phrase"] = "this row only shows that their parser can be replaced",
    };

    [Fact]
    public void A_query_and_the_tree_that_Lucene_makes_of_it_are_one_query_to_us()
    {
        var (same, refused, byDefaultAnd, byAnalyser) = (0, 0, 0, 0);
        var otherwise = new HashSet<string>();
        foreach (var row in ThirdPartyTable.Read("lucene_classic_parse.jsonl"))
        {
            // Their parser can be told to join by AND, as our own language does; the dialect that we import joins by OR.
            if (row.GetProperty("fn").GetString()!.EndsWith("DOA", StringComparison.Ordinal))
            {
                byDefaultAnd++;
                continue;
            }

            // An analyser that drops "stop" and makes two words of "phrase" tests itself.
            if (row.GetProperty("analyzer").GetString() == "qpAnalyzer")
            {
                byAnalyser++;
                continue;
            }

            var theirs = row.GetProperty("query").GetString()!;
            var ours = Read(theirs);
            var tree = Read(row.GetProperty("parse").GetString()!);
            if (ours != tree) otherwise.Add(theirs);
            else if (ours is null) refused++;
            else same++;
        }

        otherwise.Should().BeEquivalentTo(Differences.Keys);

        // Nothing is left to search for in ranges of words and in fields that we do not know: on both sides.
        (same, refused, byDefaultAnd, byAnalyser).Should().Be((146, 68, 38, 27));
    }

    // "field" is the field that their tests search where none is named.
    private static string? Read(string text) => Query.Parse(
        text.Replace("field:", ""), Engagement.Queries.QueryOptions.Default with { Dialect = Engagement.Queries.QueryDialect.Lucene }).Query?.ToString();
}

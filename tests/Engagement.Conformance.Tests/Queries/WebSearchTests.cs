namespace Engagement.Conformance.Queries;

/// <summary>PostgreSQL's web search syntax, which is what people type into a search box: what it makes of a text and what we make of it.</summary>
public sealed class WebSearchTests
{
    private const string Glued = "what is glued together without a space is a phrase to us, words anywhere to them";
    private const string Operator = "an operator with nothing beside it we leave out and say so; to them it is a word";
    private const string Brackets = "brackets group to us; they pass over them";
    private const string GluedOr = "“or” before a sign is the start of a word to us, the operator to them";

    /// <summary>Texts that we read otherwise, each with its reason.</summary>
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["I have a fat:*ABCD cat"] = Glued,
        ["orange:**AABBCCDD"] = Glued,
        ["fat:A!cat:B|rat:C<"] = Glued,
        ["fat:A : cat:B"] = Glued,
        ["abc:def"] = Glued,
        ["a:::b"] = Glued,
        ["abc:d"] = Glued,
        ["fat*rat"] = "* is a wildcard to us, and stands at the end of a word only, which we say",
        ["fat-rat"] = "they look for the word with the hyphen and for its parts one after another",
        ["abc or-abc"] = "they look for the word with the hyphen and for its parts one after another",
        ["fat_rat"] = "a word with an underscore is one word to us",
        ["abc OR_abc"] = "a word with an underscore is one word to us",
        ["abc | def"] = "| is OR to us, which we say",
        ["abc (pg or class)"] = Brackets,
        ["fat (cat OR rat"] = Brackets,
        ["cat OR"] = Operator,
        ["OR rat"] = Operator,
        ["fat or)rat"] = GluedOr,
        ["fat or&rat"] = GluedOr,
        ["fat or|rat"] = GluedOr,
        ["fat or!rat"] = GluedOr,
        ["fat or<rat"] = GluedOr,
        ["fat or>rat"] = GluedOr,
    };

    [Fact]
    public void A_text_typed_into_a_search_box_means_the_same_to_both()
    {
        var (same, stemmed) = (0, 0);
        var otherwise = new HashSet<string>();
        foreach (var row in ThirdPartyTable.Read("postgres_websearch_parse.jsonl"))
        {
            if (row.GetProperty("fn").GetString() != "websearch_to_tsquery") continue;

            // English stems its words and drops the most common ones, which we never do.
            if (row.GetProperty("config").GetString() != "simple")
            {
                stemmed++;
                continue;
            }

            var text = row.GetProperty("query").GetString()!;
            if (Query.Parse(text).Query?.ToString() == Theirs(row.GetProperty("parse").GetString())) same++;
            else otherwise.Add(text);
        }

        otherwise.Should().BeEquivalentTo(Differences.Keys);
        (same, stemmed).Should().Be((15, 29));
    }

    private static string? Theirs(string? tree) => string.IsNullOrEmpty(tree)
        ? null
        : Query.Parse(TsQuery.Translate(tree, _ => "").Bare.Replace(TsQuery.Stem, "")).Query?.ToString();
}

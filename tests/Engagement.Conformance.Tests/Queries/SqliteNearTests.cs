using System.Text.RegularExpressions;

namespace Engagement.Conformance.Queries;

/// <summary>SQLite's own table of NEAR, put into our syntax.</summary>
public sealed class SqliteNearTests
{
    private const string PhrasesInWindow = "our window of three or more takes single words, not phrases (and never lets two operands share a word)";

    [Fact]
    public void Near_answers_as_SQLite_does()
    {
        var differences = new List<string>();
        var agreed = 0;
        foreach (var row in ThirdPartyTable.Read("sqlite_near_match.jsonl"))
        {
            var id = row.GetProperty("id").GetString()!;
            if (Translate(row.GetProperty("query").GetString()!) is not { } query)
            {
                differences.Add(id);
                continue;
            }

            // A dot is a word to their tokenizer.
            var text = row.GetProperty("doc").GetString()!.Replace(".", "dot");
            ThirdPartyTable.Finds(query, text).Should().Be(row.GetProperty("match").GetBoolean(), "of {0}: “{1}” on “{2}”", id, query, text);
            agreed++;
        }

        agreed.Should().Be(18);
        differences.Should().Equal(["1.19", "1.20", "1.21", "1.22", "1.23", "1.24", "1.25"], PhrasesInWindow);
    }

    private static string? Translate(string query)
    {
        var match = Regex.Match(query, @"^NEAR\((.*), (\d+)\)$");
        var operands = Regex.Matches(match.Groups[1].Value, "\"[^\"]+\"|\\S+").Select(operand => operand.Value.Trim('"').Replace('+', ' ')).ToArray();
        var distance = int.Parse(match.Groups[2].Value);
        if (operands.Length == 2) return $"\"{operands[0]}\" NEAR/{distance} \"{operands[1]}\"";

        // They count every word between the first operand and the last, we those that are no operand.
        return operands.All(operand => !operand.Contains(' ')) ? $"\"{string.Join(' ', operands)}\"~{distance - (operands.Length - 2)}" : null;
    }
}

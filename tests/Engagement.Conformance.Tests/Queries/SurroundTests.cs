using System.Text.RegularExpressions;

namespace Engagement.Conformance.Queries;

/// <summary>Lucene's surround parser: its table of matches put into our syntax, and the texts that must be refused.</summary>
public sealed class SurroundTests
{
    /// <summary>Queries that we answer otherwise, or not at all, each with its reason.</summary>
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["w*rd?"] = "* stands at the end of a word only",
        ["w*rd??"] = "* stands at the end of a word only",
        ["w*?da?"] = "* stands at the end of a word only",
    };

    /// <summary>Texts that surround refuses and we read without an error, each with its reason.</summary>
    private static readonly Dictionary<string, string> Accepted = new()
    {
        ["ab*"] = "two letters before * are enough for us, surround wants three",
        ["ab?"] = "two letters beside ? are enough for us, surround wants three",
        ["a???b"] = "two letters beside ? are enough for us, surround wants three",
        ["word1 word2"] = "a space is AND to us, an error to surround",
        ["xx (a AND b)"] = "a space is AND to us, an error to surround",
        ["or(word2+ not ord+, and xyz,def)"] = "small and, or, not are words or operators between words to us; surround knows them as functions",
    };

    [Fact]
    public void Matches_are_those_of_surround()
    {
        var agreed = 0;
        var differences = new HashSet<string>();
        var rows = ThirdPartyTable.Read("lucene_surround_match.jsonl");
        foreach (var row in rows)
        {
            var theirs = row.GetProperty("query").GetString()!;
            var ours = new SurroundReader(theirs).Read();
            var docs = row.GetProperty("docs").EnumerateArray().Select(doc => doc.GetString()!).ToArray();
            var expected = row.GetProperty("matches").EnumerateArray().Select(match => match.GetInt32()).ToArray();
            var actual = docs.Select((doc, i) => (Found: ThirdPartyTable.Finds(ours, doc), i)).ToArray();
            if (Differences.ContainsKey(theirs))
            {
                differences.Add(theirs);
                actual.Should().OnlyContain(answer => answer.Found == null, "our parser refuses “{0}”: {1}", theirs, Differences[theirs]);
                continue;
            }

            actual.Where(answer => answer.Found == true).Select(answer => answer.i).Should().Equal(expected, "of “{0}”, in our syntax “{1}”", theirs, ours);
            agreed++;
        }

        rows.Count.Should().Be(63);
        differences.Should().BeEquivalentTo(Differences.Keys);
        agreed.Should().Be(60);
    }

    [Fact]
    public void What_must_be_refused_our_parser_refuses()
    {
        var accepted = new List<string>();
        var rows = ThirdPartyTable.Read("lucene_surround_mustfail.jsonl");
        foreach (var row in rows)
        {
            var text = row.GetProperty("query").GetString()!;

            // Word for word: nothing but our own parser judges the text.
            if (Query.Parse(text).Success) accepted.Add(text);
        }

        rows.Count.Should().Be(24);
        accepted.Should().BeEquivalentTo(Accepted.Keys);
    }

    /// <summary>Surround's syntax in ours: functions become infix, nW and nN our NEAR with n - 1 words between.</summary>
    private sealed class SurroundReader(string text)
    {
        private readonly string[] _tokens = [.. Regex.Matches(text, @"[(),]|[^\s(),]+").Select(token => token.Value)];
        private int _at;

        public string Read() => Infix(0);

        private string? Current => _at < _tokens.Length ? _tokens[_at] : null;

        private static int LevelOf(string? token)
        {
            if (token is null) return -1;
            if (token.Equals("or", StringComparison.OrdinalIgnoreCase)) return 0;
            if (token.Equals("and", StringComparison.OrdinalIgnoreCase)) return 1;
            if (token.Equals("not", StringComparison.OrdinalIgnoreCase)) return 2;
            return Regex.IsMatch(token, "^[0-9]*[nN]$") ? 3 : Regex.IsMatch(token, "^[0-9]*[wW]$") ? 4 : -1;
        }

        private string Infix(int level)
        {
            if (level == 5) return Primary();
            var operands = new List<string> { Infix(level + 1) };
            var name = "";
            while (LevelOf(Current) == level)
            {
                name = _tokens[_at++];
                operands.Add(Infix(level + 1));
            }

            return operands.Count == 1 ? operands[0] : Join(name, operands, isFunction: false);
        }

        private string Primary()
        {
            var token = _tokens[_at++];
            if (LevelOf(token) >= 0 && Current == "(")
            {
                _at++;
                var operands = new List<string> { Infix(0) };
                while (Current == ",")
                {
                    _at++;
                    operands.Add(Infix(0));
                }

                _at++;
                return Join(token, operands, isFunction: true);
            }

            if (token != "(") return token;
            var inner = Infix(0);
            _at++;
            return inner;
        }

        private static string Join(string name, List<string> operands, bool isFunction)
        {
            var level = LevelOf(name);
            if (level <= 2) return $"({string.Join(new[] { " OR ", " AND ", " NOT " }[level], operands)})";
            var distance = name.Length == 1 ? 0 : int.Parse(name[..^1]) - 1;
            if (level == 4) return string.Join($" ONEAR/{distance} ", operands);
            return !isFunction || operands.Count == 2 ? string.Join($" NEAR/{distance} ", operands) : $"\"{string.Join(' ', operands)}\"~{distance * (operands.Count - 1)}";
        }
    }
}

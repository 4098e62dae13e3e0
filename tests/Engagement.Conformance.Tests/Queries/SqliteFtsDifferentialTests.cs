using Microsoft.Data.Sqlite;

namespace Engagement.Conformance.Queries;

/// <summary>SQLite's FTS5 as a judge from outside: AND, OR, NOT, NEAR, phrase and prefix over random texts and queries.</summary>
public sealed class SqliteFtsDifferentialTests
{
    private static readonly string[] Words = ["alpha", "beta", "gamma", "delta", "alpine", "betray", "gala", "deal"];

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Random_queries_find_what_FTS5_finds(int seed)
    {
        var random = new Random(seed);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE VIRTUAL TABLE posts USING fts5(body)");
        var texts = Enumerable.Range(0, 200).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pick(random)))).ToArray();
        for (var i = 0; i < texts.Length; i++) Execute(connection, "INSERT INTO posts(rowid, body) VALUES ($id, $body)", ("$id", i), ("$body", texts[i]));
        var mentions = texts.Select(text => MentionParser.Default.Parse(text)).ToArray();
        var pairs = Enumerable.Range(0, 300).Select(_ => Make(random, random.Next(3))).ToArray();
        var set = QuerySet.Create(pairs.Select((pair, i) => new Engagement.Queries.KeyedQuery($"{i}", Query.Parse(pair.Ours).GetValueOrThrow())));
        var found = pairs.Select(_ => new List<int>()).ToArray();
        var workspace = new ReadingWorkspace();
        for (var i = 0; i < mentions.Length; i++)
        {
            foreach (var ordinal in set.Match(mentions[i], workspace).Ordinals) found[ordinal].Add(i);
        }

        for (var q = 0; q < pairs.Length; q++)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT rowid FROM posts WHERE posts MATCH $query ORDER BY rowid";
            command.Parameters.AddWithValue("$query", pairs[q].Theirs);
            using var reader = command.ExecuteReader();
            var expected = new List<int>();
            while (reader.Read()) expected.Add(reader.GetInt32(0));
            found[q].Should().Equal(expected, "of “{0}”, to FTS5 “{1}”", pairs[q].Ours, pairs[q].Theirs);
        }

        found.Sum(list => list.Count).Should().BeInRange(3_000, 57_000, "a test in which nothing or everything matches shows nothing");
    }

    private static string Pick(Random random) => Words[random.Next(Words.Length)];

    private static (string Ours, string Theirs) Make(Random random, int depth)
    {
        if (depth == 0) return Leaf(random);
        var left = Make(random, depth - 1);
        var right = Make(random, depth - 1);
        var name = new[] { "AND", "OR", "NOT" }[random.Next(3)];
        return ($"({left.Ours}) {name} ({right.Ours})", $"({left.Theirs}) {name} ({right.Theirs})");
    }

    private static (string Ours, string Theirs) Leaf(Random random)
    {
        var word = Pick(random);
        switch (random.Next(4))
        {
            case 0:
                return (word, word);
            case 1:
                var prefix = word[..random.Next(2, word.Length)];
                return (prefix + "*", prefix + "*");
            case 2:
                var phrase = $"\"{word} {Pick(random)}\"";
                return (phrase, phrase);
            default:
                // FTS5 lets both operands be one occurrence, we do not: of two different words that makes no difference.
                var other = Words[(Array.IndexOf(Words, word) + random.Next(1, Words.Length)) % Words.Length];
                var distance = random.Next(6);
                return ($"{word} NEAR/{distance} {other}", $"NEAR({word} {other}, {distance})");
        }
    }

    private static void Execute(SqliteConnection connection, string text, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}

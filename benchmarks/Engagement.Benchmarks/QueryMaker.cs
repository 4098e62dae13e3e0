using System.Text.RegularExpressions;

namespace Engagement.Benchmarks;

/// <summary>Makes queries for measurements, from a fixed seed: the same at every run.</summary>
internal static partial class QueryMaker
{
    // Words that a listening post for hospitals asks for again and again.
    private static readonly string[] Common = ["nurse", "ward", "hospital", "nhs", "staff", "doctor", "care", "appointment", "clinic", "team"];

    /// <summary>
    /// More queries in the manner of given ones, <c>(a OR "b c") AND (town OR town) NOT d</c>: as many alternatives and towns, and each
    /// word as often as they have it.
    /// </summary>
    public static IEnumerable<string> InTheMannerOf(IReadOnlyList<string> given, int count)
    {
        var random = new Random(100_000);
        var shapes = given.Select(query => Shape().Match(query)).Where(match => match.Success).ToArray();
        string[] Parts(Match shape, int group) => shape.Groups[group].Value.Split(" OR ");
        var names = shapes.SelectMany(shape => Parts(shape, 1)).SelectMany(part => part.Trim('"').Split(' ')).ToArray();
        var towns = shapes.SelectMany(shape => Parts(shape, 2)).ToArray();
        for (var i = 0; i < count; i++)
        {
            var shape = shapes[random.Next(shapes.Length)];
            var alternatives = Parts(shape, 1).Select(part => part.Contains(' ', StringComparison.Ordinal) ? $"\"{Pick(names)} {Pick(names)}\"" : Pick(names));
            var places = Parts(shape, 2).Select(_ => Pick(towns));
            yield return $"({string.Join(" OR ", alternatives)}) AND ({string.Join(" OR ", places)}) NOT {shapes[random.Next(shapes.Length)].Groups[3].Value}";
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    /// <summary>
    /// Queries as people write them who listen for a hospital: each has one of a few common words, and others as often as the posts have
    /// them; words in the posts' own order become phrases.
    /// </summary>
    public static IEnumerable<string> OverPosts(IReadOnlyList<string> posts, int count)
    {
        var random = new Random(10_000);
        var texts = posts.Select(post => PlainWord().Matches(post).Select(match => match.Value.ToLowerInvariant()).ToArray()).Where(words => words.Length > 4).ToArray();
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < count)
        {
            var common = Common[random.Next(Common.Length)];
            made.Add(random.Next(8) switch
            {
                0 => $"{common} ({Word()} OR {Word()})",
                1 => $"{common} AND {Word()} NOT {Word()}",
                2 => $"{common} NEAR/5 ({Word()} OR {Word()} OR {Word()})",
                3 => $"({common} OR {Common[random.Next(Common.Length)]}) AND ({Word()} OR {Word()} OR \"{Pair()}\")",
                4 => $"\"{Pair()}\" AND {common}",
                5 => $"({Word()} OR {Word()}) NEAR/8 ({common} OR {Word()})",
                6 => $"{common} AND {Word()} AND {Word()}",
                _ => $"({common} OR #{common}) {Word()[..3]}* NOT (job OR vacancy)",
            });
        }

        return made;

        string Word()
        {
            while (true)
            {
                var text = texts[random.Next(texts.Length)];
                var word = text[random.Next(text.Length)];
                if (word.Length > 3) return word;
            }
        }

        string Pair()
        {
            var text = texts[random.Next(texts.Length)];
            var at = random.Next(text.Length - 1);
            return text[at] + " " + text[at + 1];
        }
    }

    [GeneratedRegex(@"^\((.*?)\) AND \((.*?)\) NOT (\w+)$")]
    private static partial Regex Shape();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex PlainWord();
}

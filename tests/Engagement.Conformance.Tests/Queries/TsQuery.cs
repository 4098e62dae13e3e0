using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Conformance.Queries;

/// <summary>A tsquery that has no counterpart in our language.</summary>
internal sealed class NotSayableException(string reason) : Exception(reason);

/// <summary>Reads PostgreSQL's tsquery syntax and writes it in ours. Only the syntax is translated here; what it finds is our engine's business.</summary>
internal sealed partial class TsQuery
{
    /// <summary>
    /// Stands before every word of query and document, so that a prefix of one letter has letters enough for us, and so that <c>zz*</c> is any word: that says
    /// PostgreSQL's exact distance, <c>a &lt;3&gt; b</c>, as the phrase <c>"zza zz* zz* zzb"</c>.
    /// </summary>
    public const string Stem = "zz";

    private readonly string[] _tokens;
    private int _at;

    private TsQuery(string text) => _tokens = [.. Tokens().Matches(text).Select(token => token.Value.Trim())];

    private abstract record Node;

    private sealed record Word(string Text, bool IsPrefix, string Weights) : Node;

    private sealed record Not(Node Child) : Node;

    private sealed record Join(bool IsAnd, Node Left, Node Right) : Node;

    private sealed record Phrase(int Distance, Node Left, Node Right) : Node;

    /// <summary>The query in our syntax, never alone negative: <c>lang:en</c> stands before it.</summary>
    /// <param name="text">A tsquery.</param>
    /// <param name="partOf">The field that a weight is kept in.</param>
    /// <exception cref="NotSayableException">Our language has no such thing, for the reason given.</exception>
    public static (string Text, string Bare) Translate(string text, Func<char, string> partOf)
    {
        var reader = new TsQuery(text);
        var root = Simplified(reader.Any());
        if (reader._at != reader._tokens.Length) throw new FormatException($"“{text}” is no tsquery that this reads");
        var hasWeights = Words(root).Any(word => word.Weights.Length > 0);
        var bare = Write(root);
        return ($"lang:en AND ({bare})", bare);

        string Write(Node node) => node switch
        {
            Word word => Single(word),
            Not not => $"NOT ({Write(not.Child)})",
            Join join => $"({Write(join.Left)} {(join.IsAnd ? "AND" : "OR")} {Write(join.Right)})",
            Phrase phrase => $"({string.Join(" OR ", Alternatives(phrase).Select(Sequence))})",
            _ => throw new InvalidOperationException(),
        };

        string Single(Word word)
        {
            var spelled = Spell(word);
            if (word.Weights.Length > 0) return $"({string.Join(" OR ", word.Weights.Select(weight => partOf(weight) + spelled))})";
            return hasWeights ? $"({spelled} OR title:{spelled} OR bio:{spelled} OR place:{spelled})" : spelled;
        }

        static string Sequence(List<(Word Word, int Distance)> words)
        {
            if (words.Any(word => word.Word.Weights.Length > 0)) throw new NotSayableException("a phrase of ours lies within one part of a post, theirs may begin in one and end in another");
            if (words.Any(word => word.Distance == 0)) throw new NotSayableException("two words of ours are never at one place");
            return Quoted(words);
        }
    }

    private static string Spell(Word word) => Stem + word.Text + (word.IsPrefix ? "*" : "");

    private static string Quoted(List<(Word Word, int Distance)> words) =>
        $"\"{string.Join(' ', words.SelectMany((word, i) => Enumerable.Repeat(Stem + "*", i == 0 ? 0 : word.Distance - 1).Append(Spell(word.Word))))}\"";

    /// <summary>The runs of words that a phrase may consist of, each word with its distance from the one before.</summary>
    private static IEnumerable<List<(Word Word, int Distance)>> Alternatives(Node node) => node switch
    {
        Word word => [[(word, 1)]],
        Join { IsAnd: false } or => Alternatives(or.Left).Concat(Alternatives(or.Right)),
        Phrase phrase =>
            from left in Alternatives(phrase.Left)
            from right in Alternatives(phrase.Right)
            select left.Concat(right.Select((word, i) => i == 0 ? (word.Word, phrase.Distance) : word)).ToList(),
        Not => throw new NotSayableException("NOT has no place in a phrase of ours"),
        _ => throw new NotSayableException("two words of ours are never at one place"),
    };

    private static IEnumerable<Word> Words(Node node) => node switch
    {
        Word word => [word],
        Not not => Words(not.Child),
        Join join => Words(join.Left).Concat(Words(join.Right)),
        Phrase phrase => Words(phrase.Left).Concat(Words(phrase.Right)),
        _ => [],
    };

    private static Node Simplified(Node node) => node switch
    {
        Not { Child: Not inner } => Simplified(inner.Child),
        Not not => new Not(Simplified(not.Child)),
        Join join => join with { Left = Simplified(join.Left), Right = Simplified(join.Right) },
        Phrase phrase => phrase with { Left = Simplified(phrase.Left), Right = Simplified(phrase.Right) },
        _ => node,
    };

    private string? Current => _at < _tokens.Length ? _tokens[_at] : null;

    private Node Any()
    {
        var left = All();
        while (Current == "|")
        {
            _at++;
            left = new Join(false, left, All());
        }

        return left;
    }

    private Node All()
    {
        var left = Phrased();
        while (Current == "&")
        {
            _at++;
            left = new Join(true, left, Phrased());
        }

        return left;
    }

    private Node Phrased()
    {
        var left = Negated();
        while (Current is { } token && token[0] == '<')
        {
            _at++;
            var distance = token == "<->" ? 1 : int.Parse(token[1..^1], CultureInfo.InvariantCulture);
            left = new Phrase(distance, left, Negated());
        }

        return left;
    }

    private Node Negated()
    {
        if (Current == "!")
        {
            _at++;
            return new Not(Negated());
        }

        var token = _tokens[_at++];
        if (token == "(")
        {
            var inner = Any();
            _at++;
            return inner;
        }

        var parts = token.Split(':');
        var label = parts.Length > 1 ? parts[1] : "";
        return new Word(parts[0].Trim('\''), label.Contains('*'), label.Replace("*", ""));
    }

    [GeneratedRegex(@"\s*(<->|<\d+>|[()&|!]|'[^']*'(:\*?[A-D]*)?|[\w-]+(:\*?[A-D]*)?)")]
    private static partial Regex Tokens();
}

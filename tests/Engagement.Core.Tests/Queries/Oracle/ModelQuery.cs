using NodaTime;

namespace Engagement.Queries.Oracle;

/// <summary>
/// A query as the random maker thinks of it, with the slowest possible evaluation: every subset of places is tried. It shares
/// neither tokenizer nor tree nor position code with the library.
/// </summary>
internal abstract record ModelQuery
{
    /// <summary>The parts of a post that a word without a field is looked for in.</summary>
    protected static readonly string[] Everywhere = ["title", "text"];

    public abstract bool Holds(ModelPost post);

    /// <summary>Text of the query; whatever is not a leaf comes in brackets, unless it is the whole.</summary>
    public abstract string Render(Random random);

    public virtual bool HoldsForNothing => false;

    protected static string Bracketed(ModelQuery query, Random random) =>
        query is ModelLeaf || query is ModelNot ? query.Render(random) : $"({query.Render(random)})";
}

internal abstract record ModelLeaf : ModelQuery;

internal sealed record ModelAnd(List<ModelQuery> Children) : ModelQuery
{
    public override bool Holds(ModelPost post) => Children.TrueForAll(child => child.Holds(post));

    public override bool HoldsForNothing => Children.TrueForAll(child => child.HoldsForNothing);

    public override string Render(Random random)
    {
        string[] operators = [" ", " AND ", " && "];
        return string.Join(operators[random.Next(3)], Children.Select(child => Bracketed(child, random)));
    }
}

internal sealed record ModelOr(List<ModelQuery> Children) : ModelQuery
{
    public override bool Holds(ModelPost post) => Children.Exists(child => child.Holds(post));

    public override bool HoldsForNothing => Children.Exists(child => child.HoldsForNothing);

    public override string Render(Random random) =>
        string.Join(random.Next(3) == 0 ? " || " : " OR ", Children.Select(child => Bracketed(child, random)));
}

internal sealed record ModelNot(ModelQuery Child) : ModelQuery
{
    public override bool Holds(ModelPost post) => !Child.Holds(post);

    public override bool HoldsForNothing => !Child.HoldsForNothing;

    public override string Render(Random random)
    {
        string[] operators = ["NOT ", "-", "!"];
        // Minus and exclamation mark want something other than another of them right behind.
        return operators[Child is ModelNot ? 0 : random.Next(3)] + Bracketed(Child, random);
    }
}

/// <summary>A word as asked for.</summary>
internal sealed record ModelWord(string Text, ModelKind Kind, bool IsPrefix, bool IsExact)
{
    public bool Is(ModelToken token)
    {
        var kinds = Kind == ModelKind.Word ? token.Kind is ModelKind.Word or ModelKind.Hashtag : token.Kind == Kind;
        return kinds && Fits(token.Folded, Text.ToLowerInvariant().Replace('é', 'e')) && (!IsExact || Fits(token.Written, Text));
    }

    private bool Fits(string word, string asked)
    {
        if (IsPrefix ? word.Length < asked.Length : word.Length != asked.Length) return false;
        for (var i = 0; i < asked.Length; i++)
        {
            if (asked[i] != '?' && asked[i] != word[i]) return false;
        }

        return true;
    }

    public string Render() => (Kind switch { ModelKind.Hashtag => "#", ModelKind.Handle => "@", ModelKind.Cashtag => "$", _ => "" }) + Text + (IsPrefix ? "*" : "");
}

/// <summary>Words one after the other.</summary>
internal sealed record ModelPhrase(List<ModelWord> Words, string? Field) : ModelLeaf
{
    public override bool Holds(ModelPost post) => (Field is null ? Everywhere : [Field]).Any(part => Places(post.Part(part)).Count > 0);

    public List<(int Start, int End)> Places(List<ModelToken> tokens)
    {
        var places = new List<(int, int)>();
        for (var start = 0; start + Words.Count <= tokens.Count; start++)
        {
            if (Words.Select((word, i) => word.Is(tokens[start + i])).All(isWord => isWord)) places.Add((start, start + Words.Count - 1));
        }

        return places;
    }

    public override string Render(Random random)
    {
        var prefix = (Field is null ? "" : Field + ":") + (Words[0].IsExact ? "case:" : "");
        // Bare, "and" between two operands is an operator.
        var isBare = Words.Count == 1 && random.Next(4) > 0 && Words[0].Text != "and";
        return isBare ? prefix + Words[0].Render() : $"{prefix}\"{string.Join(' ', Words.Select(word => word.Render()))}\"";
    }
}

/// <summary>Words in any order with few others among them.</summary>
internal sealed record ModelWindow(List<ModelWord> Words, int Others, string? Field) : ModelLeaf
{
    public override bool Holds(ModelPost post) => (Field is null ? Everywhere : [Field]).Any(part => Fits(post.Part(part), 0, []));

    private bool Fits(List<ModelToken> tokens, int word, List<int> taken)
    {
        if (word == Words.Count) return taken.Max() - taken.Min() + 1 - taken.Count <= Others;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (taken.Contains(at) || !Words[word].Is(tokens[at])) continue;
            taken.Add(at);
            var fits = Fits(tokens, word + 1, taken);
            taken.Remove(at);
            if (fits) return true;
        }

        return false;
    }

    public override string Render(Random random) => $"{(Field is null ? "" : Field + ":")}\"{string.Join(' ', Words.Select(word => word.Render()))}\"~{Others}";
}

/// <summary>Two words or phrases near each other.</summary>
internal sealed record ModelNear(List<ModelPhrase> Left, List<ModelPhrase> Right, int Others, bool Ordered, string? Field) : ModelLeaf
{
    public override bool Holds(ModelPost post)
    {
        foreach (var part in Field is null ? Everywhere : [Field])
        {
            var tokens = post.Part(part);
            foreach (var left in Left.SelectMany(phrase => phrase.Places(tokens)))
            {
                foreach (var right in Right.SelectMany(phrase => phrase.Places(tokens)))
                {
                    if (left.End < right.Start && right.Start - left.End - 1 <= Others) return true;
                    if (!Ordered && right.End < left.Start && left.Start - right.End - 1 <= Others) return true;
                }
            }
        }

        return false;
    }

    public override string Render(Random random)
    {
        var near = $"{Side(Left)} {(Ordered ? "O" : "")}NEAR/{Others} {Side(Right)}";
        return Field is null ? near : $"{Field}:({near})";

        string Side(List<ModelPhrase> phrases) => phrases.Count == 1 ? phrases[0].Render(random) : $"({string.Join(" OR ", phrases.Select(phrase => phrase.Render(random)))})";
    }
}

/// <summary>A condition on what is known, with the text that asks for it.</summary>
internal sealed record ModelCondition(string Text, Func<ModelPost, bool> Test) : ModelLeaf
{
    public override bool Holds(ModelPost post) => Test(post);

    public override string Render(Random random) => Text;
}

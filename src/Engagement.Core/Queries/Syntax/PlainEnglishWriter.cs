using System.Globalization;
using System.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Says a tree in plain English.</summary>
internal static class PlainEnglishWriter
{
    public static string Write(QueryNode node)
    {
        var text = new StringBuilder("Posts ");
        Write(node, text, isNested: false, isNegated: false);
        return text.Append('.').ToString();
    }

    private static void Write(QueryNode node, StringBuilder text, bool isNested, bool isNegated)
    {
        switch (node)
        {
            case AndNode and:
                Join(and.Children, isNegated ? " or " : " and ", text, isNested, isNegated);
                break;
            case OrNode any when Words(any) is { } words:
                text.Append(isNegated ? "that do not have " : "that have ").Append(words);
                break;
            case OrNode any:
                Join(any.Children, isNegated ? " and " : " or ", text, isNested, isNegated);
                break;
            case NotNode not:
                Write(not.Child, text, isNested, !isNegated);
                break;
            case SequenceNode sequence:
                text.Append(isNegated ? "that do not have " : "that have ").Append(Words(sequence)).Append(Where(sequence.Scope));
                break;
            case NearNode near:
                text.Append(isNegated ? "that do not have " : "that have ").Append(Alternatives(near.Left));
                text.Append(near.Ordered ? " followed by " : " near ").Append(Alternatives(near.Right));
                text.Append(CultureInfo.InvariantCulture, $" with at most {near.Distance} other word{(near.Distance == 1 ? "" : "s")} between").Append(Where(near.Scope));
                break;
            case FieldNode field:
                text.Append(Say(field.Test, isNegated));
                break;
        }
    }

    private static void Join(QueryNode[] children, string by, StringBuilder text, bool isNested, bool isNegated)
    {
        if (isNested) text.Append('(');
        for (var i = 0; i < children.Length; i++)
        {
            if (i > 0) text.Append(i == children.Length - 1 || children.Length == 2 ? by : "," + by);
            Write(children[i], text, isNested: true, isNegated);
        }

        if (isNested) text.Append(')');
    }

    /// <summary>An OR of nothing but words of one scope reads as a list.</summary>
    private static string? Words(OrNode or)
    {
        var scope = (or.Children[0] as SequenceNode)?.Scope;
        var words = new List<string>(or.Children.Length);
        foreach (var child in or.Children)
        {
            if (child is not SequenceNode sequence || sequence.Scope != scope) return null;
            words.Add(Words(sequence));
        }

        return List(words) + Where(scope!.Value);
    }

    private static string Alternatives(SequenceNode[] alternatives) => List([.. alternatives.Select(Words)]);

    private static string List(List<string> words) => words.Count == 1
        ? words[0]
        : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[^1];

    private static string Words(SequenceNode sequence)
    {
        if (sequence.Terms is [var single]) return Word(single);
        var quoted = $"“{CanonicalWriter.Spelling(sequence.Terms)}”";
        var exact = sequence.Terms[0].Exact is null ? "" : " in exactly these capitals";
        return sequence.Slop == SequenceNode.Exact
            ? $"the phrase {quoted}{exact}"
            : string.Create(CultureInfo.InvariantCulture, $"the words {quoted} in any order among at most {sequence.Slop} other{(sequence.Slop == 1 ? "" : "s")}{exact}");
    }

    private static string Word(Term term)
    {
        var exact = term.Exact is null ? "" : " in exactly these capitals";
        var spelling = CanonicalWriter.Spelling(term);
        var name = term.Kind switch
        {
            TermKind.Hashtag => "the hashtag ",
            TermKind.Handle => "the handle ",
            TermKind.List => "the list ",
            TermKind.Cashtag => "the cashtag ",
            TermKind.Link => "the link ",
            TermKind.Email => "the address ",
            TermKind.Emoji => "the emoji ",
            _ => "",
        };
        if ((term.Shape & TermShape.Prefix) != 0)
        {
            return (term.Shape & TermShape.Pattern) != 0
                ? $"{name}a word like “{spelling}”{exact}"
                : $"{(name.Length == 0 ? "a word" : name.TrimEnd())} beginning with “{spelling[..^1]}”{exact}";
        }

        return (term.Shape & TermShape.Pattern) != 0 ? $"{name}a word like “{spelling}”{exact}" : $"{name}“{spelling}”{exact}";
    }

    private static string Where(TextScope scope) => scope switch
    {
        TextScope.Title => " in the title",
        TextScope.Biography => " in the author's profile",
        TextScope.Place => " in the place that the source names",
        _ => "",
    };

    private static string Say(FieldTest test, bool isNegated)
    {
        var value = CanonicalWriter.ValueOf(test);
        var not = isNegated ? "not " : "";
        return test.Kind switch
        {
            FieldKind.From => test.Name is null ? $"{not}from @{test.Text}" : $"{not}from somebody named {value.Replace("\"", "", StringComparison.Ordinal)}",
            FieldKind.To => $"{not}addressed to @{test.Text}",
            FieldKind.Url => $"{(isNegated ? "without" : "with")} a link that has “{test.Text}”",
            FieldKind.Site => $"{not}on, or with a link to, {test.Text}",
            FieldKind.Language => $"{not}in the language {test.Text}",
            FieldKind.Platform => $"{not}on {test.Platform}",
            FieldKind.Since => $"{not}published on or after {value}",
            FieldKind.Until => $"{not}published before {value}",
            FieldKind.State => State(test.State, isNegated),
            _ => $"{not}with {Count(test)} {Counted(test)}",
        };
    }

    private static string Counted(FieldTest test)
    {
        var isOne = test.Most == 1 || (test.Least == 1 && test.Most == long.MaxValue);
        return test.Kind == FieldKind.Replies && isOne ? "reply" : isOne ? FieldNames.NameOf(test.Kind, default)[..^1] : FieldNames.NameOf(test.Kind, default);
    }

    private static string Count(FieldTest test)
    {
        if (test.Most == long.MaxValue) return string.Create(CultureInfo.InvariantCulture, $"at least {test.Least}");
        if (test.Least == test.Most) return string.Create(CultureInfo.InvariantCulture, $"exactly {test.Least}");
        return test.Least == 0
            ? string.Create(CultureInfo.InvariantCulture, $"at most {test.Most}")
            : string.Create(CultureInfo.InvariantCulture, $"from {test.Least} to {test.Most}");
    }

    private static string State(PostState state, bool isNegated) => state switch
    {
        PostState.Reply => isNegated ? "that are not replies" : "that are replies",
        PostState.Repost => isNegated ? "that are not reposts" : "that are reposts",
        PostState.Quote => isNegated ? "that do not quote another" : "that quote another",
        PostState.Original => isNegated ? "that reply to, repeat or quote another" : "that are nobody else's repeated, quoted or replied to",
        PostState.Link => isNegated ? "without a link" : "with a link",
        PostState.Media => isNegated ? "without a picture, film or sound" : "with a picture, film or sound",
        PostState.Question => isNegated ? "without a question mark" : "with a question mark",
        _ => isNegated ? "without an emoji" : "with an emoji",
    };
}

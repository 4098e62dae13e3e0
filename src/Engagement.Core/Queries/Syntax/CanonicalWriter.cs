using System.Globalization;
using System.Text;
using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Writes a tree in the one form that stands for all queries of its meaning up to layout, and that parses back to it.</summary>
internal static class CanonicalWriter
{
    private static readonly string[] ScopePrefixes = ["", "title:", "bio:", "place:"];

    public static string Write(QueryNode node)
    {
        var text = new StringBuilder();
        Write(node, text, Place.Top);
        return text.ToString();
    }

    private enum Place
    {
        Top,
        InAnd,
        InOr,
        InNot,
    }

    private static void Write(QueryNode node, StringBuilder text, Place place)
    {
        switch (node)
        {
            case AndNode and:
                Join(and.Children, " AND ", place != Place.Top, Place.InAnd, text);
                break;
            case OrNode or:
                Join(or.Children, " OR ", place != Place.Top, Place.InOr, text);
                break;
            case NotNode not:
                text.Append("NOT ");
                Write(not.Child, text, Place.InNot);
                break;
            case SequenceNode sequence:
                text.Append(ScopePrefixes[(int)sequence.Scope]);
                WriteSequence(sequence, text);
                break;
            case NearNode near:
                if (near.Scope != TextScope.Anywhere) text.Append(ScopePrefixes[(int)near.Scope]).Append('(');
                WriteOperand(near.Left, text);
                text.Append(near.Ordered ? " ONEAR/" : " NEAR/").Append(near.Distance.ToString(CultureInfo.InvariantCulture)).Append(' ');
                WriteOperand(near.Right, text);
                if (near.Scope != TextScope.Anywhere) text.Append(')');
                break;
            case FieldNode field:
                WriteField(field.Test, text);
                break;
        }
    }

    private static void Join(QueryNode[] children, string by, bool bracketed, Place place, StringBuilder text)
    {
        if (bracketed) text.Append('(');
        for (var i = 0; i < children.Length; i++)
        {
            if (i > 0) text.Append(by);
            Write(children[i], text, place);
        }

        if (bracketed) text.Append(')');
    }

    private static void WriteOperand(SequenceNode[] alternatives, StringBuilder text)
    {
        if (alternatives.Length > 1) text.Append('(');
        for (var i = 0; i < alternatives.Length; i++)
        {
            if (i > 0) text.Append(" OR ");
            WriteSequence(alternatives[i], text);
        }

        if (alternatives.Length > 1) text.Append(')');
    }

    /// <summary>The words, without their scope.</summary>
    public static void WriteSequence(SequenceNode sequence, StringBuilder text)
    {
        if (sequence.Terms[0].Exact is not null) text.Append("case:");
        if (sequence.Terms is [var single] && IsPlain(single))
        {
            text.Append(Spelling(single));
            return;
        }

        text.Append('"');
        text.Append(Spelling(sequence.Terms));
        text.Append('"');
        if (sequence.Slop != SequenceNode.Exact) text.Append('~').Append(sequence.Slop.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether the word can stand without quotes and be read as nothing but a word.</summary>
    private static bool IsPlain(Term term)
    {
        // Sigils choose the platform by whose rules they are read only outside quotes.
        var spelling = term.Exact ?? term.Folded;
        if (term.Kind != TermKind.Word) return !spelling.AsSpan().ContainsAny("()|&\"") && !spelling.Any(QueryLexer.IsQuote);
        if (spelling.Equals("and", StringComparison.OrdinalIgnoreCase) || spelling.Equals("or", StringComparison.OrdinalIgnoreCase)
            || spelling.Equals("not", StringComparison.OrdinalIgnoreCase) || spelling is "NEAR" or "ONEAR") return false;
        foreach (var c in spelling)
        {
            if (!char.IsLetterOrDigit(c) && c != '?') return false;
        }

        return true;
    }

    /// <summary>Words as they are typed one after another: those of scripts that write no spaces without them.</summary>
    public static string Spelling(Term[] terms)
    {
        var text = new StringBuilder();
        for (var i = 0; i < terms.Length; i++)
        {
            if (i > 0 && !(IsUnspaced(terms[i - 1]) && IsUnspaced(terms[i]))) text.Append(' ');
            text.Append(Spelling(terms[i]));
        }

        return text.ToString();
    }

    private static bool IsUnspaced(Term term)
    {
        if (term.Kind != TermKind.Word || term.Shape != TermShape.Whole) return false;
        const CharClass Wanted = CharClass.Letter | CharClass.Unspaced;
        return (UnicodeTable.Of(term.Folded, 0, out var length) & (Wanted | CharClass.Mark)) == Wanted && length == term.Folded.Length;
    }

    /// <summary>A word as it is typed.</summary>
    public static string Spelling(Term term)
    {
        var sigil = term.Kind switch { TermKind.Handle or TermKind.List => "@", TermKind.Hashtag => "#", TermKind.Cashtag => "$", _ => "" };
        return $"{sigil}{term.Exact ?? term.Folded}{((term.Shape & TermShape.Prefix) != 0 ? "*" : "")}";
    }

    public static void WriteField(FieldTest test, StringBuilder text)
    {
        text.Append(FieldNames.NameOf(test.Kind, test.State)).Append(':').Append(ValueOf(test));
    }

    public static string ValueOf(FieldTest test) => test.Kind switch
    {
        FieldKind.From when test.Name is { } name => $"\"{Spelling([.. name.Terms])}\"",
        FieldKind.From or FieldKind.To or FieldKind.Url or FieldKind.Site or FieldKind.Language => Quoted(test.Text),
        FieldKind.Platform => FieldNames.NameOf(test.Platform),
        FieldKind.Since or FieldKind.Until => FieldNames.Write(test.Date),
        FieldKind.State => FieldNames.NameOf(test.State),
        _ => FieldNames.WriteRange(test.Least, test.Most),
    };

    private static string Quoted(string value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '/' or '@')) return $"\"{value}\"";
        }

        return value[0] == '-' ? $"\"{value}\"" : value;
    }
}

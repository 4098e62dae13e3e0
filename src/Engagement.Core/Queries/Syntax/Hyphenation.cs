using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Words that hyphens join: <c>follow-up</c> is the phrase of its parts, and where it is asked for also <c>followup</c>.</summary>
internal static class Hyphenation
{
    // Each compound of a phrase doubles its alternatives; the compounds after these stay phrases.
    private const int MostJoined = 4;

    /// <summary>The runs of two or more plain words, letters in each, that nothing but one hyphen stands between.</summary>
    /// <param name="written">The words as they stand in the query.</param>
    /// <param name="terms">The terms made of them.</param>
    /// <param name="places">Where each of the terms stands in <paramref name="written"/>.</param>
    public static List<(int First, int Count)> CompoundsOf(string written, List<Term> terms, List<TextSpan> places)
    {
        var compounds = new List<(int, int)>();
        for (var first = 0; first < terms.Count; first++)
        {
            var last = first;
            while (last + 1 < terms.Count && IsJoined(written, terms, places, last)) last++;
            if (last > first) compounds.Add((first, last - first + 1));
            first = last;
        }

        return compounds;
    }

    /// <summary>The words with each compound as its parts or as one word.</summary>
    public static QueryNode Alternatives(SequenceNode sequence, List<(int First, int Count)> compounds)
    {
        var joined = Math.Min(compounds.Count, MostJoined);
        var alternatives = new List<QueryNode>(1 << joined);
        for (var choice = 0; choice < 1 << joined; choice++)
        {
            var terms = new List<Term>();
            var compound = 0;
            for (var i = 0; i < sequence.Terms.Length; i++)
            {
                if (compound < joined && compounds[compound].First == i)
                {
                    var count = compounds[compound].Count;
                    if ((choice >> compound & 1) != 0)
                    {
                        terms.Add(One(sequence.Terms.AsSpan(i, count)));
                        i += count - 1;
                        compound++;
                        continue;
                    }

                    compound++;
                }

                terms.Add(sequence.Terms[i]);
            }

            alternatives.Add(new SequenceNode(sequence.Span, [.. terms], sequence.Scope, terms.Count == 1 ? SequenceNode.Exact : sequence.Slop));
        }

        return new OrNode(sequence.Span, [.. alternatives]);
    }

    private static bool IsJoined(string written, List<Term> terms, List<TextSpan> places, int index) =>
        places[index + 1].Start == places[index].End + 1
        && written[places[index].End] is '-' or '\u2010' or '\u2011'
        && IsPlain(terms[index]) && IsPlain(terms[index + 1]) && (terms[index].Shape & TermShape.Prefix) == 0;

    private static bool IsPlain(Term term)
    {
        if (term.Kind != TermKind.Word) return false;
        var hasLetter = false;
        foreach (var c in term.Folded)
        {
            // What is written without spaces is a word a character, and would fall apart again.
            if ((UnicodeTable.Of(c) & CharClass.Unspaced) != 0 || !(char.IsLetterOrDigit(c) || c == '?')) return false;
            hasLetter |= char.IsLetter(c);
        }

        return hasLetter;
    }

    private static Term One(ReadOnlySpan<Term> parts)
    {
        var (folded, exact, shape) = ("", "", TermShape.Whole);
        foreach (var part in parts)
        {
            folded += part.Folded;
            exact += part.Exact;
            shape |= part.Shape;
        }

        return new Term(folded, shape, TermKind.Word, parts[0].Exact is null ? null : exact);
    }
}

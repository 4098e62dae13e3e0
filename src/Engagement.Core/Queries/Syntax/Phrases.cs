using Engagement.Text;

namespace Engagement.Queries.Syntax;

/// <summary>Words that follow each other, punctuation between them aside.</summary>
internal static class Phrases
{
    /// <summary>Index of the last token of the phrase that begins at token <paramref name="first"/>; -1 when it does not begin there.</summary>
    public static int EndOf(TokenStream stream, int first, ReadOnlySpan<Term> terms)
    {
        var tokens = stream.Tokens;
        var at = first;
        for (var i = 0; ; i++)
        {
            if (!terms[i].Accepts(stream, tokens[at])) return -1;
            if (i == terms.Length - 1) return at;
            do at++;
            while (at < tokens.Length && !tokens[at].TakesPosition);
            if (at == tokens.Length) return -1;
        }
    }
}

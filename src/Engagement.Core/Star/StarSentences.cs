using Engagement.Text;

namespace Engagement.Star;

/// <summary>Where one statement ends and the next begins.</summary>
internal static class StarSentences
{
    /// <summary>Whether the token closes a statement: a full stop, question or exclamation mark, semicolon, or the last before a line break.</summary>
    public static bool EndsSentence(TokenStream stream, int index)
    {
        ref readonly var token = ref stream[index];
        if (token.Kind == TokenKind.Punctuation && stream.Folded(token) is [var c, ..] && c is '.' or '!' or '?' or ';' or '\u2026') return true;
        return index + 1 < stream.Count && (stream[index + 1].Flags & TokenFlags.NewlineBefore) != 0;
    }
}

using System.Text;

namespace Engagement.Sources.Tables;

/// <summary>White space of names and headers.</summary>
internal static class Spaces
{
    /// <summary>The text with every run of white space, no-break spaces among it, as one plain space, and none at its ends.</summary>
    public static string Collapse(string text)
    {
        var isPlain = text.Length == 0 || (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]));
        for (var i = 0; isPlain && i < text.Length; i++)
            isPlain = !char.IsWhiteSpace(text[i]) || (text[i] == ' ' && text[i - 1] != ' ');
        if (isPlain) return text;

        var collapsed = new StringBuilder(text.Length);
        var isPending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isPending = true;
                continue;
            }

            if (isPending && collapsed.Length > 0) collapsed.Append(' ');
            isPending = false;
            collapsed.Append(c);
        }

        return collapsed.ToString();
    }
}

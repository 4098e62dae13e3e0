using System.Text;

namespace Engagement.Sources.Json;

/// <summary>The plain text of the little Markdown that reviews use: emphasis, headings, quotes, links, escapes.</summary>
internal static class MarkdownText
{
    public static string Read(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny("*_#>[\\\r") < 0) return markdown.Trim();
        var text = new StringBuilder(markdown.Length);
        var atLineStart = true;
        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];
            if (c == '\r') continue;
            if (c == '\n')
            {
                atLineStart = true;
                text.Append(c);
                continue;
            }

            if (atLineStart && c is '#' or '>')
            {
                var mark = i;
                while (mark < markdown.Length && markdown[mark] is '#' or '>') mark++;
                if (mark < markdown.Length && markdown[mark] == ' ')
                {
                    i = mark;
                    atLineStart = false;
                    continue;
                }
            }

            atLineStart = false;
            if (c == '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && char.IsPunctuation(markdown[i + 1]))
            {
                text.Append(markdown[++i]);
                continue;
            }

            // Doubled marks are emphasis wherever they stand; single ones may be arithmetic or part of a name.
            if (c is '*' or '_' && i + 1 < markdown.Length && markdown[i + 1] == c)
            {
                i++;
                continue;
            }

            if (c == ']' && i + 1 < markdown.Length && markdown[i + 1] == '(' && TryLink(markdown, i + 2, out var end))
            {
                var open = LastOpen(text);
                if (open >= 0)
                {
                    text.Remove(open, 1).Append(" (").Append(markdown, i + 2, end - i - 2).Append(')');
                    i = end;
                    continue;
                }
            }

            text.Append(c);
        }

        return text.ToString().Trim();
    }

    private static bool TryLink(string markdown, int start, out int end)
    {
        // Nobody writes a longer one; the bound keeps many brackets linear.
        const int Longest = 2048;
        var length = Math.Min(Longest, markdown.Length - start);
        end = start + markdown.AsSpan(start, length).IndexOfAny(')', ' ', '\n');
        return end > start && markdown[end] == ')' && markdown.AsSpan(start).StartsWith("http", StringComparison.Ordinal);
    }

    private static int LastOpen(StringBuilder text)
    {
        const int Longest = 300;
        for (var i = text.Length - 1; i >= Math.Max(0, text.Length - Longest); i--)
        {
            if (text[i] == '[') return i;
        }

        return -1;
    }
}

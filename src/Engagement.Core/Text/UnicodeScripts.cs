namespace Engagement.Text;

/// <summary>Scripts of letters, from the generated table.</summary>
internal static class UnicodeScripts
{
    private static readonly (int First, int Last, string Script)[] Ranges =
        [.. DataTable.Ranges("Text.unicode-scripts.txt").Select(range => (range.First, range.Last, range.Value))];

    /// <summary>Script of the letter at an index; empty for what is no letter, or one that scripts share.</summary>
    public static string Of(ReadOnlySpan<char> text, int index)
    {
        int codePoint = text[index];
        if (char.IsAsciiLetter(text[index])) return "Latin";
        if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])) codePoint = char.ConvertToUtf32(text[index], text[index + 1]);
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var (first, last, script) = Ranges[middle];
            if (codePoint < first) high = middle - 1;
            else if (codePoint > last) low = middle + 1;
            else return script;
        }

        return "";
    }
}

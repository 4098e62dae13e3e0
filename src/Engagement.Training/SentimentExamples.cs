using System.Net;
using System.Text.Json;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>Reads labelled texts.</summary>
public static class SentimentExamples
{
    /// <summary>
    /// Reads JSON lines with the text in <c>t</c>, the label (<c>neg</c>, <c>neu</c>, <c>pos</c>) in <c>y</c> and, where there is one, the question
    /// in <c>q</c>. What a scraper left in the text (<c>&amp;amp;</c>, <c>\u2019</c>) is turned back into characters.
    /// </summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <exception cref="FormatException">A line is not such an object; the message has the file and line.</exception>
    public static IReadOnlyList<SentimentExample> ReadJsonLines(string path)
    {
        var examples = new List<SentimentExample>();
        var name = Path.GetFileNameWithoutExtension(path);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                var question = root.TryGetProperty("q", out var q) ? q.GetString() : null;
                var source = root.TryGetProperty("src", out var src) ? $"{name}:{src.GetString()}" : name;
                examples.Add(new SentimentExample(
                    Clean(root.GetProperty("t").GetString()!),
                    LabelOf(root.GetProperty("y").GetString()),
                    NumberedQuestions.Of(question),
                    question is null ? Platform.Other : Platform.Survey,
                    source));
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new FormatException($"{path}, line {number}: expected an object with the text in t and neg, neu or pos in y ({exception.Message})", exception);
            }
        }

        return examples;
    }

    /// <summary>The label that a word stands for.</summary>
    /// <exception cref="FormatException">The word is none of those known.</exception>
    public static SentimentLabel LabelOf(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "pos" or "positive" or "1" => SentimentLabel.Positive,
        "neg" or "negative" or "-1" => SentimentLabel.Negative,
        "neu" or "neutral" or "mixed" or "0" => SentimentLabel.Neutral,
        _ => throw new FormatException($"'{word}' is not a label; expected neg, neu or pos"),
    };

    private static string Clean(string text)
    {
        if (text.Contains("\\u", StringComparison.Ordinal)) text = Unescape(text);
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private static string Unescape(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                clean.Append((char)code);
                i += 5;
            }
            else
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}

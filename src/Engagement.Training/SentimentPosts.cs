using System.Text.RegularExpressions;
using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>
/// Reads the sentiment labels of the star corpus: <c>sentiment.tsv</c> (id, label) beside <c>star.tsv</c>. Lines that begin with # are
/// remarks.
/// </summary>
internal static partial class SentimentPosts
{
    /// <summary>Beginning of the name of each source; after it and a colon comes the writer, the first letter of the ids.</summary>
    public const string Source = "posts";

    private const int TextColumns = 8;

    /// <summary>
    /// The labelled texts, each with the family of situations it belongs to. Each stands twice: as a post, and as feedback that was not asked
    /// for anything. Texts without a label are left out.
    /// </summary>
    /// <param name="folder">The folder of the corpus.</param>
    /// <exception cref="FormatException">A line is not such a row, or a label has no text; the message has the file and line.</exception>
    public static IReadOnlyList<(string Family, SentimentExample Example)> Read(string folder)
    {
        var texts = ReadTexts(Path.Combine(folder, "star.tsv"));
        var posts = new List<(string Family, SentimentExample Example)>();
        foreach (var (place, cells) in Rows(Path.Combine(folder, "sentiment.tsv")))
        {
            if (cells.Length != 2) throw new FormatException($"{place}: {cells.Length} values, expected 2");
            if (!texts.TryGetValue(cells[0], out var found)) throw new FormatException($"{place}: there is no text '{cells[0]}'");
            try
            {
                var label = SentimentExamples.LabelOf(cells[1]);
                var source = $"{Source}:{cells[0][0]}";
                posts.Add((found.Family, new SentimentExample(found.Text, label, QuestionAsked.Open, Platform.Other, source)));
                posts.Add((found.Family, new SentimentExample(found.Text, label, QuestionAsked.Open, Platform.CareOpinion, source)));
            }
            catch (FormatException exception)
            {
                throw new FormatException($"{place}: {exception.Message}", exception);
            }
        }

        return posts;
    }

    private static Dictionary<string, (string Family, string Text)> ReadTexts(string path)
    {
        var texts = new Dictionary<string, (string Family, string Text)>(StringComparer.Ordinal);
        foreach (var (place, cells) in Rows(path))
        {
            if (cells.Length != TextColumns) throw new FormatException($"{place}: {cells.Length} values, expected {TextColumns}");
            texts[cells[0]] = (Continuation().Replace(cells[2], ""), cells[4].Replace("\\n", "\n", StringComparison.Ordinal));
        }

        return texts;
    }

    private static IEnumerable<(string Place, string[] Cells)> Rows(string path) =>
        File.ReadLines(path).Select((line, index) => (Place: $"{path}, line {index + 1}", Line: line))
            .Where(row => row.Line.Length > 0 && row.Line[0] != '#')
            .Select(row => (row.Place, row.Line.Split('\t')));

    // A family that went on under another name is still one family.
    [GeneratedRegex("-(part[0-9]+|[b-z])$")]
    private static partial Regex Continuation();
}

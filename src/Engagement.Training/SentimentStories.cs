namespace Engagement.Training;

/// <summary>Reads the project's own labelled stories: tab-separated id, part, scenario, label, text; lines that begin with # are remarks.</summary>
internal static class SentimentStories
{
    /// <summary>Name of the source of what is read.</summary>
    public const string Source = "stories";

    private const int Columns = 5;

    /// <summary>
    /// The stories of one part. Each stands twice: as a post, and as feedback that was not asked for anything, since people tell both the
    /// same way.
    /// </summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="part"><c>train</c> or <c>measure</c>.</param>
    /// <exception cref="FormatException">A line is not such a row; the message has the file and line.</exception>
    public static IReadOnlyList<SentimentExample> Read(string path, string part)
    {
        var examples = new List<SentimentExample>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != Columns) throw new FormatException($"{path}, line {number}: {cells.Length} values, expected {Columns}");
            if (cells[1] != part) continue;
            try
            {
                var label = SentimentExamples.LabelOf(cells[3]);
                examples.Add(new SentimentExample(cells[4], label, QuestionAsked.Open, Platform.Other, Source));
                examples.Add(new SentimentExample(cells[4], label, QuestionAsked.Open, Platform.CareOpinion, Source));
            }
            catch (FormatException exception)
            {
                throw new FormatException($"{path}, line {number}: {exception.Message}", exception);
            }
        }

        return examples;
    }
}

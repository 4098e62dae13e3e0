using CsvHelper;
using Engagement;
using Engagement.Mentions;
using Engagement.Training;

namespace TrainSentiment;

/// <summary>Reads a trust's labelled comments, and says of every row that cannot be read why.</summary>
internal static class LabelledCsv
{
    public static (List<SentimentExample> Examples, List<string> Problems) Read(FileInfo file, Columns columns)
    {
        var examples = new List<SentimentExample>();
        var problems = new List<string>();
        using var rows = CsvReader.Create(file.OpenRead(), new CsvReaderOptions { HasHeader = false, SkipEmptyLines = true, TrackLineNumbers = true }, leaveOpen: false);
        if (!rows.Read())
        {
            problems.Add($"{file.Name} is empty: expected a heading line");
            return (examples, problems);
        }

        var headings = Enumerable.Range(0, rows.FieldCount).Select(rows.GetString).ToArray();
        foreach (var column in new[] { columns.Text, columns.Label, columns.Question })
        {
            if (column is not null && !headings.Contains(column, StringComparer.Ordinal))
                problems.Add($"{file.Name} has no column '{column}'; it has {string.Join(", ", headings)}");
        }

        if (problems.Count > 0) return (examples, problems);
        var (text, label, question) = (Array.IndexOf(headings, columns.Text), Array.IndexOf(headings, columns.Label), columns.Question is null ? -1 : Array.IndexOf(headings, columns.Question));
        while (rows.Read())
        {
            if (rows.FieldCount != headings.Length)
            {
                problems.Add($"{file.Name}, line {rows.LineNumber}: {rows.FieldCount} values, expected {headings.Length}");
                continue;
            }

            if (string.IsNullOrWhiteSpace(rows.GetString(text))) continue;
            try
            {
                var asked = question < 0 ? QuestionAsked.Open : QuestionWording.Of(rows.GetString(question));
                examples.Add(new SentimentExample(rows.GetString(text), SentimentExamples.LabelOf(rows.GetString(label)), asked, Platform.Survey, file.Name));
            }
            catch (FormatException exception)
            {
                problems.Add($"{file.Name}, line {rows.LineNumber}: {exception.Message}");
            }
        }

        return (examples, problems);
    }
}

using System.Text;
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
        using var reader = new StreamReader(file.FullName);
        using var rows = Rows(reader).GetEnumerator();
        if (!rows.MoveNext())
        {
            problems.Add($"{file.Name} is empty: expected a heading line");
            return (examples, problems);
        }

        var headings = rows.Current.Cells;
        foreach (var column in new[] { columns.Text, columns.Label, columns.Question })
        {
            if (column is not null && !headings.Contains(column, StringComparer.Ordinal))
                problems.Add($"{file.Name} has no column '{column}'; it has {string.Join(", ", headings)}");
        }

        if (problems.Count > 0) return (examples, problems);
        var (text, label, question) = (headings.IndexOf(columns.Text), headings.IndexOf(columns.Label), columns.Question is null ? -1 : headings.IndexOf(columns.Question));
        while (rows.MoveNext())
        {
            var (line, cells) = rows.Current;
            if (cells is [""]) continue;
            if (cells.Count != headings.Count)
            {
                problems.Add($"{file.Name}, line {line}: {cells.Count} values, expected {headings.Count}");
                continue;
            }

            if (string.IsNullOrWhiteSpace(cells[text])) continue;
            try
            {
                var asked = question < 0 ? QuestionAsked.Open : QuestionWording.Of(cells[question]);
                examples.Add(new SentimentExample(cells[text], SentimentExamples.LabelOf(cells[label]), asked, Platform.Survey, file.Name));
            }
            catch (FormatException exception)
            {
                problems.Add($"{file.Name}, line {line}: {exception.Message}");
            }
        }

        return (examples, problems);
    }

    // Comma-separated values with double quotes (RFC 4180); line breaks inside quotes belong to the value.
    private static IEnumerable<(int Line, List<string> Cells)> Rows(TextReader reader)
    {
        var (line, cells, cell, quoted) = (1, new List<string>(), new StringBuilder(), false);
        var first = 1;
        while (reader.Read() is var next and >= 0)
        {
            var c = (char)next;
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (reader.Peek() == '"') cell.Append((char)reader.Read());
                else quoted = false;
                continue;
            }

            switch (c)
            {
                case '"' when cell.Length == 0:
                    quoted = true;
                    break;
                case ',':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when reader.Peek() == '\n':
                    break;
                case '\n' or '\r':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    yield return (first, cells);
                    cells = [];
                    first = line;
                    break;
                default:
                    cell.Append(c);
                    break;
            }
        }

        if (cells.Count == 0 && cell.Length == 0) yield break;
        cells.Add(cell.ToString());
        yield return (first, cells);
    }
}

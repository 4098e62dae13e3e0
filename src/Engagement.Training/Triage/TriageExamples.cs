using System.Globalization;
using System.Text.Json;
using Engagement.Star;
using Engagement.Training.Star;
using Engagement.Triage;

namespace Engagement.Training.Triage;

/// <summary>Reads labelled rows of triage, and ordinary texts that are none.</summary>
internal static class TriageExamples
{
    private static readonly int Weakens = Enum.GetValues<StarPoint>().Sum(point => 1 << StarLabel.Of(point, StarDirection.Weakens));

    private const string WriterLine = "# Writer: ";

    /// <summary>
    /// The rows of a file: kinds (comma-separated, or <c>none</c>) TAB severity TAB text; <c>#</c> begins a comment. The comment
    /// <c># Writer: x</c> says whose the rows after it are; before one, a file is of a writer of its own.
    /// </summary>
    /// <exception cref="FormatException">A line is not of this form; the message names it.</exception>
    public static IReadOnlyList<TriageExample> Read(string path)
    {
        var examples = new List<TriageExample>();
        var number = 0;
        var writer = Path.GetFileName(path);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith(WriterLine, StringComparison.Ordinal)) writer = line[WriterLine.Length..].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length < 3 || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var severity) || severity > 5)
            {
                throw Fault(path, number, "expected kinds, a severity from 0 to 5 and a text, separated by tabs");
            }

            var kinds = cells[0] == "none"
                ? []
                : cells[0].Split(',').Select(key => TriageRuleBook.KindOf(key) ?? throw Fault(path, number, $"'{key}' is not a kind")).ToArray();
            examples.Add(new TriageExample(kinds, severity, cells[2].Replace("\\n", "\n", StringComparison.Ordinal), writer));
        }

        return examples;
    }

    /// <summary>
    /// Ordinary texts: of a file of JSON lines the field <c>t</c>, of any other the texts of a star corpus. A list names those that were read
    /// and found urgent and are left out: file TAB line of JSON lines, file TAB id of a star corpus. Of a star corpus the texts with a label
    /// that weakens are marked: staff tell there of harm that nobody has marked as such.
    /// </summary>
    /// <exception cref="FormatException">A line is not of this form; the message names it.</exception>
    public static IReadOnlyList<(string Text, bool IsHarsh)> ReadOrdinary(string path, string? leaveOut)
    {
        var name = Path.GetFileName(path);
        var left = leaveOut is null ? [] : File.ReadLines(leaveOut).Where(line => line.StartsWith(name + "\t", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..]).ToHashSet(StringComparer.Ordinal);
        return (path.EndsWith(".jsonl", StringComparison.Ordinal) ? JsonTexts(path) : StarExamples.Read(path).Select(example => (example.Id, example.Text, IsHarsh: (example.Labels & Weakens) != 0)))
            .Where(entry => !left.Contains(entry.Id))
            .Select(entry => (entry.Text, entry.IsHarsh))
            .DistinctBy(entry => entry.Text, StringComparer.Ordinal)
            .ToArray();
    }

    private static IEnumerable<(string Id, string Text, bool IsHarsh)> JsonTexts(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("t", out var text) || text.GetString() is not { } value) throw Fault(path, number, "there is no text field 't'");
            yield return (number.ToString(CultureInfo.InvariantCulture), value, false);
        }
    }

    private static FormatException Fault(string path, int number, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {number}: {message}."));
}

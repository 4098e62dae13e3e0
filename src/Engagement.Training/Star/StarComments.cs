using System.Globalization;
using System.Text.Json;

namespace Engagement.Training.Star;

/// <summary>
/// Real comments that are labelled here but published elsewhere: a file of labels, tab-separated, each with the file and line (from 0) of
/// its text; the texts are lines of JSON with a property <c>t</c> in files that are not part of the project.
/// </summary>
internal static class StarComments
{
    /// <summary>Their writer, as far as training is concerned.</summary>
    public const string Writer = "comments";

    /// <summary>The comments, in the order of the labels.</summary>
    /// <param name="labels">Lines such as <c>file.jsonl TAB 17 TAB role_counts+</c>; <c>#</c> begins a comment.</param>
    /// <param name="folder">Where the files of texts are.</param>
    /// <exception cref="FormatException">A line is not of this form, or names a text that is not there; the message names it.</exception>
    public static IReadOnlyList<StarExample> Read(string labels, string folder)
    {
        var texts = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var examples = new List<StarExample>();
        var number = 0;
        foreach (var line in File.ReadLines(labels))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != 3 || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                throw StarExamples.Fault(labels, number, "expected a file, a line number and labels");
            }

            if (!texts.TryGetValue(cells[0], out var lines)) texts[cells[0]] = lines = File.ReadAllLines(Path.Combine(folder, Path.GetFileName(cells[0])));
            if (index >= lines.Length) throw StarExamples.Fault(labels, number, string.Create(CultureInfo.InvariantCulture, $"{cells[0]} has no line {index}"));
            using var json = JsonDocument.Parse(lines[index]);
            if (!json.RootElement.TryGetProperty("t", out var text)) throw StarExamples.Fault(labels, number, $"the line of {cells[0]} has no 't'");
            examples.Add(new StarExample(cells[0] + ":" + cells[1], Writer, cells[1], "comment", text.GetString() ?? "", StarExamples.Labels(cells[2], labels, number)));
        }

        return examples;
    }
}

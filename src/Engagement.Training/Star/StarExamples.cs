using System.Globalization;
using Engagement.Star;

namespace Engagement.Training.Star;

/// <summary>
/// Reads labelled texts: tab-separated, without a header, <c>#</c> begins a comment. Four columns are id, register, text, labels; from
/// six on they are id, writer, scenario, register, text, labels, and further columns are left alone.
/// </summary>
public static class StarExamples
{
    /// <summary>The texts, in the order of the file.</summary>
    /// <exception cref="FormatException">A line is not of this form; the message names it.</exception>
    public static IReadOnlyList<StarExample> Read(string path)
    {
        var examples = new List<StarExample>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            var example = cells.Length switch
            {
                4 => new StarExample(cells[0], "", "", cells[1], Unescape(cells[2]), Labels(cells[3], path, number)),
                >= 6 => new StarExample(cells[0], cells[1], cells[2], cells[3], Unescape(cells[4]), Labels(cells[5], path, number)),
                _ => throw Fault(path, number, string.Create(CultureInfo.InvariantCulture, $"expected 4 columns or at least 6, found {cells.Length}")),
            };
            examples.Add(example);
        }

        return examples;
    }

    /// <summary>The bits of a cell such as <c>leadership+,healthy_safe-</c> or <c>none</c>.</summary>
    internal static int Labels(string cell, string path, int number)
    {
        var bits = 0;
        if (cell == "none") return bits;
        foreach (var label in cell.Split(','))
        {
            if (label.Length < 2 || label[^1] is not ('+' or '-') || StarLabel.PointOf(label[..^1]) is not { } point)
            {
                throw Fault(path, number, $"'{label}' is not a point with + or -");
            }

            bits |= 1 << StarLabel.Of(point, label[^1] == '+' ? StarDirection.Strengthens : StarDirection.Weakens);
        }

        return bits;
    }

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    internal static FormatException Fault(string path, int number, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {number}: {message}."));
}

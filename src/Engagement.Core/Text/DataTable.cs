using System.Globalization;

namespace Engagement.Text;

/// <summary>Reads the embedded tables: lines of text, <c>#</c> starts a comment.</summary>
internal static class DataTable
{
    /// <summary>The lines of a table that say something.</summary>
    /// <param name="name">Resource name without the leading <c>Engagement.</c>, such as <c>Text.unicode-classes.txt</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream("Engagement." + name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>The lines <c>first..last value</c> of a table of ranges.</summary>
    public static IEnumerable<(int First, int Last, string Value)> Ranges(string name)
    {
        foreach (var line in Lines(name))
        {
            var dots = line.IndexOf("..", StringComparison.Ordinal);
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            yield return (Hex(line.AsSpan(0, dots)), Hex(line.AsSpan(dots + 2, space - dots - 2)), line[(space + 1)..]);
        }
    }

    public static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

namespace Engagement.Samples;

/// <summary>Reads JSON lines of what people add to a digest: decisions, steps, achievements, supporters. Every fault is said with its line.</summary>
internal static class RecordFile
{
    public delegate bool LineParser<T>(string line, out T? record, out string? problem);

    /// <param name="file">Null for none: no records.</param>
    /// <param name="parse">Reads one line.</param>
    /// <param name="faults">Faults are added here.</param>
    public static IReadOnlyList<T> Read<T>(FileInfo? file, LineParser<T> parse, List<string> faults)
        where T : class
    {
        var records = new List<T>();
        if (file is null) return records;
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: {failure.Message}");
            return records;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (parse(lines[i], out var record, out var problem)) records.Add(record!);
            else faults.Add($"{file}, line {i + 1}: {problem}");
        }

        return records;
    }
}

namespace Engagement.Sentiment;

/// <summary>The tab-separated tables of this folder's Data, embedded in the library.</summary>
internal static class DataTable
{
    /// <summary>The rows of a table, comments and blank lines left out.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    /// <summary>A resource of this folder.</summary>
    public static Stream Open(string name) =>
        typeof(DataTable).Assembly.GetManifestResourceStream("Engagement.Sentiment." + name)
        ?? throw new InvalidOperationException($"The library was built without its table {name}.");
}

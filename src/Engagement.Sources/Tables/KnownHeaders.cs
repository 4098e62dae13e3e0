using System.Collections.Frozen;

namespace Engagement.Sources.Tables;

/// <summary>The headers that are recognised without a mapping, from <c>Tables/Data/headers.tsv</c>.</summary>
internal static class KnownHeaders
{
    private static readonly FrozenDictionary<string, (MentionColumn Field, int Rank)> Table = Load();

    /// <summary>What the column holds, and its rank among columns that hold the same (lower goes first).</summary>
    public static bool TryFind(string header, out MentionColumn field, out int rank)
    {
        var isKnown = Table.TryGetValue(Spaces.Collapse(header), out var found);
        (field, rank) = found;
        return isKnown;
    }

    private static FrozenDictionary<string, (MentionColumn, int)> Load()
    {
        using var stream = typeof(KnownHeaders).Assembly.GetManifestResourceStream("Engagement.Sources.Tables.headers.tsv")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, (MentionColumn, int)>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (line.StartsWith('#') || tab < 0) continue;
            table.Add(line[..tab], (ColumnMapping.FieldOf(line[(tab + 1)..])!.Value, table.Count));
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

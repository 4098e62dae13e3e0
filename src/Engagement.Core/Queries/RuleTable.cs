using System.Globalization;

namespace Engagement.Queries;

/// <summary>
/// Reads the data files of rules: tab-separated rows whose last column is a query, <c>@name</c> rows that name a list, <c>#</c>
/// comments. A broken file fails at once, with file, line and place.
/// </summary>
internal sealed class RuleTable
{
    private readonly string _file;
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly List<RuleRow> _rows = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private RuleTable(string file) => _file = file;

    /// <summary>The rules, in the order of the file.</summary>
    public IReadOnlyList<RuleRow> Rows => _rows;

    /// <summary>Reads an embedded table.</summary>
    /// <param name="resource">Name of the resource without the leading <c>Engagement.</c>, such as <c>Star.rules.tsv</c>.</param>
    /// <param name="columns">How many columns a rule has, id and query included.</param>
    public static RuleTable Embedded(string resource, int columns)
    {
        using var stream = typeof(RuleTable).Assembly.GetManifestResourceStream("Engagement." + resource)
            ?? throw new InvalidOperationException($"The table {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(resource, reader.ReadToEnd(), columns);
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">The table is broken; the message names file, line and place.</exception>
    public static RuleTable Read(string file, string text, int columns)
    {
        var table = new RuleTable(file);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var row = line.TrimEnd('\r');
            if (row.Length == 0 || row[0] == '#') continue;
            if (row[0] == '@') table.ReadList(number, row);
            else table.ReadRule(number, row, columns);
        }

        return table;
    }

    /// <summary>The words of a list, parsed as nothing but an OR of words and phrases; empty when there is no such list.</summary>
    public IReadOnlyList<string> WordsOf(string list) => _lists.TryGetValue(list, out var words)
        ? words.Split(" OR ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"')).ToArray()
        : [];

    /// <summary>Says that a row of the file is not what it should be.</summary>
    public InvalidDataException Fault(int line, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_file}, line {line}: {message}"));

    private void ReadList(int number, string row)
    {
        var tab = row.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 2) throw Fault(number, "a list is '@name', a tab, and its words.");
        _lists[row[1..tab]] = row[(tab + 1)..].Trim();
    }

    private void ReadRule(int number, string row, int columns)
    {
        var cells = row.Split('\t');
        if (cells.Length != columns) throw Fault(number, string.Create(CultureInfo.InvariantCulture, $"a rule has {columns} columns and this row has {cells.Length}."));
        if (cells[0].Length == 0) throw Fault(number, "the id is empty.");
        if (!_ids.Add(cells[0])) throw Fault(number, $"the id '{cells[0]}' stands twice.");
        var text = Expand(number, cells[^1]);
        var result = Query.Parse(text);
        foreach (var diagnostic in result.Diagnostics)
        {
            if (diagnostic.Severity != DiagnosticSeverity.Error) continue;
            var start = Math.Min(diagnostic.Span.Start, text.Length);
            var near = text.Substring(start, Math.Min(30, text.Length - start));
            throw Fault(number, string.Create(CultureInfo.InvariantCulture,
                $"rule '{cells[0]}', position {start} of the query (at '{near}'): {diagnostic.Message}"));
        }

        _rows.Add(new RuleRow(number, cells, result.GetValueOrThrow()));
    }

    private string Expand(int number, string query)
    {
        for (var open = query.IndexOf('{', StringComparison.Ordinal); open >= 0; open = query.IndexOf('{', StringComparison.Ordinal))
        {
            var close = query.IndexOf('}', open);
            if (close < 0) throw Fault(number, string.Create(CultureInfo.InvariantCulture, $"position {open} of the query: the brace is not closed."));
            var name = query[(open + 1)..close];
            if (!_lists.TryGetValue(name, out var words)) throw Fault(number, $"there is no list '{name}' above this line.");
            query = string.Concat(query.AsSpan(0, open), "(", words, ")").TrimEnd() + query[(close + 1)..];
        }

        return query;
    }
}

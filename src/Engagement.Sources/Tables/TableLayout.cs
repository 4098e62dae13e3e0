namespace Engagement.Sources.Tables;

/// <summary>Where in the rows of a table each part of a mention stands.</summary>
internal sealed class TableLayout
{
    private static readonly int FieldCount = Enum.GetValues<MentionColumn>().Length;

    private readonly int[][] _columns;

    private TableLayout(string[] headers, int[][] columns)
    {
        Headers = headers;
        _columns = columns;
    }

    public string[] Headers { get; }

    /// <summary>Whether a table of these columns can give mentions.</summary>
    public bool HasWords => Of(MentionColumn.Text).Length + Of(MentionColumn.Title).Length > 0;

    /// <summary>How many columns are understood; the more, the surer that this row is the header.</summary>
    public int Understood => _columns.Sum(columns => columns.Length);

    /// <summary>Whether the rows are answers to questions.</summary>
    public bool IsSurvey => Of(MentionColumn.Question).Length > 0;

    /// <summary>Whether the columns are named as the fields of X's interface, as twarc-csv writes them; such a table says nowhere that it is of X.</summary>
    public bool IsOfX => Find(Headers, "author.username") >= 0;

    /// <summary>The columns that hold a part, first choice first.</summary>
    public ReadOnlySpan<int> Of(MentionColumn field) => _columns[(int)field];

    /// <summary>The layout that a header row gives.</summary>
    /// <param name="headers">The cells of the header row.</param>
    /// <param name="mapping">What the user says of them.</param>
    public static TableLayout Of(string[] headers, ColumnMapping? mapping)
    {
        var given = new List<int>?[FieldCount];
        var isNamed = new bool[headers.Length];
        foreach (var (name, field) in mapping?.Columns ?? [])
        {
            var at = Find(headers, name);
            given[(int)field] ??= [];
            if (at < 0) continue;
            isNamed[at] = true;
            if (field != MentionColumn.Ignore) given[(int)field]!.Add(at);
        }

        var known = new List<(int Rank, int Column)>[FieldCount];
        for (var column = 0; column < headers.Length; column++)
        {
            if (isNamed[column] || !KnownHeaders.TryFind(headers[column], out var field, out var rank)) continue;
            (known[(int)field] ??= []).Add((rank, column));
        }

        var columns = new int[FieldCount][];
        for (var field = 0; field < FieldCount; field++)
        {
            // What the user maps replaces what would be recognised: a second guess would be a silent one.
            if (given[field] is { } told) columns[field] = [.. told];
            else columns[field] = known[field] is { } found ? [.. found.Order().Select(one => one.Column)] : [];
        }

        return new TableLayout(headers, columns);
    }

    public static int Find(string[] headers, string name)
    {
        var wanted = Spaces.Collapse(name);
        return Array.FindIndex(headers, header => Spaces.Collapse(header).Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }
}

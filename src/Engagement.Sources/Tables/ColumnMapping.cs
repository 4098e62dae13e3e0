using System.Diagnostics.CodeAnalysis;

namespace Engagement.Sources;

/// <summary>
/// Which column of a table holds what. Headers are compared without regard to case, and with any run of white space (no-break spaces
/// among it) as one space. Immutable.
/// </summary>
public sealed class ColumnMapping
{
    private readonly KeyValuePair<string, MentionColumn>[] _columns;

    /// <summary>A mapping.</summary>
    /// <param name="columns">Header and what its column holds. Where several hold the same, the first that is not blank in a row counts.</param>
    public ColumnMapping(IEnumerable<KeyValuePair<string, MentionColumn>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = [.. columns];
    }

    /// <summary>Header and what its column holds, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, MentionColumn>> Columns => _columns;

    /// <summary>The names that <see cref="TryParse"/> takes for what a column holds, such as <c>text</c> and <c>place</c>.</summary>
    public static IReadOnlyList<string> FieldNames { get; } =
        [.. Enum.GetValues<MentionColumn>().Select(NameOf)];

    /// <summary>Reads a mapping from <c>COLUMN=FIELD</c>, such as <c>Service type 1=place</c>.</summary>
    /// <param name="pairs">One pair a column. The last <c>=</c> divides it, since headers may hold one.</param>
    /// <param name="mapping">The mapping; null when a pair is not sound.</param>
    /// <param name="fault">What is wrong, in plain English; null when nothing is.</param>
    public static bool TryParse(IEnumerable<string> pairs, [NotNullWhen(true)] out ColumnMapping? mapping, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        mapping = null;
        fault = null;
        var columns = new List<KeyValuePair<string, MentionColumn>>();
        foreach (var pair in pairs)
        {
            var divide = pair.LastIndexOf('=');
            if (divide <= 0)
            {
                fault = $"'{pair}' is not of the form COLUMN=FIELD";
                return false;
            }

            var name = pair[(divide + 1)..].Trim();
            if (FieldOf(name) is not { } field)
            {
                fault = $"'{name}' is not a field of a mention; the fields are {string.Join(", ", FieldNames)}";
                return false;
            }

            columns.Add(new KeyValuePair<string, MentionColumn>(pair[..divide].Trim(), field));
        }

        mapping = new ColumnMapping(columns);
        return true;
    }

    internal static string NameOf(MentionColumn column) => column switch
    {
        MentionColumn.AuthorName => "name",
        MentionColumn.ReplyTo => "replyTo",
        MentionColumn.RepostOf => "repostOf",
        MentionColumn.QuoteOf => "quoteOf",
        _ => column.ToString().ToLowerInvariant(),
    };

    internal static MentionColumn? FieldOf(string name)
    {
        if (name.Equals("asked", StringComparison.OrdinalIgnoreCase)) return MentionColumn.Question;
        foreach (var column in Enum.GetValues<MentionColumn>())
        {
            if (name.Equals(NameOf(column), StringComparison.OrdinalIgnoreCase)) return column;
        }

        return null;
    }
}

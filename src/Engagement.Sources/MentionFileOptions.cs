using NodaTime;

namespace Engagement.Sources;

/// <summary>How a file of mentions is read. Immutable; the defaults suit a file of a trust in the United Kingdom.</summary>
public sealed record MentionFileOptions
{
    /// <summary>The defaults.</summary>
    public static MentionFileOptions Default { get; } = new();

    /// <summary>Which column of a table holds what. Columns that it does not name are still recognised by their headers. Default none.</summary>
    public ColumnMapping? Columns { get; init; }

    /// <summary>How dates of nothing but numbers are read. Default <see cref="DateOrder.DayMonthYear"/>; never guessed.</summary>
    public DateOrder DateOrder { get; init; } = DateOrder.DayMonthYear;

    /// <summary>The zone of local times that come without an offset. Default UTC, which is what platforms that leave it out mean.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The platform of mentions whose file does not name one. Default none: taken from the shape of the file and the link.</summary>
    public Platform? Platform { get; init; }

    /// <summary>The longest single item (row, entry, post) that is read, in characters. Longer ones are problems. Default 4,194,304.</summary>
    public int MaximumItemCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// The longest answer of a platform that has to be held whole, because its posts and their authors stand apart in it, in bytes.
    /// Default 33,554,432.
    /// </summary>
    public int MaximumPageBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How deep JSON and XML may nest. Deeper items are problems. Default 64.</summary>
    public int MaximumDepth { get; init; } = 64;

    /// <summary>
    /// How many rows of one place are held back at most while it is open in which order their dates were written (see
    /// <see cref="Mention.DateIsDoubtful"/>). Rows that leave earlier keep the date that <see cref="DateOrder"/> gives. Default 10,000.
    /// </summary>
    public int MaximumHeldRows { get; init; } = 10_000;

    /// <summary>
    /// Whether posts that their author showed to followers or to named people only are read. Default false: each is a problem that says so.
    /// </summary>
    public bool IncludeNonPublic { get; init; }
}

using NodaTime;

namespace Engagement.Queries;

/// <summary>How a query text is read.</summary>
public sealed record QueryOptions
{
    /// <summary>The defaults: standard dialect, UTC, the documented limits.</summary>
    public static QueryOptions Default { get; } = new();

    /// <summary>Time zone of <c>since:</c> and <c>until:</c>; part of a query's equality. Default UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The language the text is written in. Default <see cref="QueryDialect.Standard"/>.</summary>
    public QueryDialect Dialect { get; init; } = QueryDialect.Standard;

    /// <summary>
    /// Whether words with a hyphen also find the word without it: <c>follow-up</c> then finds <c>followup</c>, as if <c>(follow-up OR followup)</c> had been
    /// written, which is what the canonical form says. Default false.
    /// </summary>
    public bool JoinsHyphens { get; init; }

    /// <summary>Longest text accepted, in UTF-16 code units. Default 20,000; at least 1.</summary>
    public int MaximumLength { get; init; } = 20_000;

    /// <summary>Most terms (words, phrases' words, fields) accepted. Default 5,000; at least 1.</summary>
    public int MaximumTerms { get; init; } = 5_000;

    /// <summary>Deepest nesting of brackets and NOT accepted. Default 128; at least 1.</summary>
    public int MaximumNesting { get; init; } = 128;
}

using NodaTime;

namespace Engagement.Sources.Dates;

/// <summary>What reading a date gave, and how sure its order is.</summary>
internal readonly record struct DateReading(DateCertainty Certainty, Instant? Instant, LocalDate? Date)
{
    public bool IsRead => Certainty is not (DateCertainty.None or DateCertainty.Reversed);
}

/// <summary>How a date stands to the order of day and month that was told.</summary>
internal enum DateCertainty
{
    /// <summary>It is no date.</summary>
    None,

    /// <summary>Its form leaves no choice: year first, or the month by name.</summary>
    Plain,

    /// <summary>Numbers, possible in the order told only.</summary>
    Proven,

    /// <summary>Numbers that mean the same in either order.</summary>
    Same,

    /// <summary>Numbers, possible in either order.</summary>
    Ambiguous,

    /// <summary>Numbers, possible in the other order only.</summary>
    Reversed,
}

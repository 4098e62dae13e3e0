using System.Globalization;
using Engagement.Profiles;
using NodaTime;
using NodaTime.Text;

namespace Engagement;

/// <summary>
/// The time a digest is about: whole days in the audience's zone, or an interval of instants. Half-open: the end does not belong to it. Immutable.
/// </summary>
public sealed record DigestWindow
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly WindowKind _kind;
    private readonly LocalDate _first;
    private readonly LocalDate _end;
    private readonly Instant _from;
    private readonly Instant _to;

    private DigestWindow(WindowKind kind, LocalDate first, LocalDate end)
    {
        (_kind, _first, _end) = (kind, first, end);
    }

    private DigestWindow(Instant from, Instant to)
    {
        (_kind, _from, _to) = (WindowKind.Instants, from, to);
    }

    private enum WindowKind : byte
    {
        Day,
        Week,
        Month,
        Dates,
        Instants,
    }

    /// <summary>Whether it is made of whole days.</summary>
    public bool IsWholeDays => _kind != WindowKind.Instants;

    /// <summary>One day.</summary>
    public static DigestWindow Day(LocalDate day) => new(WindowKind.Day, day, day.PlusDays(1));

    /// <summary>The seven days that start with the given one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static DigestWindow Week(int year, int month, int day) => Week(new LocalDate(year, month, day));

    /// <summary>The seven days that start with <paramref name="first"/>.</summary>
    public static DigestWindow Week(LocalDate first) => new(WindowKind.Week, first, first.PlusDays(7));

    /// <summary>A calendar month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static DigestWindow Month(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return new DigestWindow(WindowKind.Month, first, first.PlusMonths(1));
    }

    /// <summary>The days from <paramref name="first"/> up to and without <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The end is not after the first day.</exception>
    public static DigestWindow Between(LocalDate first, LocalDate end)
    {
        if (end <= first)
            throw new ArgumentException($"A window ends after it starts, but {Iso(end)} is not after {Iso(first)}. The end is the day after the last.", nameof(end));
        return new DigestWindow(WindowKind.Dates, first, end);
    }

    /// <summary>The time from <paramref name="start"/> up to and without <paramref name="end"/>: elapsed time, such as the last 24 hours.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public static DigestWindow Between(Instant start, Instant end)
    {
        if (end <= start)
            throw new ArgumentException($"A window ends after it starts, but {Iso(end)} is not after {Iso(start)}.", nameof(end));
        return new DigestWindow(start, end);
    }

    /// <summary>The day, week or month that holds <paramref name="day"/>.</summary>
    /// <param name="day">Any day of it.</param>
    /// <param name="frequency">Day, week or month.</param>
    /// <param name="firstDayOfWeek">Used for weeks. Default Monday.</param>
    public static DigestWindow Containing(LocalDate day, DigestFrequency frequency, IsoDayOfWeek firstDayOfWeek = IsoDayOfWeek.Monday) => frequency switch
    {
        DigestFrequency.Day => Day(day),
        DigestFrequency.Month => Month(day.Year, day.Month),
        _ => Week(day.PlusDays(-(((int)day.DayOfWeek - (int)firstDayOfWeek + 7) % 7))),
    };

    /// <summary>
    /// The windows of one length that a late run still owes: every one after <paramref name="last"/> that was over when <paramref name="today"/> began.
    /// </summary>
    /// <param name="last">The last window that was sent.</param>
    /// <param name="today">The day of the run: the window that holds it is not over.</param>
    /// <exception cref="ArgumentException"><paramref name="last"/> is not made of whole days.</exception>
    public static IEnumerable<DigestWindow> Missed(DigestWindow last, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(last);
        if (!last.IsWholeDays) throw new ArgumentException("Only windows of whole days follow one another.", nameof(last));
        return Walk(last, today);

        static IEnumerable<DigestWindow> Walk(DigestWindow last, LocalDate today)
        {
            for (var next = last.Next(); next._end <= today; next = next.Next()) yield return next;
        }
    }

    /// <summary>Reads <c>2026-11-09/2026-11-16</c> (days), <c>2026-11-09T08:00:00Z/2026-11-10T08:00:00Z</c> (instants), <c>2026-11</c> (a month) or <c>2026-11-09</c> (a day).</summary>
    /// <param name="text">The text.</param>
    /// <param name="window">The window; null when there is a problem.</param>
    /// <param name="problem">What is wrong, in plain English; null when there is a window.</param>
    public static bool TryParse(string text, out DigestWindow? window, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        (window, problem) = (null, null);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (LocalDatePattern.Iso.Parse(text) is { Success: true } day) window = Day(day.Value);
            else if (YearMonthPattern.Iso.Parse(text) is { Success: true } month) window = Month(month.Value.Year, month.Value.Month);
        }
        else
        {
            var (left, right) = (text[..slash], text[(slash + 1)..]);
            if (LocalDatePattern.Iso.Parse(left) is { Success: true } first && LocalDatePattern.Iso.Parse(right) is { Success: true } end)
            {
                if (end.Value <= first.Value) problem = $"the window ends on {right}, which is not after its start on {left}";
                else window = Between(first.Value, end.Value) is var dates && first.Value.PlusDays(7) == end.Value ? Week(first.Value) : dates;
            }
            else if (InstantPattern.ExtendedIso.Parse(left) is { Success: true } from && InstantPattern.ExtendedIso.Parse(right) is { Success: true } to)
            {
                if (to.Value <= from.Value) problem = $"the window ends at {right}, which is not after its start at {left}";
                else window = Between(from.Value, to.Value);
            }
        }

        if (window is null) problem ??= $"'{text}' is not a window; expected FIRST/END such as 2026-11-09/2026-11-16 (the end is the day after the last), a month such as 2026-11, or a day";
        return window is not null;
    }

    /// <summary>The same length of time just before: the day, week or month before.</summary>
    public DigestWindow Previous() => Shift(-1);

    /// <summary>The same length of time just after.</summary>
    public DigestWindow Next() => Shift(1);

    /// <summary>The interval in a zone: from the start of the first day to the start of the day after the last, whatever the clocks do between.</summary>
    public Interval Resolve(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return IsWholeDays
            ? new Interval(zone.AtStartOfDay(_first).ToInstant(), zone.AtStartOfDay(_end).ToInstant())
            : new Interval(_from, _to);
    }

    /// <summary>In the form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => IsWholeDays ? $"{Iso(_first)}/{Iso(_end)}" : $"{Iso(_from)}/{Iso(_to)}";

    /// <summary>As colleagues say it: <c>9 to 15 November 2026</c>.</summary>
    internal string Describe(DateTimeZone zone)
    {
        if (!IsWholeDays) return $"{Moment(_from.InZone(zone).LocalDateTime)} to {Moment(_to.InZone(zone).LocalDateTime)}";
        if (_kind == WindowKind.Month) return Invariant($"{Months[_first.Month - 1]} {_first.Year}");
        var last = _end.PlusDays(-1);
        if (last == _first) return Invariant($"{_first.DayOfWeek} {Date(_first)}");
        if (last.Year != _first.Year) return $"{Date(_first)} to {Date(last)}";
        return last.Month == _first.Month ? Invariant($"{_first.Day} to {Date(last)}") : Invariant($"{_first.Day} {Months[_first.Month - 1]} to {Date(last)}");
    }

    /// <summary>The noun for its length: day, week, month or period.</summary>
    internal string Noun => _kind switch
    {
        WindowKind.Day => "day",
        WindowKind.Week => "week",
        WindowKind.Month => "month",
        _ => "period",
    };

    /// <summary>The same days called a day, week, month or period.</summary>
    internal DigestWindow Named(string noun) => !IsWholeDays ? this : noun switch
    {
        "day" => Day(_first),
        "week" => Week(_first),
        "month" => Month(_first.Year, _first.Month),
        _ => Between(_first, _end),
    };

    internal LocalDate First => _first;

    internal LocalDate End => _end;

    internal static string Date(LocalDate date) => Invariant($"{date.Day} {Months[date.Month - 1]} {date.Year}");

    internal static string ShortDate(LocalDate date) => Invariant($"{date.DayOfWeek} {date.Day} {Months[date.Month - 1]}");

    internal static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    internal static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private DigestWindow Shift(int steps)
    {
        switch (_kind)
        {
            case WindowKind.Month:
                var first = _first.PlusMonths(steps);
                return Month(first.Year, first.Month);
            case WindowKind.Instants:
                var length = (_to - _from) * steps;
                return new DigestWindow(_from + length, _to + length);
            default:
                var days = Period.DaysBetween(_first, _end) * steps;
                return new DigestWindow(_kind, _first.PlusDays(days), _end.PlusDays(days));
        }
    }

    private static string Moment(LocalDateTime at) => Invariant($"{Date(at.Date)}, {at.Hour:00}:{at.Minute:00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

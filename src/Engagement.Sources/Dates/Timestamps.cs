using NodaTime;

namespace Engagement.Sources.Dates;

/// <summary>
/// Reads the dates of every source: RFC 3339 with its relatives, RFC 822, X's own form, and what spreadsheets hold. One pass, invariant.
/// </summary>
internal static class Timestamps
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string Weekdays = "montuewedthufrisatsun";

    /// <summary>Reads an instant of a feed or an interface, where no order of day and month is at stake.</summary>
    public static bool TryReadInstant(ReadOnlySpan<char> text, DateTimeZone zone, out Instant instant)
    {
        var reading = Read(text, DateOrder.DayMonthYear, zone);
        instant = reading.Instant ?? default;
        return reading is { Certainty: DateCertainty.Plain, Instant: not null };
    }

    /// <summary>Reads a date, with or without a time.</summary>
    public static DateReading Read(ReadOnlySpan<char> text, DateOrder order, DateTimeZone zone)
    {
        var scan = new Scan(text);
        if (!scan.Run()) return default;

        int year, month, day;
        var certainty = DateCertainty.Plain;
        if (scan.Month > 0)
        {
            month = scan.Month;
            if (scan.NumberCount != 2) return default;
            (day, year) = scan.FirstDigits == 4 ? (scan.Second, scan.First) : (scan.First, FullYear(scan.Second, scan.SecondDigits));
        }
        else if (scan is { NumberCount: 1, FirstDigits: 8 })
        {
            (year, month, day) = (scan.First / 10_000, scan.First / 100 % 100, scan.First % 100);
        }
        else if (scan.NumberCount != 3)
        {
            return default;
        }
        else if (scan.FirstDigits == 4)
        {
            (year, month, day) = (scan.First, scan.Second, scan.Third);
        }
        else
        {
            year = FullYear(scan.Third, scan.ThirdDigits);
            (day, month) = order == DateOrder.DayMonthYear ? (scan.First, scan.Second) : (scan.Second, scan.First);
            var asTold = IsDate(year, month, day);
            var otherwise = IsDate(year, day, month);
            certainty = (asTold, otherwise) switch
            {
                (true, true) => day == month ? DateCertainty.Same : DateCertainty.Ambiguous,
                (true, false) => DateCertainty.Proven,
                (false, true) => DateCertainty.Reversed,
                _ => DateCertainty.None,
            };
            if (!asTold) return new DateReading(certainty, null, null);
        }

        if (!IsDate(year, month, day)) return default;
        var date = new LocalDate(year, month, day);
        if (!scan.HasTime) return new DateReading(certainty, null, date);
        if (!scan.TryTime(out var time, out var nextDay)) return default;
        var local = (nextDay ? date.PlusDays(1) : date) + time;
        var instant = scan.OffsetMinutes is { } minutes
            ? local.WithOffset(Offset.FromSeconds(minutes * 60)).ToInstant()
            : local.InZoneLeniently(zone).ToInstant();
        return new DateReading(certainty, instant, null);
    }

    private static int FullYear(int year, int digits) => digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;

    // Years outside of this range are typing errors, not dates of posts.
    private static bool IsDate(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private ref struct Scan(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _hour;
        private int _minute;
        private int _second;
        private long _nanoseconds;
        private int _meridiem;

        public int NumberCount { get; private set; }

        public int First { get; private set; }

        public int FirstDigits { get; private set; }

        public int Second { get; private set; }

        public int SecondDigits { get; private set; }

        public int Third { get; private set; }

        public int ThirdDigits { get; private set; }

        public int Month { get; private set; }

        public bool HasTime { get; private set; }

        public int? OffsetMinutes { get; private set; }

        public bool Run()
        {
            var i = 0;
            while (i < _text.Length)
            {
                var c = _text[i];
                if (char.IsAsciiDigit(c))
                {
                    if (!ReadNumber(ref i)) return false;
                }
                else if (char.IsAsciiLetter(c))
                {
                    if (!ReadWord(ref i)) return false;
                }
                else if (c is '+' or '-' && HasTime && OffsetMinutes is null or 0 && i + 2 < _text.Length && char.IsAsciiDigit(_text[i + 1]))
                {
                    if (!ReadOffset(ref i)) return false;
                }
                else if (c is '/' or '-' or '.' or ',' or '(' or ')' || char.IsWhiteSpace(c))
                {
                    i++;
                }
                else
                {
                    return false;
                }
            }

            return NumberCount > 0;
        }

        public readonly bool TryTime(out LocalTime time, out bool nextDay)
        {
            time = default;
            nextDay = false;
            var hour = _hour;
            if (_meridiem != 0)
            {
                if (hour is < 1 or > 12) return false;
                hour = (hour % 12) + (_meridiem == 2 ? 12 : 0);
            }

            if (hour == 24 && _minute == 0 && _second == 0)
            {
                hour = 0;
                nextDay = true;
            }

            // A leap second is given to the second before it.
            var second = _second == 60 ? 59 : _second;
            if (hour > 23 || _minute > 59 || second > 59) return false;
            time = LocalTime.FromHourMinuteSecondNanosecond(hour, _minute, second, _nanoseconds);
            return true;
        }

        private bool ReadNumber(ref int i)
        {
            var value = ReadDigits(ref i, out var digits);
            if (digits > 8) return false;
            if (i < _text.Length && _text[i] == ':' && !HasTime) return ReadTime(ref i, value, digits);
            switch (NumberCount++)
            {
                case 0: (First, FirstDigits) = (value, digits); break;
                case 1: (Second, SecondDigits) = (value, digits); break;
                case 2: (Third, ThirdDigits) = (value, digits); break;
                default: return false;
            }

            return true;
        }

        private bool ReadTime(ref int i, int hour, int hourDigits)
        {
            if (hourDigits > 2) return false;
            HasTime = true;
            _hour = hour;
            i++;
            _minute = ReadDigits(ref i, out var digits);
            if (digits is 0 or > 2) return false;
            if (i < _text.Length && _text[i] == ':')
            {
                i++;
                _second = ReadDigits(ref i, out digits);
                if (digits is 0 or > 2) return false;
                if (i + 1 < _text.Length && _text[i] is '.' or ',' && char.IsAsciiDigit(_text[i + 1]))
                {
                    i++;
                    var start = i;
                    while (i < _text.Length && char.IsAsciiDigit(_text[i]))
                    {
                        if (i - start < 9) _nanoseconds = (_nanoseconds * 10) + (_text[i] - '0');
                        i++;
                    }

                    for (var digit = i - start; digit < 9; digit++) _nanoseconds *= 10;
                }
            }

            return true;
        }

        private bool ReadOffset(ref int i)
        {
            var sign = _text[i++] == '-' ? -1 : 1;
            var value = ReadDigits(ref i, out var digits);
            int minutes;
            if (digits == 4)
            {
                minutes = (value / 100 * 60) + (value % 100);
            }
            else if (digits is 1 or 2)
            {
                minutes = value * 60;
                if (i + 2 < _text.Length && _text[i] == ':')
                {
                    i++;
                    minutes += ReadDigits(ref i, out digits);
                }
            }
            else
            {
                return false;
            }

            OffsetMinutes = sign * minutes;
            return minutes <= 18 * 60;
        }

        private bool ReadWord(ref int i)
        {
            var start = i;
            while (i < _text.Length && char.IsAsciiLetter(_text[i])) i++;
            var word = _text[start..i];
            if (word.Length == 1)
            {
                switch (word[0])
                {
                    case 'T' or 't': return true;
                    case 'Z' or 'z' when HasTime: OffsetMinutes = 0; return true;
                    default: return false;
                }
            }

            Span<char> lower = stackalloc char[3];
            for (var k = 0; k < Math.Min(3, word.Length); k++) lower[k] = (char)(word[k] | 0x20);
            lower = lower[..Math.Min(3, word.Length)];

            if (word.Length == 2)
            {
                switch (lower)
                {
                    case "am": _meridiem = 1; return HasTime;
                    case "pm": _meridiem = 2; return HasTime;
                    case "st" or "nd" or "rd" or "th" or "at" or "of" or "on": return true;
                    case "ut": OffsetMinutes = 0; return HasTime;
                    default: return false;
                }
            }

            var month = ((ReadOnlySpan<char>)Months).IndexOf(lower);
            if (month >= 0 && month % 3 == 0)
            {
                if (Month > 0) return false;
                Month = (month / 3) + 1;
                return true;
            }

            var weekday = ((ReadOnlySpan<char>)Weekdays).IndexOf(lower);
            if (weekday >= 0 && weekday % 3 == 0) return true;
            if (word.Length != 3 || !HasTime) return false;
            int? minutes = lower switch
            {
                "utc" or "gmt" => 0,
                "bst" => 60,
                "est" => -300,
                "edt" => -240,
                "cst" => -360,
                "cdt" => -300,
                "mst" => -420,
                "mdt" => -360,
                "pst" => -480,
                "pdt" => -420,
                _ => null,
            };
            if (minutes is null) return false;
            OffsetMinutes = minutes;
            return true;
        }

        private readonly int ReadDigits(ref int i, out int digits)
        {
            var start = i;
            var value = 0;
            while (i < _text.Length && char.IsAsciiDigit(_text[i]))
            {
                if (i - start < 9) value = (value * 10) + (_text[i] - '0');
                i++;
            }

            digits = i - start;
            return value;
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using Engagement.Text;
using NodaTime;

namespace Engagement.Queries.Syntax;

/// <summary>A field of the language.</summary>
/// <param name="Name">As it is written, without the colon.</param>
/// <param name="Kind">What it tests; null for the fields that say where, or how, to look for words.</param>
/// <param name="Scope">Where it looks for words.</param>
/// <param name="Example">A use of it.</param>
internal sealed record FieldName(string Name, FieldKind? Kind, TextScope Scope, string Example);

/// <summary>Names and values of fields, read and written.</summary>
internal static class FieldNames
{
    private static readonly FieldName[] All =
    [
        new("from", FieldKind.From, default, "from:LeedsTrust"),
        new("to", FieldKind.To, default, "to:LeedsTrust"),
        new("title", null, TextScope.Title, "title:ward"),
        new("bio", null, TextScope.Biography, "bio:nurse"),
        new("place", null, TextScope.Place, "place:\"ward 7\""),
        new("case", null, TextScope.Anywhere, "case:WHO"),
        new("url", FieldKind.Url, default, "url:careopinion.org.uk"),
        new("site", FieldKind.Site, default, "site:nhs.uk"),
        new("lang", FieldKind.Language, default, "lang:en"),
        new("platform", FieldKind.Platform, default, "platform:mastodon"),
        new("since", FieldKind.Since, default, "since:2026-11-01"),
        new("until", FieldKind.Until, default, "until:2026-11-08"),
        new("likes", FieldKind.Likes, default, "likes:>=10"),
        new("shares", FieldKind.Shares, default, "shares:>=10"),
        new("replies", FieldKind.Replies, default, "replies:>=10"),
        new("followers", FieldKind.Followers, default, "followers:>=1000"),
        new("is", FieldKind.State, default, "is:reply"),
        new("has", FieldKind.State, default, "has:link"),
    ];

    // What Google, X, Brandwatch and Meltwater call ours.
    private static readonly FrozenDictionary<string, string> Foreign = WordFile.Read("fields.txt").Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    // Names by which people know a platform besides ours.
    private static readonly (string Alias, Platform Platform)[] PlatformAliases =
    [
        ("twitter", Platform.X), ("patientopinion", Platform.CareOpinion), ("nhs", Platform.NhsUk), ("nhschoices", Platform.NhsUk),
        ("fft", Platform.Survey), ("friendsandfamilytest", Platform.Survey),
    ];

    private static readonly (string Name, string Tag)[] Languages =
    [
        ("english", "en"), ("welsh", "cy"), ("cymraeg", "cy"), ("polish", "pl"), ("urdu", "ur"), ("punjabi", "pa"), ("bengali", "bn"),
        ("arabic", "ar"), ("romanian", "ro"), ("portuguese", "pt"), ("spanish", "es"), ("french", "fr"), ("german", "de"), ("gaelic", "gd"),
        ("irish", "ga"), ("italian", "it"), ("turkish", "tr"), ("somali", "so"), ("gujarati", "gu"), ("hindi", "hi"), ("chinese", "zh"),
    ];

    private static readonly PostState[] IsStates = [PostState.Reply, PostState.Repost, PostState.Quote, PostState.Original];
    private static readonly PostState[] HasStates = [PostState.Link, PostState.Media, PostState.Question, PostState.Emoji];

    public static FieldName? Find(string name) => Array.Find(All, field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static string NameOf(FieldKind kind, PostState state) => kind == FieldKind.State
        ? state <= PostState.Original ? "is" : "has"
        : Array.Find(All, field => field.Kind == kind)!.Name;

    public static string NameOf(PostState state) => state.ToString().ToLowerInvariant();

    public static string NameOf(Platform platform) => platform.ToString().ToLowerInvariant();

    /// <summary>The field that another engine, or a slip of the finger, calls so; null for none.</summary>
    public static string? Nearest(string name) =>
        Foreign.GetValueOrDefault(name) ?? Spelling.Nearest(name, All.Select(field => field.Name));

    public static Platform? PlatformOf(string value)
    {
        var name = new string([.. value.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);
        if (name.Length == 0) return null;
        foreach (var platform in Enum.GetValues<Platform>())
        {
            if (NameOf(platform) == name) return platform;
        }

        foreach (var (alias, platform) in PlatformAliases)
        {
            if (alias == name) return platform;
        }

        return null;
    }

    public static string? NearestPlatform(string value) => Spelling.Nearest(value, Enum.GetValues<Platform>().Select(NameOf));

    public static PostState? StateOf(string name, string value)
    {
        foreach (var state in name == "is" ? IsStates : HasStates)
        {
            if (NameOf(state).Equals(value, StringComparison.OrdinalIgnoreCase)) return state;
        }

        return null;
    }

    public static string? NearestState(string name, string value)
    {
        // The plural is the slip that people make here, and "replies" is further from "reply" than a slip of the finger.
        var singular = value.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? value[..^3] + "y" : value;
        return Spelling.Nearest(singular, (name == "is" ? IsStates : HasStates).Select(NameOf));
    }

    /// <summary>Two or three letters, then subtags of letters and digits.</summary>
    public static bool IsLanguageTag(string value)
    {
        var parts = value.Split('-');
        if (parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter)) return false;
        return parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    public static string? TagOf(string language)
    {
        foreach (var (name, tag) in Languages)
        {
            if (name.Equals(language, StringComparison.OrdinalIgnoreCase)) return tag;
        }

        return null;
    }

    /// <summary>A date as <c>2026-11-01</c>, from the year 1900 on.</summary>
    public static LocalDate? DateOf(string value)
    {
        if (value.Length != 10 || value[4] != '-' || value[7] != '-') return null;
        return Number(value.AsSpan(0, 4)) is { } year && Number(value.AsSpan(5, 2)) is { } month && Number(value.AsSpan(8, 2)) is { } day
            ? Date(year, month, day)
            : null;
    }

    /// <summary>What is meant by <c>1/11/2026</c>, <c>2026/11/1</c>, <c>2026-11</c> and the like, the day before the month.</summary>
    public static LocalDate? LooseDateOf(string value)
    {
        var parts = value.Split('/', '-', '.');
        if (parts.Length == 2 && parts[0].Length == 4) parts = [.. parts, "1"];
        if (parts.Length != 3 || Number(parts[0]) is not { } first || Number(parts[1]) is not { } second || Number(parts[2]) is not { } third) return null;
        return parts[0].Length == 4 ? Date(first, second, third) : parts[2].Length == 4 ? Date(third, second, first) : null;
    }

    public static string Write(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

    /// <summary>Reads <c>10</c>, <c>=10</c>, <c>&gt;=10</c>, <c>&gt;10</c>, <c>&lt;=10</c>, <c>&lt;10</c> or <c>10..20</c>; the range may be empty.</summary>
    public static (long Least, long Most)? RangeOf(string value)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0) return Count(value.AsSpan(0, dots)) is { } from && Count(value.AsSpan(dots + 2)) is { } to ? (from, to) : null;
        var signs = 0;
        while (signs < value.Length && value[signs] is '<' or '>' or '=' or '\u2265' or '\u2264') signs++;
        if (Count(value.AsSpan(signs)) is not { } count) return null;
        return value[..signs] switch
        {
            "" or "=" => (count, count),
            ">=" or "=>" or "\u2265" => (count, long.MaxValue),
            ">" => (count + 1, long.MaxValue),
            "<=" or "=<" or "\u2264" => (0, count),
            "<" => (0, count - 1),
            _ => null,
        };
    }

    public static string WriteRange(long least, long most)
    {
        if (most == long.MaxValue) return string.Create(CultureInfo.InvariantCulture, $">={least}");
        if (least == most) return least.ToString(CultureInfo.InvariantCulture);
        return least == 0 ? string.Create(CultureInfo.InvariantCulture, $"<={most}") : string.Create(CultureInfo.InvariantCulture, $"{least}..{most}");
    }

    /// <summary>Capital A to Z made small; other letters stay, as in the addresses and handles that this is for.</summary>
    public static string FoldAscii(string value) => string.Create(value.Length, value, static (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = from[i] is >= 'A' and <= 'Z' ? (char)(from[i] | 0x20) : from[i];
    });

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1900 and <= 9000 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int? Number(ReadOnlySpan<char> digits) =>
        digits.Length is >= 1 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Digits, with commas between thousands or without; below 10^15.</summary>
    private static long? Count(ReadOnlySpan<char> written)
    {
        Span<char> digits = stackalloc char[16];
        var length = 0;
        foreach (var c in written)
        {
            if (c == ',' && length > 0) continue;
            if (!char.IsAsciiDigit(c) || length == 15) return null;
            digits[length++] = c;
        }

        return length == 0 ? null : long.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

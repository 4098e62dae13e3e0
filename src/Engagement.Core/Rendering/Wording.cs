using System.Globalization;
using System.Text;
using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Triage;
using NodaTime;

namespace Engagement.Rendering;

/// <summary>Plain English for numbers, dates and the rest.</summary>
internal static class Wording
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Below this many, changes are told in counts, not per cent.</summary>
    private const long LeastForPercent = 20;

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>1 post</c>, <c>2 posts</c>, <c>no posts</c>.</summary>
    public static string Counted(long value, string one, string? many = null) =>
        value == 0 ? $"no {many ?? one + "s"}" : $"{Number(value)} {(value == 1 ? one : many ?? one + "s")}";

    public static string Times(long value) => value switch
    {
        1 => "once",
        2 => "twice",
        _ => Number(value) + " times",
    };

    /// <summary>What changed since the window before; empty where nothing is known of it.</summary>
    public static string Change(long now, long? before, string noun)
    {
        if (before is not { } then) return "";
        if (now == then) return then == 0 ? "" : $"the same as the {noun} before";
        if (then == 0) return $"none the {noun} before";
        var direction = now > then ? "up" : "down";
        if (then < LeastForPercent || now == 0) return $"{direction} from {Number(then)}";
        var percent = (((now > then ? now - then : then - now) * 200) + then) / (2 * then);
        // "Up 714%" makes a reader reach for a pencil.
        if (percent > 100) return $"{direction} from {Number(then)}";
        return percent == 0 ? $"about the same as the {noun} before ({Number(then)})" : $"{direction} {Number(percent)}% from {Number(then)}";
    }

    /// <summary>
    /// What changed of a part of the whole since the window before: its share, where both wholes are large enough, for a count may grow while the
    /// share falls; counts without per cent where they are not; empty where nothing is known of it.
    /// </summary>
    public static string ShareChange(long now, long of, long? before, long? beforeOf, string noun)
    {
        if (before is not { } then || beforeOf is not { } thenOf) return "";
        if (now == 0 && then == 0) return "";
        if (of < LeastForPercent || thenOf < LeastForPercent)
        {
            if (now == then || then == 0) return Change(now, before, noun);
            return $"{(now > then ? "up" : "down")} from {Number(then)}";
        }

        var (share, shareThen) = (Percent(now, of), Percent(then, thenOf));
        var told = now == 0 ? "none" : $"{share}% of all";
        if (then == 0) return $"{told}, none the {noun} before";
        var was = $"({Number(then)} of {Number(thenOf)})";
        return share == shareThen
            ? $"{told}, about the same share as the {noun} before {was}"
            : $"{told}, {(share > shareThen ? "up" : "down")} from {shareThen}% {was}";
    }

    /// <summary><c>3 of 8</c>, and per cent only of 20 and more.</summary>
    public static string Share(long part, long whole) =>
        whole == 0 ? "none" : whole < LeastForPercent ? $"{Number(part)} of {Number(whole)}" : $"{Number(part)} of {Number(whole)} ({Percent(part, whole)}%)";

    private static long Percent(long part, long whole) => ((part * 200) + whole) / (2 * whole);

    /// <summary>So many of these to one of those, with one decimal below ten: <c>2.2</c>, <c>46</c>.</summary>
    public static string Rate(long these, long those)
    {
        if (these >= 10 * those) return Number((these + (those / 2)) / those);
        var tenths = ((these * 20) + those) / (2 * those);
        return tenths % 10 == 0 ? Number(tenths / 10) : $"{Number(tenths / 10)}.{tenths % 10}";
    }

    /// <summary><c>a, b and c</c>; with semicolons where a comma belongs to one of them: <c>Ivy, ward clerk; Sam and Jo</c>.</summary>
    public static string List(IEnumerable<string> items)
    {
        var list = items as IReadOnlyList<string> ?? [.. items];
        var comma = list.Any(item => item.Contains(',', StringComparison.Ordinal)) ? "; " : ", ";
        return list.Count switch
        {
            0 => "",
            1 => list[0],
            _ => string.Join(comma, list.Take(list.Count - 1)) + " and " + list[^1],
        };
    }

    public static string Day(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.DayOfWeek} {date.Day} {Months[date.Month - 1]}");

    public static string Hour(LocalDateTime at) => (at.Hour, at.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "noon",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(at.Hour % 12 == 0 ? 12 : at.Hour % 12)}{(at.Minute == 0 ? "" : ":" + at.Minute.ToString("00", CultureInfo.InvariantCulture))}{(at.Hour < 12 ? "am" : "pm")}"),
    };

    public static string Span(long minutes) => minutes switch
    {
        < 1 => "less than a minute",
        < 120 => Counted(minutes, "minute"),
        < 2_880 => Counted((minutes + 30) / 60, "hour"),
        _ => Counted((minutes + 720) / 1_440, "day"),
    };

    public static string Platform(string name) => Upper(Place(name));

    /// <summary>A platform's name within a sentence.</summary>
    public static string Place(string name) => Enum.TryParse<Platform>(name, out var platform) ? PlatformNames.Of(platform) : name;

    public static string On(Platform platform) => platform switch
    {
        Engagement.Platform.Survey => "in a survey",
        Engagement.Platform.News => "in the news",
        Engagement.Platform.Other => "",
        _ => "on " + PlatformNames.Of(platform),
    };

    public static string Source(DigestItem item)
    {
        var who = item.Author ?? item.Voice switch
        {
            Organizations.Voice.Staff => "A colleague",
            Organizations.Voice.Trust => "The trust",
            Organizations.Voice.Press => "The press",
            _ => item.Platform == Engagement.Platform.Survey ? "Somebody" : "",
        };
        var where = On(item.Platform);
        var parts = new List<string>();
        var first = (who + " " + where).Trim();
        if (first.Length > 0) parts.Add(Upper(first));
        parts.Add(Day(item.On));
        return string.Join(", ", parts);
    }

    /// <summary>Who and when in few words, for a line of a list: <c>Fi on X, 17 November</c>, <c>survey, 31 May</c>.</summary>
    public static string BriefSource(DigestItem item)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{item.On.Day} {Months[item.On.Month - 1]}");
        if (item is { Author: null, Platform: Engagement.Platform.Survey }) return "survey, " + day;
        var who = (item.Author + " " + On(item.Platform)).Trim();
        return who.Length == 0 ? day : $"{who}, {day}";
    }

    public static string Voice(Voice voice) => voice switch
    {
        Organizations.Voice.Staff => "colleagues",
        Organizations.Voice.Trust => "the trust itself",
        Organizations.Voice.Press => "the press",
        _ => "the public",
    };

    public static string Reply(ReplyAction action) => action switch
    {
        ReplyAction.ReplyPublicly => "Reply where others can see it.",
        ReplyAction.MoveToPrivate => "Offer to talk in private.",
        ReplyAction.DoNotReply => "Better not to reply.",
        _ => "",
    };

    public static string Stage(ImprovementStage stage) => stage switch
    {
        ImprovementStage.Raised => "Raised",
        ImprovementStage.Discussed => "Talked about",
        ImprovementStage.Planned => "Change planned",
        ImprovementStage.Made => "Change made",
        _ => "Confirmed by later feedback",
    };

    public static string Kind(AchievementKind kind) => kind switch
    {
        AchievementKind.Award => "Award",
        AchievementKind.Service => "Years of service",
        AchievementKind.Qualification => "Qualification",
        _ => "Thanks",
    };

    /// <summary>With a small first letter, to go on within a sentence.</summary>
    public static string Lower(string text) =>
        text.Length == 0 || !char.IsUpper(text[0]) ? text : new StringBuilder(text) { [0] = char.ToLowerInvariant(text[0]) }.ToString();

    /// <summary>With a capital first letter.</summary>
    public static string Upper(string text) =>
        text.Length == 0 || !char.IsLower(text[0]) ? text : new StringBuilder(text) { [0] = char.ToUpperInvariant(text[0]) }.ToString();
}

using System.Globalization;
using Engagement.Queries.Syntax;
using Engagement.Text;

namespace Engagement.Queries.Dialects;

/// <summary>What the fields of other dialects are in ours.</summary>
internal static class DialectFields
{
    public delegate void Loss(TextSpan span, string what);

    // Theirs, and ours with its colon; a value that ends in ! is a whole condition, and the value of theirs is not looked at.
    private static readonly Dictionary<string, string> Google = new(StringComparer.OrdinalIgnoreCase)
    {
        ["site"] = "site:",
        ["intitle"] = "title:",
        ["allintitle"] = "title:",
        ["inurl"] = "url:",
        ["allinurl"] = "url:",
        ["intext"] = "",
        ["allintext"] = "",
        ["after"] = "since:",
        ["before"] = "until:",
    };

    private static readonly Dictionary<string, string> X = new(StringComparer.OrdinalIgnoreCase)
    {
        ["from"] = "from:",
        ["to"] = "to:",
        ["url"] = "url:",
        ["lang"] = "lang:",
        ["bio"] = "bio:",
        ["place"] = "place:",
        ["since"] = "since:",
        ["until"] = "until:",
        ["min_faves"] = "likes:>=",
        ["min_likes"] = "likes:>=",
        ["min_retweets"] = "shares:>=",
        ["min_reposts"] = "shares:>=",
        ["min_replies"] = "replies:>=",
        ["followers_count"] = "followers:>=",
        ["is:reply"] = "is:reply!",
        ["is:retweet"] = "is:repost!",
        ["is:repost"] = "is:repost!",
        ["is:quote"] = "is:quote!",
        ["has:links"] = "has:link!",
        ["has:media"] = "has:media!",
        ["has:images"] = "has:media!",
        ["has:videos"] = "has:media!",
        ["filter:links"] = "has:link!",
        ["filter:media"] = "has:media!",
        ["filter:images"] = "has:media!",
        ["filter:videos"] = "has:media!",
        ["filter:replies"] = "is:reply!",
        ["filter:retweets"] = "is:repost!",
        ["filter:nativeretweets"] = "is:repost!",
        ["filter:quote"] = "is:quote!",
    };

    private static readonly Dictionary<string, string> Brandwatch = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title:",
        ["site"] = "site:",
        ["url"] = "url:",
        ["links"] = "url:",
        ["author"] = "from:",
        ["language"] = "lang:",
        ["authorbio"] = "bio:",
        ["raw"] = "case:",
        ["hashtags"] = "#",
        ["at_mentions"] = "@",
        ["engagingwith"] = "@",
        ["engagementtype:reply"] = "is:reply!",
        ["engagementtype:retweet"] = "is:repost!",
        ["engagementtype:quote"] = "is:quote!",
    };

    // Lucene's field names are the index's own: ours pass, and a few that indexes of posts commonly have.
    private static readonly Dictionary<string, string> Lucene = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title:",
        ["bio"] = "bio:",
        ["place"] = "place:",
        ["from"] = "from:",
        ["author"] = "from:",
        ["to"] = "to:",
        ["url"] = "url:",
        ["site"] = "site:",
        ["lang"] = "lang:",
        ["language"] = "lang:",
        ["platform"] = "platform:",
        ["likes"] = "likes:",
        ["shares"] = "shares:",
        ["replies"] = "replies:",
        ["followers"] = "followers:",
        ["is"] = "is:",
        ["has"] = "has:",
        ["text"] = "",
        ["body"] = "",
        ["content"] = "",
        ["contents"] = "",
        ["hashtag"] = "#",
        ["handle"] = "@",
    };

    private static readonly string[] CountFields = ["likes", "shares", "replies", "followers"];

    /// <summary>Our field for theirs; empty where words are searched as usual, null where the operand is dropped.</summary>
    public static string? Find(DialectToken token, QueryDialect dialect, Loss lose)
    {
        var table = TableOf(dialect);
        if (table.TryGetValue($"{token.Field}:{token.Text}", out var whole)) return whole;
        if (table.TryGetValue(token.Field, out var ours)) return ours;

        var isOfValues = HasConditions(token.Field, table);
        lose(token.Span, $"there is nothing like {token.Field}:{(isOfValues ? token.Text : "")} here; the condition is left out.");
        return null;
    }

    /// <summary>Whether each value of the field stands for itself in our language, so that brackets have to be taken apart.</summary>
    public static bool IsPerValue(string field, QueryDialect dialect)
    {
        var table = TableOf(dialect);
        return table.TryGetValue(field, out var ours) ? ours.EndsWith('=') || ours.EndsWith('#') || ours.EndsWith('@') : HasConditions(field, table);
    }

    /// <summary>Google's <c>allintitle:</c> and its like hold for every word that follows: the field of those; null for any other.</summary>
    public static string? FieldOfAll(string field) => field.ToLowerInvariant() switch
    {
        "allintitle" => "intitle",
        "allinurl" => "inurl",
        "allintext" => "intext",
        _ => null,
    };

    private static bool HasConditions(string field, Dictionary<string, string> table) =>
        table.Keys.Any(key => key.Length > field.Length && key[field.Length] == ':' && key.StartsWith(field, StringComparison.OrdinalIgnoreCase));

    /// <summary>Our condition for a range of theirs; empty where there is none.</summary>
    public static string Range(DialectToken token, QueryDialect dialect, Loss lose)
    {
        var field = token.Field.ToLowerInvariant();
        if (dialect == QueryDialect.Brandwatch && field == "authorfollowers") field = "followers";
        var ends = token.Text.Split(" TO ", 2);
        if (ends.Length == 2)
        {
            var (from, to) = (ends[0].Trim(), ends[1].Trim());
            if (field is "published" or "date" or "created_at") return DateRange(token, from, to, lose);
            if (CountFields.Contains(field))
            {
                var least = CountOf(from, token.Suffix[0] == '{' ? 1 : 0);
                var most = CountOf(to, token.Suffix[^1] == '}' ? -1 : 0);
                if (to == "*" && least is not null) return $"{field}:>={least}";
                if (from == "*" && most is not null) return $"{field}:<={most}";
                if (least is not null && most is not null) return $"{field}:{least}..{most}";
            }
        }

        lose(token.Span, "a range that has nothing like it here; the condition is left out.");
        return "";
    }

    private static string DateRange(DialectToken token, string from, string to, Loss lose)
    {
        var since = FieldNames.DateOf(from);
        var until = FieldNames.DateOf(to);
        if ((since is null && from != "*") || (until is null && to != "*") || (since is null && until is null))
        {
            lose(token.Span, "a range of dates that are not written as 2026-11-01; the condition is left out.");
            return "";
        }

        // Their ranges in square brackets include both days, in curly ones neither; ours end before the last.
        var first = since is { } start ? $"since:{FieldNames.Write(start.PlusDays(token.Suffix[0] == '{' ? 1 : 0))}" : "";
        var last = until is { } end ? $"until:{FieldNames.Write(end.PlusDays(token.Suffix[^1] == '}' ? 0 : 1))}" : "";
        return first.Length > 0 && last.Length > 0 ? $"({first} AND {last})" : first + last;
    }

    private static long? CountOf(string text, int shift) =>
        text.Length is > 0 and < 16 && text.All(char.IsAsciiDigit) && long.Parse(text, CultureInfo.InvariantCulture) + shift is >= 0 and var count ? count : null;

    private static Dictionary<string, string> TableOf(QueryDialect dialect) => dialect switch
    {
        QueryDialect.Google => Google,
        QueryDialect.X => X,
        QueryDialect.Brandwatch => Brandwatch,
        _ => Lucene,
    };
}

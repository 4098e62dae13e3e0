using System.Globalization;
using System.Text.Json;

namespace Engagement.Profiles;

/// <summary>What a walk over one file collects: its faults of shape, and the order in which its paths stand.</summary>
internal sealed class DraftReader
{
    private const int LongestQuote = 60;

    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    public List<ProfileFault> Faults { get; } = [];

    /// <summary>Notes that the walk has come to <paramref name="path"/>.</summary>
    public void Reach(string path) => _order.TryAdd(path, _order.Count);

    public void Fault(string path, string found, string expected) => Faults.Add(new ProfileFault(path, found, expected));

    /// <summary>Where a fault belongs in the file: the place of its path, or of the nearest object around it that the file has.</summary>
    public int OrderOf(string path)
    {
        while (true)
        {
            if (_order.TryGetValue(path, out var order)) return order;
            var cut = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
            if (cut <= 0) return -1;
            path = path[..cut];
        }
    }

    /// <summary>The path of a member: <c>.key</c>, or <c>['odd key']</c>.</summary>
    public static string PathOf(string parent, string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? $"{parent}.{key}" : $"{parent}['{Shorten(key)}']";

    public static string PathOf(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>A value as a fault quotes it.</summary>
    public static string Quote(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => TextOf(element) is { } text ? Quote(text) : "text with a broken \\u escape",
        _ => Shorten(element.GetRawText()),
    };

    public static string Quote(string text) => $"\"{Shorten(text)}\"";

    /// <summary>The text of a string element; null when an escape in it stands for half a character, which JSON allows and text does not.</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member, or null as with <see cref="TextOf"/>.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Shorten(string text)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= LongestQuote) return text;
        var cut = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..cut] + "…";
    }
}

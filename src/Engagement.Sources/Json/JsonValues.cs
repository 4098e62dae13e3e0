using System.Globalization;
using System.Text;
using System.Text.Json;
using Engagement.Sources.Dates;
using Engagement.Text;
using NodaTime;

namespace Engagement.Sources.Json;

/// <summary>Values of platforms' JSON, read forgivingly: an unexpected kind of value is passed over and says nothing.</summary>
internal static class JsonValues
{
    /// <summary>The next value as text; numbers as written. Null for anything else.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return Unescape(ref reader);
            case JsonTokenType.Number: return Encoding.ASCII.GetString(reader.ValueSpan);
            default: reader.Skip(); return null;
        }
    }

    /// <summary>The next value as what somebody wrote; null for null.</summary>
    /// <exception cref="JsonFault">It is no text: a number in its place was never written by anybody.</exception>
    public static string? Words(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return Unescape(ref reader);
        if (reader.TokenType == JsonTokenType.Null) return null;
        var found = reader.TokenType switch
        {
            JsonTokenType.Number => "a number",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.StartObject => "an object",
            _ => "true or false",
        };
        reader.Skip();
        throw new JsonFault($"{field}: a text is expected, not {found}");
    }

    /// <summary>The next value as a count; text of digits counts as well. Null for anything else, and below 0.</summary>
    public static long? Count(ref Utf8JsonReader reader)
    {
        reader.Read();
        long count;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out count) && count >= 0:
                return count;
            case JsonTokenType.String when long.TryParse(reader.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out count):
                return count;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>The next value as an instant. Null when it is null or empty.</summary>
    /// <exception cref="JsonFault">It is anything else.</exception>
    public static Instant? Instant(ref Utf8JsonReader reader, string field, DateTimeZone zone)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.String)
        {
            // The common form, with an offset; without one this call would take the machine's zone.
            if (reader.ValueSpan.EndsWith("Z"u8) && reader.TryGetDateTime(out var time)) return NodaTime.Instant.FromDateTimeUtc(time);
            if (Unescape(ref reader) is var text && Timestamps.TryReadInstant(text, zone, out var instant)) return instant;
            if (text.Length == 0) return null;
            throw new JsonFault($"{field}: '{(text.Length > 40 ? text[..40] + "…" : text)}' is no date that can be read");
        }

        reader.Skip();
        throw new JsonFault($"{field}: a date is expected");
    }

    /// <summary>Steps into the next value if it is an object.</summary>
    public static bool IntoObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) return true;
        reader.Skip();
        return false;
    }

    /// <summary>Steps into the next value if it is an array.</summary>
    public static bool IntoArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) return true;
        reader.Skip();
        return false;
    }

    /// <summary>Steps to the next name of the object that the reader is in.</summary>
    public static bool NextName(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps to the next object of the array that the reader is in; other elements are passed over.</summary>
    public static bool NextObject(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject) return true;
            if (reader.TokenType == JsonTokenType.EndArray) return false;
            reader.Skip();
        }

        return false;
    }

    /// <summary>Whether the next value is an array or object with anything in it.</summary>
    public static bool HasAny(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return false;
        var depth = reader.CurrentDepth;
        reader.Read();
        if (reader.CurrentDepth == depth) return false;
        while (reader.CurrentDepth > depth) reader.Read();
        return true;
    }

    /// <summary>The text of the string that the reader stands on. Half of an escaped pair stays as it is.</summary>
    /// <exception cref="JsonFault">It is not UTF-8.</exception>
    public static string Unescape(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return JsonEscapes.TryUnescape(reader.ValueSpan) ?? throw new JsonFault("a text is not valid UTF-8");
        }
    }

    /// <summary>Platforms write <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> of a post as entities, and no others.</summary>
    public static string UnescapeEntities(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : text;
}

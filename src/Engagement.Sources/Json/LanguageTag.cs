using System.Text.Json;

namespace Engagement.Sources.Json;

/// <summary>Language tags as platforms write them.</summary>
internal static class LanguageTag
{
    /// <summary>The next value as a tag. Null for none, and for <c>und</c> and X's own codes of what is no language (<c>qme</c>, <c>zxx</c>, …).</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        // Nearly all posts of a file share one tag: no string for each.
        if (reader.ValueTextEquals("en"u8)) return "en";
        var tag = JsonValues.Unescape(ref reader);
        return tag is "" or "und" or "zxx" or "qam" or "qct" or "qht" or "qme" or "qst" or "art" ? null : tag;
    }
}

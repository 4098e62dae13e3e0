using System.Globalization;

namespace Engagement.Sources.Json;

/// <summary>Where an item stands; its words are made only when a problem needs them.</summary>
/// <param name="Line">Line of its first character, from 1.</param>
/// <param name="Item">Its number in the document, from 1; 0 where the line says enough.</param>
/// <param name="Post">Its number in its page, from 1; 0 when it is in none.</param>
internal readonly record struct JsonPlace(long Line, long Item = 0, int Post = 0)
{
    public override string ToString()
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {Line}");
        if (Item > 0) place += string.Create(CultureInfo.InvariantCulture, $", item {Item}");
        if (Post > 0) place += string.Create(CultureInfo.InvariantCulture, $", post {Post}");
        return place;
    }
}

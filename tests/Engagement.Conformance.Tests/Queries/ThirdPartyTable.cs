using System.Text.Json;

namespace Engagement.Conformance.Queries;

/// <summary>Tables of query, text and answer that other engines test themselves with.</summary>
internal static class ThirdPartyTable
{
    public static List<JsonElement> Read(string name)
    {
        var path = SharedData.PathOrSkip("queries/third-party/" + name);
        return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    /// <summary>Whether our query finds the text; null when our parser refuses it.</summary>
    public static bool? Finds(string query, string text)
    {
        var parsed = Query.Parse(query);
        if (!parsed.Success) return null;
        var mention = MentionParser.Default.Parse(text);
        var set = QuerySet.Create([new Engagement.Queries.KeyedQuery("q", parsed.Query!)]);
        var found = set.Match(mention).Count == 1;
        found.Should().Be(parsed.Query!.Matches(mention), "the set and the query by itself agree on “{0}”", query);
        return found;
    }
}

using System.Text.Json;
using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Sentiment;
using Engagement.Star;
using NodaTime;
using static Engagement.Digests.FeedbackSamples;

namespace Engagement.Rendering;

/// <summary>Holds the JSON form to its published schema, with a checker of the few words of JSON Schema that the schema uses.</summary>
public sealed class JsonSchemaTests
{
    [Fact]
    public void An_empty_digest_a_small_and_a_full_one_keep_to_the_schema()
    {
        var earlier = new DigestBuilder(Profile, Audience.Trust(), Week.Previous());
        earlier.Add(Make("e", at: At(3)));
        var full = new DigestBuilder(Profile, Audience.Trust(), Week, new DigestOptions
        {
            Improvements = [new ImprovementStep { Concern = "tea", Stage = ImprovementStage.Made, On = new LocalDate(2026, 11, 10) }],
            Achievements = [new Achievement { Kind = AchievementKind.Award, Who = "Ward 7", What = "the county award", On = new LocalDate(2026, 11, 10) }],
        });
        full.AddHistory(earlier);
        for (var week = 1; week <= 5; week++) full.Add(Make($"w{week}", at: At(10) - Duration.FromDays(7 * week)));
        for (var i = 0; i < 40; i++)
        {
            full.Add(Make(
                $"m{i}",
                $"A1 Kind nurses, warm rooms, number {i}",
                (SentimentLabel)(i % 5),
                author: $"a{i % 30}",
                voice: (Voice)(i % 9 / 5 * (i % 3)),
                teams: ["ward-7"],
                people: ["dembe"],
                campaigns: ["heroes", "chat"],
                hashtags: ["kind"],
                links: ["https://x.example/a"],
                star: [((StarPoint)(i % 5), (StarDirection)(i % 2), "nurses")]));
        }

        var digest = full.Build();
        digest.Peaks.Peaks.Should().NotBeEmpty("the schema's every part is to be met");
        foreach (var made in new[] { Build([]), Build([Make("1")]), digest })
        {
            using var json = JsonDocument.Parse(DigestRenderer.Json.Render(made));
            var faults = new List<string>();
            Check(json.RootElement, Schema.RootElement, "$", faults);
            faults.Should().BeEmpty();
        }
    }

    [Fact]
    public void The_checker_finds_what_does_not_keep_to_the_schema()
    {
        var json = DigestRenderer.Json.Render(Build([Make("1")])).Replace("\"redacted\": 0", "\"redacted\": \"none\"", StringComparison.Ordinal).Replace("\"elsewhere\"", "\"somewhere\"", StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        var faults = new List<string>();
        Check(document.RootElement, Schema.RootElement, "$", faults);
        faults.Should().BeEquivalentTo("$.leftOut: elsewhere is missing", "$.leftOut.somewhere: not in the schema", "$.redacted: a String");
    }

    private static readonly JsonDocument Schema = JsonDocument.Parse(DigestRenderer.JsonSchema);

    private static void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, Schema.RootElement.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path, faults);
            return;
        }

        if (schema.TryGetProperty("anyOf", out var any))
        {
            var best = any.EnumerateArray().Select(option =>
            {
                var found = new List<string>();
                Check(value, option, path, found);
                return found;
            }).MinBy(found => found.Count)!;
            faults.AddRange(best);
            return;
        }

        if (schema.TryGetProperty("const", out var constant) && value.GetRawText() != constant.GetRawText()) faults.Add($"{path}: not {constant}");
        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(name => name.ValueEquals(value.GetString()))) faults.Add($"{path}: {value} is none of the names");
        if (schema.TryGetProperty("type", out var type))
        {
            var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()).ToList() : [type.GetString()];
            var actual = value.ValueKind switch
            {
                JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                _ => value.ValueKind.ToString().ToLowerInvariant(),
            };
            if (!types.Contains(actual) && !(actual == "integer" && types.Contains("number")))
            {
                faults.Add($"{path}: a {value.ValueKind}");
                return;
            }
        }

        if (schema.TryGetProperty("minimum", out var minimum) && value.ValueKind == JsonValueKind.Number && value.GetDouble() < minimum.GetDouble()) faults.Add($"{path}: below {minimum}");
        if (schema.TryGetProperty("maximum", out var maximum) && value.ValueKind == JsonValueKind.Number && value.GetDouble() > maximum.GetDouble()) faults.Add($"{path}: above {maximum}");
        if (schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray()) Check(item, items, $"{path}[{index++}]", faults);
        }

        if (!schema.TryGetProperty("properties", out var properties) || value.ValueKind != JsonValueKind.Object) return;
        foreach (var required in schema.GetProperty("required").EnumerateArray())
        {
            if (!value.TryGetProperty(required.GetString()!, out _)) faults.Add($"{path}: {required} is missing");
        }

        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var inner)) Check(property.Value, inner, $"{path}.{property.Name}", faults);
            else faults.Add($"{path}.{property.Name}: not in the schema");
        }
    }
}

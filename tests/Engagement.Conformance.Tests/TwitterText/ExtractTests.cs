using Engagement.Mentions;
using YamlDotNet.RepresentationModel;

namespace Engagement.Conformance.TwitterText;

/// <summary>twitter-text's cases of what is a handle, list, reply, link, hashtag and cashtag.</summary>
public sealed class ExtractTests
{
    public static IEnumerable<TheoryDataRow<string, int, string>> ExtractRows() => TwitterTextSuite.Rows("extract");

    public static IEnumerable<TheoryDataRow<string, int, string>> DomainRows() => TwitterTextSuite.Rows("tlds");

    [Theory]
    [MemberData(nameof(ExtractRows))]
    public void Entities_are_those_of_the_suite(string category, int number, string description)
    {
        var one = TwitterTextSuite.Case("extract", category, number);
        Deviations.Check(one, () => Actual(one).Should().Equal(Expected(one), description));
    }

    [Theory]
    [MemberData(nameof(DomainRows))]
    public void Every_domain_of_the_suite_makes_a_link(string category, int number, string description)
    {
        var one = TwitterTextSuite.Case("tlds", category, number);
        Deviations.Check(one, () => Links(one.Text).Should().Equal(TwitterTextSuite.Strings(one.Expected), description));
    }

    [Fact]
    public void All_cases_are_there()
    {
        TwitterTextSuite.Read("extract").Should().HaveCount(238);
        TwitterTextSuite.Read("tlds").Should().HaveCount(1574);
    }

    private static IReadOnlyList<string> Links(string text) => Values(text, EntityKind.Link);

    private static List<string> Values(string text, EntityKind kind) =>
        [.. Entities(text).Where(entity => entity.Kind == kind).Select(entity => entity.Value)];

    private static IReadOnlyList<Entity> Entities(string text) => MentionParser.Default.Parse(text, Platform.X).GetEntities();

    private static IEnumerable<string> Actual(TwitterTextCase one)
    {
        var offsets = new Engagement.Text.TextOffsets(one.Text);
        string Placed(Entity entity)
        {
            var (start, end) = offsets.FromUtf16(entity.Span, Engagement.Text.OffsetUnit.CodePoint);
            return $"{entity.Value} {start}-{end}";
        }

        IEnumerable<string> PlacedOf(params EntityKind[] kinds) => Entities(one.Text).Where(entity => kinds.Contains(entity.Kind)).Select(Placed);
        return one.Category switch
        {
            "mentions" => Values(one.Text, EntityKind.Handle),
            "mentions_with_indices" => PlacedOf(EntityKind.Handle),
            "mentions_or_lists_with_indices" => PlacedOf(EntityKind.Handle, EntityKind.List),
            "replies" => MentionParser.Default.Parse(one.Text, Platform.X).ReplyHandle is { } handle ? [handle] : [],
            "urls" or "tco_urls_with_params" => Links(one.Text),
            "urls_with_indices" or "urls_with_directional_markers" => PlacedOf(EntityKind.Link),
            "hashtags" or "hashtags_from_astral" => Values(one.Text, EntityKind.Hashtag),
            "hashtags_with_indices" => PlacedOf(EntityKind.Hashtag),
            "cashtags" => Values(one.Text, EntityKind.Cashtag),
            "cashtags_with_indices" => PlacedOf(EntityKind.Cashtag),
            _ => throw new NotSupportedException(one.Category),
        };
    }

    private static IEnumerable<string> Expected(TwitterTextCase one)
    {
        if (one.Category == "replies") return TwitterTextSuite.Scalar(one.Expected) is { Length: > 0 } handle ? [handle] : [];
        return from node in (YamlSequenceNode)one.Expected
               select node is YamlMappingNode placed ? Placed(placed) : TwitterTextSuite.Scalar(node);
    }

    private static string Placed(YamlMappingNode node)
    {
        var fields = node.ToDictionary(pair => TwitterTextSuite.Scalar(pair.Key), pair => pair.Value);
        var value = string.Concat(new[] { "screen_name", "list_slug", "url", "hashtag", "cashtag" }.Where(fields.ContainsKey).Select(name => TwitterTextSuite.Scalar(fields[name])));
        var indices = (YamlSequenceNode)fields["indices"];
        return $"{value} {TwitterTextSuite.Number(indices[0])}-{TwitterTextSuite.Number(indices[1])}";
    }
}

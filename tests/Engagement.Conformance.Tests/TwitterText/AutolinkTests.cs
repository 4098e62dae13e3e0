using System.Text.Json;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Conformance.TwitterText;

/// <summary>twitter-text's cases of linking to HTML. It takes text for safe HTML and links to twitter.com, and so do the options here.</summary>
public sealed class AutolinkTests
{
    private static readonly LinkingOptions Options = LinkingOptions.X with
    {
        HandleBase = "https://twitter.com/",
        HashtagBase = "https://twitter.com/search?q=%23",
        CashtagBase = "https://twitter.com/search?q=%24",
        TextIsHtml = true,
    };

    public static IEnumerable<TheoryDataRow<string, int, string>> Rows() => TwitterTextSuite.Rows("autolink");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Html_is_that_of_the_suite(string category, int number, string description)
    {
        var one = TwitterTextSuite.Case("autolink", category, number);
        Deviations.Check(one, () => Actual(one).Should().Be(TwitterTextSuite.Scalar(one.Expected), description));
    }

    [Fact]
    public void All_cases_are_there() => TwitterTextSuite.Read("autolink").Should().HaveCount(196);

    // Each category links one kind of entity, as the suite's own programs do.
    private static string Actual(TwitterTextCase one) => one.Category switch
    {
        "usernames" or "lists" => Autolinker.ToHtml(one.Text, Options with { HashtagBase = null, CashtagBase = null, LinkLinks = false }),
        "hashtags" => Autolinker.ToHtml(one.Text, Options with { HandleBase = null, CashtagBase = null, LinkLinks = false }),
        "cashtags" => Autolinker.ToHtml(one.Text, Options with { HandleBase = null, HashtagBase = null, LinkLinks = false }),
        "urls" => Autolinker.ToHtml(one.Text, Options with { HandleBase = null, HashtagBase = null, CashtagBase = null }),
        "all" => Autolinker.ToHtml(one.Text, Options),
        "json" => LinkPlatformEntities(one.Text, TwitterTextSuite.Scalar(one.Node["json"])),
        _ => throw new NotSupportedException(one.Category),
    };

    private static string LinkPlatformEntities(string text, string json)
    {
        using var document = JsonDocument.Parse(json);
        var offsets = new TextOffsets(text);
        var entities = new List<Entity>();
        var shown = new Dictionary<string, ShownLink>();
        foreach (var (list, kind) in new[] { ("hashtags", EntityKind.Hashtag), ("urls", EntityKind.Link), ("user_mentions", EntityKind.Handle) })
        {
            foreach (var item in document.RootElement.GetProperty(list).EnumerateArray())
            {
                var indices = item.GetProperty("indices");
                offsets.TryToUtf16(indices[0].GetInt32(), indices[1].GetInt32(), OffsetUnit.CodePoint, out var span).Should().BeTrue();
                entities.Add(new Entity(kind, MentionField.Text, span, ""));
                if (kind != EntityKind.Link) continue;
                shown[item.GetProperty("url").GetString()!] =
                    new ShownLink(item.GetProperty("display_url").GetString()!, item.GetProperty("expanded_url").GetString()!);
            }
        }

        return Autolinker.ToHtml(text, entities, Options with { ShownLinks = shown });
    }
}

using Engagement.Mentions;

namespace Engagement.Text;

/// <summary>A megabyte of what parsers choke on is read to its end, in every dialect. That the time is linear is shown in benchmarks.</summary>
public sealed class HostileTextTests
{
    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("#a·")]
    [InlineData("a.")]
    [InlineData("@")]
    [InlineData("a@b.")]
    [InlineData("(")]
    [InlineData("http://a.co/(")]
    [InlineData("http://a-a-a")]
    [InlineData("a_")]
    [InlineData("a'")]
    [InlineData("👩\u200D")]
    [InlineData("🇬")]
    [InlineData("a\u0301\u0323")]
    [InlineData("\u0301\u0323")]
    [InlineData("語a.")]
    [InlineData("ﷺ")]
    [InlineData("‹D83D›")]
    [InlineData("\0")]
    public void A_megabyte_is_read_to_its_end(string pattern)
    {
        pattern = LoneSurrogates.In(pattern);
        var text = string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length)) + " end";
        foreach (var platform in new[] { Platform.X, Platform.Mastodon, Platform.Bluesky, Platform.Web })
        {
            var stream = MentionParser.Default.Parse(text, platform).Text;
            stream.Folded(stream[^1]).ToString().Should().Be("end");
        }

        XLength.Of(text).ValidRange.End.Should().BeInRange(0, text.Length);
        Autolinker.ToHtml(text).Length.Should().BeGreaterThanOrEqualTo(text.Length);
    }
}

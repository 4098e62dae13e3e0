using Engagement.Mentions;

namespace Engagement.Conformance.Bluesky;

/// <summary>The AT Protocol's interoperability files of handles, DIDs and AT-URIs.</summary>
public sealed class SyntaxTests
{
    private static readonly Dictionary<string, Func<string, bool>> Rules = new()
    {
        ["handle"] = BlueskySyntax.IsHandle,
        ["did"] = BlueskySyntax.IsDid,
        ["aturi"] = BlueskySyntax.IsAtUri,
    };

    [Theory]
    [InlineData("handle", true, 71)]
    [InlineData("handle", false, 48)]
    [InlineData("did", true, 24)]
    [InlineData("did", false, 18)]
    [InlineData("aturi", true, 23)]
    [InlineData("aturi", false, 73)]
    public void Every_line_is_valid_or_invalid_as_the_file_says(string what, bool valid, int count)
    {
        var path = SharedData.PathOrSkip($"bluesky/{what}_syntax_{(valid ? "valid" : "invalid")}.txt");
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCount(count);
        lines.Where(line => Rules[what](line) != valid).Should().BeEmpty();
    }
}

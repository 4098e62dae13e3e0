using Engagement.Mentions;
using Engagement.Text;
using YamlDotNet.RepresentationModel;

namespace Engagement.Conformance.TwitterText;

/// <summary>twitter-text's cases of marking hits in HTML.</summary>
public sealed class HitHighlightingTests
{
    public static IEnumerable<TheoryDataRow<string, int, string>> Rows() => TwitterTextSuite.Rows("hit_highlighting");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Hits_are_marked_as_in_the_suite(string category, int number, string description)
    {
        var one = TwitterTextSuite.Case("hit_highlighting", category, number);
        var hits = from hit in (YamlSequenceNode)one.Node["hits"]
                   select new TextSpan(TwitterTextSuite.Number(hit[0]), TwitterTextSuite.Number(hit[1]));
        Deviations.Check(one, () => HitHighlighter.HighlightHtml(one.Text, [.. hits]).Should().Be(TwitterTextSuite.Scalar(one.Expected), description));
    }

    [Fact]
    public void All_cases_are_there() => TwitterTextSuite.Read("hit_highlighting").Should().HaveCount(14);
}

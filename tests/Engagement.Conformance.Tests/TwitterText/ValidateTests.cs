using Engagement.Mentions;

namespace Engagement.Conformance.TwitterText;

/// <summary>twitter-text's cases of what is valid, and of weighted length.</summary>
public sealed class ValidateTests
{
    public static IEnumerable<TheoryDataRow<string, int, string>> Rows() => TwitterTextSuite.Rows("validate");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Validity_and_length_are_those_of_the_suite(string category, int number, string description)
    {
        var one = TwitterTextSuite.Case("validate", category, number);
        Deviations.Check(one, () =>
        {
            switch (category)
            {
                case "tweets":
                    XLength.Of(one.Text, XLengthRules.Version1).IsValid.Should().Be(IsTrue(one), description);
                    break;
                case "usernames":
                    XSyntax.IsHandle(one.Text).Should().Be(IsTrue(one), description);
                    break;
                case "lists":
                    XSyntax.IsList(one.Text).Should().Be(IsTrue(one), description);
                    break;
                case "hashtags":
                    XSyntax.IsHashtag(one.Text).Should().Be(IsTrue(one), description);
                    break;
                case "urls":
                    XSyntax.IsLink(one.Text).Should().Be(IsTrue(one), description);
                    break;
                case "urls_without_protocol":
                    XSyntax.IsLink(one.Text, requireProtocol: false).Should().Be(IsTrue(one), description);
                    break;
                case "WeightedTweetsCounterTest":
                    CheckLength(one, XLengthRules.Version2);
                    break;
                case "WeightedTweetsWithDiscountedEmojiCounterTest" or "UnicodeDirectionalMarkerCounterTest":
                    CheckLength(one, XLengthRules.Version3);
                    break;
                default:
                    throw new NotSupportedException(category);
            }
        });
    }

    [Fact]
    public void All_cases_are_there() => TwitterTextSuite.Read("validate").Should().HaveCount(97);

    private static bool IsTrue(TwitterTextCase one) => TwitterTextSuite.Scalar(one.Expected) == "true";

    private static void CheckLength(TwitterTextCase one, XLengthRules rules)
    {
        var length = XLength.Of(one.Text, rules);

        // The suite's ranges include their end.
        new[]
        {
            $"weightedLength {length.Weighted}", $"valid {(length.IsValid ? "true" : "false")}", $"permillage {length.Permillage}",
            $"displayRangeStart {length.DisplayRange.Start}", $"displayRangeEnd {length.DisplayRange.End - 1}",
            $"validRangeStart {length.ValidRange.Start}", $"validRangeEnd {length.ValidRange.End - 1}",
        }.Should().Equal(((YamlDotNet.RepresentationModel.YamlMappingNode)one.Expected).Select(pair => $"{pair.Key} {pair.Value}"), one.Description);
    }
}

namespace Engagement.Conformance.TwitterText;

/// <summary>The cases that the library deliberately answers otherwise than twitter-text. At most five.</summary>
public sealed class Deviations
{
    private static readonly (string Case, string Reason)[] All = [];

    /// <summary>Checks a case, unless it is a deviation: then the check must fail, or the deviation is none any more.</summary>
    internal static void Check(TwitterTextCase one, Action check)
    {
        if (All.All(deviation => deviation.Case != one.Name))
        {
            check();
            return;
        }

        check.Should().Throw<Exception>("a deviation that deviates no more is to be struck off");
    }

    [Fact]
    public void There_are_few_and_each_says_why()
    {
        All.Length.Should().BeLessThanOrEqualTo(5);
        All.Where(deviation => deviation.Reason.Length < 20).Should().BeEmpty();
    }
}

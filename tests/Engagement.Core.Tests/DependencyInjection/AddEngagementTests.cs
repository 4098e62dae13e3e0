using Engagement.Learning;
using Engagement.Queries;
using Engagement.Reading;
using Engagement.Sentiment;
using Engagement.Star;
using Engagement.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.DependencyInjection;

public sealed class AddEngagementTests
{
    private static readonly TrustProfile Profile = TrustProfile.Parse("""
        { "version": 1, "trust": { "id": "t", "name": "T", "timeZone": "Europe/London" }, "queries": [{ "id": "q", "name": "Q", "query": "nurse" }] }
        """).GetValueOrThrow();

    [Fact]
    public void Everything_resolves_as_one_instance()
    {
        using var provider = new ServiceCollection().AddEngagement(Profile).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        provider.GetRequiredService<FeedbackReader>().Should().BeSameAs(provider.GetRequiredService<FeedbackReader>());
        provider.GetRequiredService<TrustProfile>().Should().BeSameAs(Profile);
        provider.GetRequiredService<IQueryMatcher>().Match(MentionParser.Default.Parse("a nurse")).Select(match => match.Id).Should().Equal("q");
        provider.GetRequiredService<IStarMapper>().Should().BeOfType<StarMapper>();
        var builder = provider.GetRequiredService<IDigestBuilderFactory>().Create(Profile, Audience.Trust(), DigestWindow.Week(2026, 11, 9));
        provider.GetRequiredService<IDigestRenderer>().Render(builder.Build()).Should().StartWith("<!DOCTYPE html>");
    }

    [Fact]
    public void A_hosts_own_scorer_is_used_by_the_reader()
    {
        using var provider = new ServiceCollection().AddSingleton<ISentimentScorer, Grump>().AddEngagement(Profile).BuildServiceProvider();
        provider.GetRequiredService<FeedbackReader>().Read(FeedbackReaderTests.Post("a", "wonderful")).Sentiment.Label.Should().Be(SentimentLabel.Negative);
    }

    [Fact]
    public void A_trusts_own_model_is_used_by_the_reader()
    {
        var word = KeyValuePair.Create(TokenHash.Of("plinth"), ((sbyte)127, (sbyte)-127));
        var file = new SentimentModel(NgramTable.Of([word]), Calibration.None, Calibration.None, "made up").ToBytes();
        SentimentModel.TryLoad(file, out var model, out _).Should().BeTrue();
        using var provider = new ServiceCollection().AddEngagement(Profile, model).BuildServiceProvider();
        provider.GetRequiredService<FeedbackReader>().Read(FeedbackReaderTests.Post("a", "plinth plinth")).Sentiment.Label.Should().Be(SentimentLabel.Positive);
    }

    [Fact]
    public void Nulls_are_refused()
    {
        var noProfile = () => new ServiceCollection().AddEngagement(null!);
        noProfile.Should().Throw<ArgumentNullException>();
    }

    private sealed class Grump : ISentimentScorer
    {
        public SentimentScore Score(ParsedMention mention) => new()
        {
            Label = SentimentLabel.Negative,
            Score = -1,
            Margin = -1,
            Probabilities = new SentimentProbabilities(1, 0, 0),
        };
    }
}

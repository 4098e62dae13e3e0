using Engagement.Queries;
using Engagement.Reading;
using Engagement.Sentiment;
using Engagement.Star;
using Microsoft.Extensions.DependencyInjection.Extensions;

// In the namespace of the container, so that a host finds AddEngagement without a using directive of its own.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library with a container.</summary>
public static class EngagementServiceCollectionExtensions
{
    /// <summary>
    /// Registers profile, parser, scorer, star mapper, standing queries, reader, builder factory and the HTML renderer, each as a
    /// singleton and only where the host has not registered its own before.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="profile">The trust's profile, already validated by <see cref="Engagement.TrustProfile.Parse"/>.</param>
    /// <param name="model">A trust's own sentiment model, as <see cref="SentimentModel.TryLoad"/> read it; null for the one that the library ships.</param>
    public static IServiceCollection AddEngagement(this IServiceCollection services, Engagement.TrustProfile profile, SentimentModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(profile);
        services.TryAddSingleton(profile);
        services.TryAddSingleton<Engagement.IMentionParser>(Engagement.MentionParser.Default);
        services.TryAddSingleton<ISentimentScorer>(provider => HybridSentimentScorer.Create(model ?? SentimentModel.Default, ProfileOf(provider).Lexicon));
        services.TryAddSingleton<IStarMapper>(provider => StarMapper.Create(ProfileOf(provider).Star));
        services.TryAddSingleton<IQueryMatcher>(provider => Engagement.QuerySet.Create(
            ProfileOf(provider).Queries.Select(query => new KeyedQuery(query.Id, query.Query))));
        services.TryAddSingleton(provider => Engagement.FeedbackReader.Create(ProfileOf(provider), new FeedbackReaderOptions
        {
            Parser = provider.GetRequiredService<Engagement.IMentionParser>(),
            Scorer = provider.GetRequiredService<ISentimentScorer>(),
            StarMapper = provider.GetRequiredService<IStarMapper>(),
        }));
        services.TryAddSingleton<Engagement.IDigestBuilderFactory, Engagement.Digests.DigestBuilderFactory>();
        services.TryAddSingleton<Engagement.IDigestRenderer>(Engagement.DigestRenderer.Html);
        return services;
    }

    private static Engagement.TrustProfile ProfileOf(IServiceProvider provider) => provider.GetRequiredService<Engagement.TrustProfile>();
}

using NodaTime;

namespace Engagement.Digests;

/// <summary>Tells of the campaigns of a tally.</summary>
internal sealed class CampaignComposer(DigestTally tally, ShownItems items)
{
    private const int MostCampaignQuotes = 3;
    private const int MostPledges = 6;

    public List<CampaignFigures> Compose()
    {
        var campaigns = new List<CampaignFigures>();
        foreach (var campaign in tally.Scope.Profile.Campaigns)
        {
            if (!tally.Campaigns.TryGetValue(campaign.Id, out var counted)) continue;
            var supporters = tally.Scope.Options.Supporters
                .Where(supporter => supporter.Campaign == campaign.Id)
                .GroupBy(supporter => supporter.Handle, StringComparer.OrdinalIgnoreCase)
                .Select(group => Math.Max(0, group.Max(supporter => supporter.Followers)))
                .ToList();
            var theme = tally.Scope.Options.Themes.FirstOrDefault(theme => theme.Campaign == campaign.Id);
            var days = counted.Days.OrderBy(pair => pair.Key)
                .Select(pair => new DigestCount(DigestWindow.Iso(new LocalDate(1970, 1, 1).PlusDays(pair.Key)), pair.Value))
                .ToList();
            campaigns.Add(new CampaignFigures
            {
                Id = campaign.Id,
                Name = campaign.Name,
                Hashtag = campaign.Hashtag,
                Posts = counted.Posts,
                Participants = counted.Participants.Count,
                Pledges = counted.Pledges,
                Impressions = counted.Impressions,
                Reach = counted.Participants.Followers,
                ParticipantsUnknown = counted.Participants.Count - counted.Participants.Known,
                Supporters = supporters.Count,
                PotentialReach = supporters.Aggregate(0L, AuthorTable.Saturate),
                Days = days,
                PeakDay = days.MaxBy(day => day.Count),
                Platforms = DigestComposer.PlatformCounts(counted.Platforms),
                Quotes = [.. counted.Quotes.Items.Take(MostCampaignQuotes).Select(item => items.Of(item, tally.TimesOf(item)))],
                Pledged = [.. counted.PledgePosts.Items.DistinctBy(item => item.Beginning).Take(MostPledges).Select(item => items.Of(item, tally.TimesOf(item)))],
                Question = theme is null ? null : DigestText.Clean(theme.Question, 300),
                Summary = theme?.Summary is { } summary ? DigestText.Clean(summary, 2_000) : null,
                Thanked = theme is null ? [] : Thanked(theme, counted),
            });
        }

        return campaigns;
    }

    /// <summary>Of those who agreed, those who took part: an account is known by platform and handle, and the list names no platform.</summary>
    private static List<string> Thanked(CampaignTheme theme, CampaignTally counted)
    {
        var took = counted.Participants.ByMentions.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet();
        return
        [
            .. theme.AgreedToBeNamed
                .Where(handle => Enum.GetValues<Platform>().Any(platform => took.Contains(DigestScope.AuthorKey(platform, handle))))
                .Select(handle => DigestText.Clean(handle, 80))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];
    }
}

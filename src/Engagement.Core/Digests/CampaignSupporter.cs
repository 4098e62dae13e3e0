namespace Engagement.Digests;

/// <summary>An account that supports a campaign whether or not it posted: its followers are the campaign's potential reach, kept apart from reach.</summary>
/// <param name="Campaign">Key of the campaign.</param>
/// <param name="Handle">The account.</param>
/// <param name="Followers">Its followers, 0 or more.</param>
public sealed record CampaignSupporter(string Campaign, string Handle, long Followers);

namespace Engagement.Digests;

/// <summary>A themed month ("safety September"): a question asked under a campaign's hashtag, and who agreed to be thanked by name.</summary>
public sealed record CampaignTheme
{
    /// <summary>Key of the campaign whose hashtag gathers the contributions.</summary>
    public required string Campaign { get; init; }

    /// <summary>The question that was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The closing summary, in the words of whoever ran it; null while it runs.</summary>
    public string? Summary { get; init; }

    /// <summary>Handles (without <c>@</c>) of contributors who agreed to be thanked by name. Everybody else is thanked as a number.</summary>
    public IReadOnlyList<string> AgreedToBeNamed { get; init; } = [];
}
